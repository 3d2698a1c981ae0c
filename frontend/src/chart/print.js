// On paper a drawing is as wide as the page and stands on white.
const PAPER_PX = 660; // the text width of A4 with usual margins
const LIGHT = 0;

export function print(chart) {
  const before = () => {
    if (!chart.Plotly || chart.figure.empty || !chart.root.clientWidth) return;
    chart.printing = true;
    chart.draw({ width: Math.min(PAPER_PX, chart.root.clientWidth), mode: LIGHT });
  };
  const after = () => {
    if (!chart.printing) return;
    chart.printing = false;
    chart.draw();
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
