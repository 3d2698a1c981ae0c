// Reading a drawing from the keyboard: left and right step through the points of a line or a row
// of bars, up and down change between them, Enter selects, Escape lets go.

export function followKeys(chart) {
  let trace = 0;
  let point = -1;

  const current = () => chart.plot._fullData?.[trace];
  const length = () => (current()?.x ?? current()?.y ?? []).length;

  function show() {
    chart.Plotly.Fx.hover(chart.plot, [{ curveNumber: trace, pointNumber: point }]);
    const shown = [...chart.plot.querySelectorAll(".hoverlayer text")].map(words).filter(Boolean);
    const { name } = current();
    chart.status.textContent = [...new Set([name, ...shown])].filter(Boolean).join(", ");
  }

  function step(by) {
    for (let next = point + by; next >= 0 && next < length(); next += by) {
      const { y } = current();
      if (y?.[next] !== null && y?.[next] !== undefined) {
        point = next;
        show();
        return;
      }
    }
  }

  function change(by) {
    const traces = chart.plot._fullData;
    for (let next = trace + by; traces[next]; next += by) {
      if (traces[next].visible === true && traces[next].hoverinfo !== "skip") {
        trace = next;
        point = Math.min(Math.max(point, 0), length() - 1);
        show();
        return;
      }
    }
  }

  function pressed(event) {
    if (event.target !== chart.plot || !chart.plot._fullLayout?._has("cartesian")) return;
    const act = {
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      ArrowDown: () => change(1),
      ArrowUp: () => change(-1),
      Enter: () => chart.plot._hoverdata && chart.select(chart.plot._hoverdata[0]),
      Escape: leave,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function leave() {
    if (chart.Plotly && chart.plot._fullLayout) chart.Plotly.Fx.unhover(chart.plot);
    chart.status.textContent = "";
    if (chart.chosen) chart.select(null);
  }

  chart.plot.addEventListener("keydown", pressed);
  chart.plot.addEventListener("blur", () => (chart.status.textContent = ""));
  return () => chart.plot.removeEventListener("keydown", pressed);
}

/** The lines of a hover label as one text. */
const words = (text) =>
  [...(text.querySelectorAll("tspan.line").length ? text.querySelectorAll("tspan.line") : [text])]
    .map((line) => line.textContent)
    .join(", ");
