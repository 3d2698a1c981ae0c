// The quiet row of buttons above a drawing.

const ICONS = {
  reset: "M4 4v5h5M4.6 9A8 8 0 1 1 4 13",
  in: "M5 12h14M12 5v14",
  out: "M5 12h14",
};

/** Buttons that suit the figure: zoom for maps, reset and images for all. */
export function buildTools(chart) {
  const maps = Object.keys(chart.plot._fullLayout).filter((name) => /^geo\d*$/.test(name));
  const zoom = (factor) => () => {
    const change = {};
    for (const name of maps) {
      const { scale } = chart.plot._fullLayout[name].projection;
      change[`${name}.projection.scale`] = Math.min(20, Math.max(1, scale * factor));
    }
    return chart.Plotly.relayout(chart.plot, change);
  };
  chart.tools.replaceChildren(
    ...(maps.length
      ? [
          button("Zoom in", zoom(1.5), { icon: "in" }),
          button("Zoom out", zoom(1 / 1.5), { icon: "out" }),
        ]
      : []),
    button("Reset view", () => chart.reset(), { icon: "reset" }),
    button("Save as PNG image", () => chart.save("png"), { text: "PNG" }),
    button("Save as SVG image", () => chart.save("svg"), { text: "SVG" }),
  );
}

function button(label, action, { icon, text }) {
  const node = document.createElement("button");
  node.type = "button";
  node.title = label;
  node.setAttribute("aria-label", label);
  if (icon) node.append(drawing(ICONS[icon]));
  else node.textContent = text;
  node.addEventListener("click", async () => {
    node.disabled = true;
    try {
      await action();
    } catch (error) {
      console.error(error);
    } finally {
      node.disabled = false;
      node.focus();
    }
  });
  return node;
}

function drawing(path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
