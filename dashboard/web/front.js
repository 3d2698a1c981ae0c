// Runs before Streamlit's own scripts; front.py puts it into the HTML of every page.

// Streamlit fetches its font of icons (375 kB) before it knows whether an icon will be shown.
// Without this call the browser fetches it when one is.
document.fonts.load = ((load) => (font, text) =>
  font.includes("Material Symbols") ? Promise.resolve([]) : load.call(document.fonts, font, text)
)(document.fonts.load);

// What a popover opens stands at the end of the document. Who opens one by keyboard is taken
// there, and back to the button by Escape or by leaving it with the Tab key.
(() => {
  const BODY = '[data-testid="stPopoverBody"]';
  const INSIDE = 'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"]';
  let opener = null;

  const inside = () => {
    const body = document.querySelector(BODY);
    return body ? [...body.querySelectorAll(INSIDE)].filter((e) => e.getClientRects().length) : [];
  };
  const enter = (tries) => {
    const [first] = inside();
    if (first) first.focus();
    else if (tries) requestAnimationFrame(() => enter(tries - 1));
  };
  const leave = () => {
    const back = opener;
    opener = null;
    if (back && back.isConnected) back.focus();
  };

  document.addEventListener("keydown", (event) => {
    const button = event.target.closest('[data-testid="stPopoverButton"]');
    if (button && (event.key === "Enter" || event.key === " ")) {
      if (button.getAttribute("aria-expanded") === "true") return;
      opener = button;
      requestAnimationFrame(() => enter(60));
      return;
    }
    if (!opener || !event.target.closest(BODY)) return;
    if (event.key === "Escape") setTimeout(leave, 50);
    if (event.key !== "Tab") return;
    const stops = inside();
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (event.target === edge) {
      event.preventDefault();
      leave();
    }
  }, true);
})();
