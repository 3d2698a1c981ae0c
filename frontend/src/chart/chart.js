// One chart on the page: its elements, when it is painted, and what the reader can do with it.
import { config, load } from "./engine.js";
import { saveImage } from "./image.js";
import { hatch, pageHome } from "./hatch.js";
import { followKeys } from "./keys.js";
import { print } from "./print.js";
import { fitted, heightAt, resolve } from "./spec.js";
import { buildTools } from "./tools.js";

const NARROW_PX = 560; // until the theme arrives with its own figure
const GZIP = 0x1f; // the first byte of what is compressed; JSON never begins so
const LIGHT = 0;
const DARK = 1;
const modes = new Map(); // background → LIGHT or DARK
let count = 0;

export class Chart {
  constructor(parent, assets) {
    this.assets = assets;
    this.resets = 0;
    this.turns = 0;
    this.revision = 0;
    this.id = `tumen-chart-${++count}`;
    this.root = element("figure", "tumen-chart", { "data-testid": "chart" });
    this.tools = element("div", "tumen-chart-tools", { role: "group" });
    this.plot = element("div", "tumen-chart-plot", {
      role: "img",
      tabindex: "0",
      "aria-describedby": this.id,
    });
    this.wait = element("div", "tumen-chart-wait");
    this.caption = element("figcaption", "tumen-chart-alt", { id: this.id });
    this.status = element("div", "tumen-chart-alt", { role: "status" });
    this.root.append(this.tools, this.plot, this.wait, this.caption, this.status);
    parent.querySelectorAll(".tumen-chart-first").forEach((first) => first.remove());
    parent.append(this.root);
    // Streamlit keeps a fixed height until here; from now on the drawing says how tall it is.
    const box = parent.closest('[data-testid="stElementContainer"]');
    if (box) Object.assign(box.style, { height: "auto", overflow: "visible" });
    this.width = this.root.clientWidth;
    this.resizing = new ResizeObserver(() => this.resized());
    this.resizing.observe(this.root);
    this.stopPrint = print(this);
    this.stopKeys = followKeys(this);
  }

  /** New data, or the same data in another theme. */
  async update(data, setStateValue) {
    this.setStateValue = setStateValue;
    const asked = (this.asked = (this.asked ?? 0) + 1);
    let text;
    try {
      text = await unpacked(data);
    } catch (error) {
      if (asked === this.asked) this.fail(error);
      return;
    }
    if (asked !== this.asked || !this.root.isConnected) return;
    if (text !== this.text) {
      this.text = text;
      this.figure = JSON.parse(text);
      this.describe();
    }
    await this.paint();
  }

  describe() {
    const { key, title, alt, empty, selectable } = this.figure;
    this.root.dataset.key = key;
    this.plot.setAttribute("aria-label", title);
    this.caption.textContent = alt;
    this.root.classList.toggle("tumen-chart-selectable", Boolean(selectable));
    this.tools.hidden = Boolean(empty);
    this.tools.setAttribute("aria-label", `Chart tools: ${title}`);
    this.hold();
  }

  /** Keeps the room the drawing will take, so that nothing on the page jumps. */
  hold() {
    const height = heightAt(this.figure, this.width, this.isNarrow(this.width));
    this.plot.style.height = `${height}px`;
  }

  isNarrow(width) {
    return width > 0 && width < (this.theme?.narrow ?? NARROW_PX);
  }

  async paint() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const { figure } = this;
    if (figure.empty) return this.say(figure.message || figure.alt, "empty");
    try {
      const { Plotly, theme } = await load(this.assets);
      Object.assign(this, { Plotly, theme });
      if (turn !== this.turn || !this.root.isConnected) return;
      await this.draw();
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
  }

  fail(error) {
    console.error(error);
    this.say("The chart could not be drawn. Its numbers are in the table.", "failed");
  }

