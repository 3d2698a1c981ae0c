"""The way back after a lost connection.

A browser that finds a server again, perhaps another one, keeps its page and asks for nothing. That
server knows none of the page's widgets and would ignore what the reader does first, so the page has
its script run once more by itself. The address holds the view; nothing is lost.
"""

import streamlit as st

_SCRIPT = """
const APP = '[data-testid="stApp"]';
const STATE = "data-test-connection-state";

export default function ({ setTriggerValue }) {
  const app = document.querySelector(APP);
  if (!app) return;
  let before = app.getAttribute(STATE);
  const watcher = new MutationObserver(() => {
    const now = app.getAttribute(STATE);
    if (now === "CONNECTED" && before !== "CONNECTED") setTriggerValue("back", true);
    before = now;
  });
  watcher.observe(app, { attributes: true, attributeFilter: [STATE] });
  return () => watcher.disconnect();
}
"""

_mount = st.components.v2.component("tumen_returning", js=_SCRIPT, isolate_styles=False)


def run_again_on_return() -> None:
    """Put the watcher on the page; it shows nothing."""
    with st.container(key="returning"):
        _mount(key="returning-watch", height="content", on_back_change=_nothing)


def _nothing() -> None:
    """Streamlit runs the script for a component only where a callback is given."""
