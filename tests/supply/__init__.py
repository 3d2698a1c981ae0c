"""What the program is made of besides itself: locked packages, their licences, what needs them.

``python -m tests.supply`` writes ``docs/dependencies.md``; with ``--check`` it tells whether the
document is up to date.
"""
