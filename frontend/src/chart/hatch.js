// Plotly cannot hatch a country. The theme names fills that stand for "nothing is known"; where one
// is drawn, hatching takes its place, on the screen and in saved images.

const SPACE = "http://www.w3.org/2000/svg";
const identity = (name, mode) => `tumen-hatch-${name}-${mode}`;

/** The colour as Plotly writes it: rgb(1, 2, 3). */
const written = (hex) =>
  `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(", ")})`;

/** Hatches what is drawn below `root`; the patterns become children of `home`, an SVG element. */
export function hatch(root, theme, mode, home) {
  for (const [name, line] of Object.entries(theme.hatched)) {
    const fill = theme.colours[name][mode];
    const url = `url(#${identity(name, mode)})`;
    const areas = root.querySelectorAll(`.choroplethlayer path[fill="${written(fill)}"]`);
    const swatches = legendSwatches(root, written(fill));
    if (!areas.length && !swatches.length) continue;
    if (!home.querySelector(`[id="${identity(name, mode)}"]`)) {
      home.append(pattern(identity(name, mode), fill, theme.colours[line][mode]));
    }
    // Attribute and style as Plotly sets them, so that its next painting overrides this one.
    for (const area of areas) area.setAttribute("fill", url);
    for (const swatch of swatches) swatch.style.fill = url;
  }
}

/** In the legend a filled area is a gradient from a colour to itself. */
function legendSwatches(root, fill) {
  const ids = [...root.querySelectorAll("linearGradient")]
    .filter((gradient) => gradient.querySelector("stop")?.getAttribute("stop-color") === fill)
    .map((gradient) => gradient.id);
  return [...root.querySelectorAll(".legend path")].filter((path) =>
    ids.some((id) => path.getAttribute("style")?.includes(`#${id}`)),
  );
}

function pattern(id, fill, line) {
  const make = (tag, attributes, children = []) => {
    const node = document.createElementNS(SPACE, tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  };
  return make(
    "pattern",
    { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    [
      make("rect", { width: 5, height: 5, fill }),
      make("line", { x1: 0, y1: 0, x2: 0, y2: 5, stroke: line, "stroke-width": 1.5 }),
    ],
  );
}

/** The patterns on the page belong to all charts and outlive each. */
export function pageHome() {
  const id = "tumen-hatches";
  const known = document.getElementById(id);
  if (known) return known;
  const svg = document.createElementNS(SPACE, "svg");
  for (const [name, value] of Object.entries({ id, width: 0, height: 0, "aria-hidden": true })) {
    svg.setAttribute(name, value);
  }
  svg.style.position = "absolute";
  document.body.append(svg);
  return svg;
}
