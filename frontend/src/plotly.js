// Plotly with the traces the figures use and nothing else.
// scatter is part of the core. None of these needs WebGL, so nothing here evaluates code.
import core from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import choropleth from "plotly.js/lib/choropleth";
import heatmap from "plotly.js/lib/heatmap";
import scattergeo from "plotly.js/lib/scattergeo";

core.register([bar, choropleth, heatmap, scattergeo]);

export default core;
