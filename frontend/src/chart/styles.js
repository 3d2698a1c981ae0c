// Looks of the component; colours and fonts are Streamlit's own variables.
const CSS = `
.tumen-chart { margin: 0; position: relative; width: 100%; min-width: 0; break-inside: avoid;
  font-family: var(--st-font, inherit); color: var(--st-text-color, inherit); }
.tumen-chart [hidden] { display: none !important; }
.tumen-chart-tools { display: flex; justify-content: flex-end; gap: 2px; height: 28px; }
.tumen-chart-tools button { appearance: none; border: 0; background: none; cursor: pointer;
  min-width: 28px; height: 26px; padding: 0 6px; border-radius: 6px; line-height: 26px;
  font: 600 12px/26px var(--st-font, inherit); letter-spacing: .02em; color: inherit; opacity: .72; }
.tumen-chart-tools button:hover { opacity: 1; background: var(--st-secondary-background-color); }
.tumen-chart-tools button:focus-visible, .tumen-chart-plot:focus-visible {
  outline: 2px solid var(--st-primary-color); outline-offset: 1px; opacity: 1; }
.tumen-chart-tools svg { width: 15px; height: 15px; vertical-align: -3px; fill: none;
  stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.tumen-chart-plot { border-radius: 4px; overflow: hidden; }
.tumen-chart-selectable .tumen-chart-plot :is(.point, .choroplethlayer path) { cursor: pointer; }
.tumen-chart-wait { position: absolute; inset: 28px 0 0; border-radius: 6px;
  background: var(--st-secondary-background-color); animation: tumen-wait 1.6s ease-in-out infinite; }
.tumen-chart-message { display: flex; align-items: center; justify-content: center; margin: 0;
  padding: 28px 24px; box-sizing: border-box; text-align: center; text-wrap: balance;
  border: 1px dashed var(--st-border-color); border-radius: 6px; }
.tumen-chart-alt { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
@keyframes tumen-wait { 50% { opacity: .45; } }
@media (prefers-reduced-motion: reduce) { .tumen-chart-wait { animation: none; } }
@media print {
  .tumen-chart-tools, .tumen-chart-wait { display: none; }
  .tumen-chart-plot { height: auto !important; }
  .tumen-chart-plot .svg-container { width: 100% !important; height: auto !important; }
  .tumen-chart-plot .main-svg { width: 100% !important; height: 100% !important; }
}
`;

/** Puts the looks into the page, once. */
export function addStyles() {
  const id = "tumen-chart-styles";
  if (document.getElementById(id)) return;
  const style = document.createElement("style");
  style.id = id;
  style.textContent = CSS;
  document.head.append(style);
}
