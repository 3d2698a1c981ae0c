// Entry of the chart component. Streamlit calls `show` after every run that changed the data and
// after every change of theme; it is the same chart as long as the parent element is the same.
import { Chart } from "./chart.js";
import { addStyles } from "./styles.js";

const charts = new WeakMap();

/**
 * @param component Streamlit's arguments: data (bytes of JSON, gzipped or not), parentElement,
 *   setStateValue.
 * @param assets Absolute addresses: plotly, theme, outlines; and paper, the width in pixels at which
 *   the drawing is made for print.
 */
export function show(component, assets) {
  addStyles();
  const { parentElement: parent } = component;
  let chart = charts.get(parent);
  if (!chart) {
    chart = new Chart(parent, assets);
    charts.set(parent, chart);
  }
  chart.update(component.data, component.setStateValue);
  return () => {
    chart.remove();
    charts.delete(parent);
  };
}
