// From a figure as Python sends it to what Plotly draws: pure functions.

const TOKEN = /^\$([a-z][a-z0-9_]*)(?:\/(\d{1,3}))?$/;

/** A copy of `value` with colour tokens replaced; `mode` is 0 for light, 1 for dark. */
export function resolve(value, colours, mode) {
  if (typeof value === "string") return value[0] === "$" ? colour(value, colours, mode) : value;
  if (Array.isArray(value)) {
    // Long columns of numbers are the bulk of a figure and hold no tokens.
    const plain = value.length > 32 && value.every((item) => typeof item === "number");
    return plain ? value.slice() : value.map((item) => resolve(item, colours, mode));
  }
  if (value === null || typeof value !== "object") return value;
  const copy = {};
  for (const key in value) copy[key] = resolve(value[key], colours, mode);
  return copy;
}

function colour(token, colours, mode) {
  const match = TOKEN.exec(token);
  const pair = match && colours[match[1]];
  if (!pair) return token;
  const hex = pair[mode];
  if (match[2] === undefined || hex[0] !== "#") return hex;
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  return `rgba(${red},${green},${blue},${Number(match[2]) / 100})`;
}

/** `base` with `over` laid on top: objects are merged, all else is replaced. */
export function merged(base, over) {
  const result = { ...base };
  for (const key in over) {
    result[key] = isObject(base?.[key]) && isObject(over[key])
      ? merged(base[key], over[key])
      : over[key];
  }
  return result;
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const TALLEST_PX = 620;

/** The layout for a screen, narrow or not. */
const layoutFor = (spec, narrow) =>
  narrow ? merged(spec.layout, spec.layout.meta?.narrow ?? {}) : spec.layout;

/** The height a figure takes at a width; maps keep their proportions. */
export function heightAt(figure, width, narrow) {
  const layout = layoutFor(figure.spec, narrow);
  const aspect = layout.meta?.aspect;
  if (aspect && width) return Math.min(TALLEST_PX, Math.round(width * aspect));
  return layout.height ?? figure.height;
}

/** The spec before colours: overrides for narrow screens laid over, the shared look put below. */
export function fitted(figure, theme, { width, font, narrow }) {
  return {
    data: figure.spec.data,
    layout: {
      ...layoutFor(figure.spec, narrow),
      template: merged(theme.template, { layout: { font: { family: font } } }),
      width,
      height: heightAt(figure, width, narrow),
      autosize: false,
    },
  };
}

/** What the reader did to the drawing (zoom, hidden traces), to be laid over the same spec. */
export function readerChanges(drawn) {
  const layout = {};
  for (const [name, part] of Object.entries(drawn._fullLayout)) {
    if (/^[xy]axis\d*$/.test(name)) {
      layout[name] = { range: part.range.slice(), autorange: false };
    } else if (/^geo\d*$/.test(name)) {
      const { scale, rotation } = part.projection;
      layout[name] = { projection: { scale, rotation: { ...rotation } }, center: { ...part.center } };
    }
  }
  return { layout, visible: drawn._fullData.map((trace) => trace.visible) };
}
