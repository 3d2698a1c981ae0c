"""What goes wrong with a server, and what must still work then.

Hostile addresses have their place beside what reads them: ten thousand queries in
``tests/dashboard/state/test_view.py``, five thousand requests in
``tests/dashboard/plain/test_hostile.py``.
"""
