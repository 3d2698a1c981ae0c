// On paper a drawing stands on white and is as wide as the page leaves room for. How wide that is
// cannot be asked before printing, so the drawing is made to scale: see the print rules in styles.js.
// A page that is made to be printed may ask for a width of its own (assets.paper).
const PAPER_PX = 660; // the text width of A4 with usual margins
const WHITE = "#ffffff";

export function print(chart) {
  const before = () => {
    if (!chart.Plotly || chart.figure.empty || !chart.width) return;
    const width = chart.assets.paper ?? Math.min(PAPER_PX, chart.width);
    chart.printing = { width, paper: WHITE };
    chart.draw(); // without a pause up to the painting: what waits is not printed
    scale(chart.plot);
  };
  const after = () => {
    if (!chart.printing) return;
    chart.printing = undefined;
    chart.draw();
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

function scale(plot) {
  for (const svg of plot.querySelectorAll("svg.main-svg")) {
    const [width, height] = ["width", "height"].map((name) => svg.getAttribute(name));
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.parentElement.style.aspectRatio = `${width} / ${height}`;
  }
}
