// Plotly and the theme, loaded once per page.
let loading;

/** Resolves to { Plotly, theme }; a failed load may be tried again. */
export function load(assets) {
  loading ??= Promise.all([import(assets.plotly), import(assets.theme), document.fonts.ready])
    .then(([plotly, theme]) => ({ Plotly: plotly.default, theme: theme.default }))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** What every Plotly drawing of ours is configured with. */
export function config(assets) {
  return {
    displayModeBar: false,
    scrollZoom: false, // the wheel scrolls the page
    doubleClick: "reset",
    showTips: false,
    topojsonURL: assets.outlines,
  };
}