  async draw() {
    const width = this.printing?.width ?? this.width;
    if (!width) return; // hidden; the resize observer calls again
    const paper = this.printing?.paper ?? this.background();
    const mode = this.mode(paper);
    const wanted = `${width}/${paper}/${this.resets}/${this.text}`;
    if (wanted === this.painted) return;
    this.painted = wanted;
    this.drawnMode = mode;
    const { data, layout } = this.specFor(width, mode, paper);
    this.silence();
    this.wait.hidden = true;
    await this.Plotly.react(this.plot, data, layout, config(this.assets));
    if (wanted !== this.painted) return;
    if (!this.listening) {
      this.listen();
      this.hatch(); // from now on after every repainting
    }
    if (this.tools.childElementCount === 0 || this.toolsFor !== this.text) {
      buildTools(this);
      this.toolsFor = this.text;
    }
    this.root.dataset.ready = "true";
    this.root.dataset.revision = String(++this.revision);
  }

  specFor(width, mode, paper) {
    const { figure, theme } = this;
    const font = getComputedStyle(this.root).fontFamily;
    const spec = fitted(figure, theme, { width, font, narrow: this.isNarrow(width) });
    // On the screen paper is the page's own background, so that outlines of marks vanish in it.
    const colours = { ...theme.colours, paper: [paper, paper] };
    const { data, layout } = resolve(spec, colours, mode);
    this.plot.style.height = `${layout.height}px`;
    layout.uirevision = `${layout.uirevision ?? "keep"}/${this.resets}`;
    if (matchMedia("(pointer: coarse)").matches) layout.dragmode = false; // fingers scroll the page
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) delete layout.transition;
    return { data, layout };
  }

  /** Streamlit's background as it is now. */
  background() {
    const paper = getComputedStyle(this.root).getPropertyValue("--st-background-color").trim();
    return paper || this.theme.colours.paper[LIGHT];
  }

  /** LIGHT or DARK, by the background. */
  mode(paper) {
    if (!modes.has(paper)) {
      this.wait.style.color = paper;
      const [red, green, blue] = getComputedStyle(this.wait).color.match(/[\d.]+/g).map(Number);
      modes.set(paper, 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? DARK : LIGHT);
    }
    return modes.get(paper);
  }

  listen() {
    this.listening = true;
    this.plot.on("plotly_click", ({ points }) => this.select(points[0]));
    this.plot.on("plotly_afterplot", () => this.hatch());
  }

  hatch() {
    hatch(this.plot, this.theme, this.drawnMode, pageHome());
  }

  /** Tells Python which point was chosen; each choice counts anew, null lets go. */
  select(point) {
    if (!this.figure.selectable) return;
    const chosen = point && {
      trace: point.data.name ?? "",
      point: point.pointNumber ?? null,
      customdata: point.customdata ?? null,
      x: point.x ?? null,
      y: point.y ?? null,
      location: point.location ?? null,
      turn: ++this.turns,
    };
    this.chosen = Boolean(chosen);
    this.setStateValue("selection", chosen ?? null);
  }

  reset() {
    this.resets += 1;
    return this.draw();
  }

  save(format) {
    return saveImage(this, format);
  }

  resized() {
    // Asking for the width makes the browser lay out the page: once for each change is enough.
    this.width = this.root.clientWidth;
    if (!this.figure || this.printing) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => (this.Plotly ? this.draw() : this.hold()));
  }

  silence() {
    if (!this.message) return;
    this.message.remove();
    this.message = undefined;
    this.plot.hidden = false;
    this.tools.hidden = false;
  }

  /** Words in place of the drawing. */
  say(text, state) {
    this.message ??= element("p", "tumen-chart-message");
    this.message.textContent = text;
    this.message.style.minHeight = this.plot.style.height;
    this.message.dataset.state = state;
    this.root.insertBefore(this.message, this.wait);
    this.wait.hidden = true;
    this.plot.hidden = true;
    this.tools.hidden = true;
    this.painted = undefined;
    this.root.dataset.ready = state;
    this.root.dataset.revision = String(++this.revision);
  }

  remove() {
    this.turn += 1;
    cancelAnimationFrame(this.frame);
    this.resizing.disconnect();
    this.stopPrint();
    this.stopKeys();
    this.Plotly?.purge(this.plot);
    this.root.remove();
  }
}

/** The text of bytes, which may be gzipped. */
async function unpacked(data) {
  if (data[0] !== GZIP) return new TextDecoder().decode(data);
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

export function element(tag, className, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  return node;
}
