"""The server: Streamlit's application with our routes, compression and a warm start.

Run it with ``python -m dashboard`` or ``streamlit run dashboard/app.py``. The script that is run
for every reader is ``entry.py``.
"""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

# Imports make a great many objects and drop few: collecting meanwhile is a tenth of the start.
gc.disable()

ROOT = Path(__file__).resolve().parent.parent

# `streamlit run` puts the folder of this file first on the path and nothing else of ours: our
# packages would not be found, or others of the same name would be.
sys.path[:] = [str(ROOT), *(entry for entry in sys.path if entry != str(ROOT))]

import streamlit as st  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402

from dashboard import cache  # noqa: E402
from dashboard.plain.headers import CarefulHeaders  # noqa: E402
from dashboard.routes import routes  # noqa: E402
from dashboard.web.compression import CompressedStatic  # noqa: E402


@asynccontextmanager
async def warm_start(_: st.App) -> AsyncIterator[None]:
    """Get ready while the first reader's browser fetches the scripts.

    What needs the data waits for them; ``/healthz`` says when they are there.
    """
    warming = asyncio.get_running_loop().run_in_executor(None, _warm)
    yield
    await warming


def _warm() -> None:
    """Read the data, and import what the pages are made of."""
    import_module("dashboard.contents")
    cache.warm()


def page_failed(_: Exception) -> bool:
    """Tell the reader in plain words that a page failed; Streamlit logs the details."""
    st.error("This page could not be shown. The other pages are not affected.")
    return True


app = st.App(
    ROOT / "dashboard" / "entry.py",
    lifespan=warm_start,
    routes=routes(),
    middleware=[Middleware(CarefulHeaders), Middleware(CompressedStatic)],
    on_script_error=page_failed,
)
gc.freeze()  # or the first collection would walk all of it
gc.enable()
