// Draws the figures of a page that Streamlit does not serve, with the component that draws them
// on the dashboard.
const PAPER_PX = 900; // drawn this wide and printed smaller: labels keep their distance
const text = (id) => document.getElementById(id).textContent;
const names = JSON.parse(text("assets"));
const at = (name) => new URL(`${names.prefix}/${name}`, document.baseURI).href;
const places = document.querySelectorAll("[data-figure]");

try {
  const { show } = await import(at(names.chart));
  const from = {
    plotly: at(names.plotly),
    theme: at(names.theme),
    outlines: at(names.outlines.replace(/[^/]+$/, "")),
    paper: PAPER_PX,
  };
  for (const place of places) {
    const data = new TextEncoder().encode(text(place.dataset.figure));
    place.replaceChildren();
    show({ data, parentElement: place, setStateValue() {} }, from);
  }
} catch (error) {
  console.error(error);
  for (const place of places) {
    place.textContent = "The figure could not be drawn. Its numbers are in the table.";
  }
}

const button = document.querySelector("[data-print]");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
