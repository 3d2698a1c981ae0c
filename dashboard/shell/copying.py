"""A button that copies text to the clipboard."""

import streamlit as st

_SCRIPT = """
const WAIT = 2000;

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure connection browsers have no clipboard; the old way still works.
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.style.cssText = "position:fixed;opacity:0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

export default function ({ data, parentElement }) {
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "tumen-copy";
    button.setAttribute("aria-live", "polite");
    parentElement.append(button);
  }
  button.textContent = data.label;
  let waiting;
  button.onclick = async () => {
    const done = await copied(data.text);
    button.textContent = done ? "Copied" : "Could not copy";
    clearTimeout(waiting);
    waiting = setTimeout(() => (button.textContent = data.label), WAIT);
    button.focus();
  };
}
"""

_mount = st.components.v2.component("tumen_copy", js=_SCRIPT, isolate_styles=False)


def copy_button(text: str, key: str, label: str = "Copy") -> None:
    """Draw the button.

    Args:
        text: What is copied.
        key: Unique on the page.
        label: What the button says; for a moment after a click it says "Copied".
    """
    _mount(key=key, data={"text": text, "label": label}, width="content", height="content")
