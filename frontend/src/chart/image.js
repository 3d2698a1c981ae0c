// The drawing as a picture that can stand alone: title, reading, source, version and licence in it.
import { config } from "./engine.js";
import { hatch } from "./hatch.js";
import { fitted, merged, readerChanges, resolve } from "./spec.js";

const WIDTH = 1000;
const PAD = 28;
const LIGHT = 0;
// A picture carries no web fonts: these are on the reader's machine, and are measured here too.
const FONT = 'Arial, "Helvetica Neue", "Liberation Sans", "Noto Sans", sans-serif';

export async function saveImage(chart, format) {
  const svg = await picture(chart);
  const blob = format === "svg" ? new Blob([svg.text], { type: "image/svg+xml" }) : await png(svg);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName(chart.figure.title)}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function picture(chart) {
  const { figure, theme } = chart;
  const inner = WIDTH - 2 * PAD;
  const spec = fitted(figure, theme, { width: inner, font: FONT, narrow: false });
  const seen = readerChanges(chart.plot);
  const { data, layout } = resolve({ ...spec, layout: merged(spec.layout, seen.layout) },
    theme.colours, LIGHT);
  data.forEach((trace, i) => (trace.visible = seen.visible[i] ?? true));
  const drawing = decodeURIComponent(
    (await chart.Plotly.toImage(
      { data, layout, config: config(chart.assets) },
      { format: "svg", width: inner, height: layout.height },
    )).replace(/^data:image\/svg\+xml,/, ""),
  );
  const ink = (name) => theme.colours[name][LIGHT];
  const head = [
    ...lines(figure.title, 20, 700, inner, ink("ink")),
    ...lines(figure.subtitle, 14, 400, inner, ink("ink_soft")),
  ];
  const foot = lines(figure.source_line, 12, 400, inner, ink("ink_soft"));
  const svg = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement;
  hatch(svg, theme, LIGHT, svg);
  shorten(svg);
  const text = new XMLSerializer().serializeToString(svg);
  return compose(head, { text, height: layout.height }, foot, ink("paper"));
}

/** Outlines to a hundredth of a pixel: a map is a third of the size and looks the same. */
function shorten(svg) {
  for (const path of svg.querySelectorAll("path[d]")) {
    path.setAttribute("d", path.getAttribute("d").replace(/(\.\d\d)\d+/g, "$1"));
  }
}

function compose(head, drawing, foot, paper) {
  let y = PAD - 6;
  const parts = [];
  const write = (line) => {
    y += line.size * 1.35;
    parts.push(
      `<text x="${PAD}" y="${y.toFixed(1)}" font-size="${line.size}" font-weight="${line.weight}" ` +
        `fill="${line.fill}">${escaped(line.text)}</text>`,
    );
  };
  head.forEach(write);
  y += 14;
  parts.push(`<svg x="${PAD}" y="${y}"${drawing.text.slice(drawing.text.indexOf("<svg") + 4)}`);
  y += drawing.height + 4;
  foot.forEach(write);
  const height = Math.ceil(y + PAD - 6);
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" ` +
    `viewBox="0 0 ${WIDTH} ${height}" font-family="${escaped(FONT)}">` +
    `<rect width="100%" height="100%" fill="${paper}"/>${parts.join("")}</svg>`;
  return { text, height };
}

/** Words set in lines no wider than `width`. */
function lines(text, size, weight, width, fill) {
  if (!text) return [];
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${FONT}`;
  const result = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) {
      result.push(line);
      line = word;
    } else line = longer;
  }
  result.push(line);
  return result.map((words) => ({ text: words, size, weight, fill }));
}

async function png({ text, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

function fileName(title) {
  const plain = title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^-+|-+$/g, "").slice(0, 80) || "figure";
}
