"""What the dashboard costs, measured against floors and other ways to build the same page.

``python -m benchmarks`` measures everything in one run and writes ``docs/benchmark.json`` and
``docs/benchmark.md``. Nothing in the product imports this package.
"""
