// Builds the browser assets. `node build.mjs` writes them; `--check` tells whether they are fresh.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

import { build } from "esbuild";

import { licences, versions } from "./licences.mjs";
import { outlines } from "./outlines.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const OUT = path.join(HERE, "..", "dashboard", "assets");

/** One script without imports of its own, and the files that went into it. */
async function bundle(entry) {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    banner: { js: "/* Licences: see LICENCES.md beside this file. */" },
    loader: { ".css": "empty" },
    alias: { "country-iso-search": "./src/no-country-names.js" },
    define: { global: "globalThis", "process.env.NODE_ENV": '"production"' },
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const [output] = Object.values(result.metafile.outputs);
  const inputs = Object.entries(output.inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && !file.endsWith(".css"))
    .map(([file]) => file);
  return { text: withoutHosts(result.outputFiles[0].text), inputs };
}

/** Outlines come from our own server: the address that plotly.js would ask otherwise is left out. */
function withoutHosts(text) {
  const own = text.replaceAll("https://cdn.plot.ly/un/", "");
  if (own.includes("//cdn.")) throw new Error("The bundle names a host outside");
  return own;
}

function refuseEvaluation(text) {
  if (/\bnew Function\b|[^.\w$]eval\(|[^.\w$]Function\("/.test(text)) {
    throw new Error("The bundle evaluates code, which a strict content security policy forbids");
  }
}

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** What the outputs were made from: with it, staleness shows without a build. */
async function sources() {
  const names = ["build.mjs", "licences.mjs", "outlines.mjs", "package-lock.json"];
  const own = await existing(path.join(HERE, "src"));
  const all = [...names, ...own.map((name) => `src/${name.split(path.sep).join("/")}`)].sort();
  const hashes = await Promise.all(
    all.map(async (name) => [name, sha256(await fs.readFile(path.join(HERE, name), "utf8"))]),
  );
  return Object.fromEntries(hashes);
}

/** All outputs as file name → text, with the manifest that describes them. */
async function outputs() {
  const plotly = await bundle("src/plotly.js");
  const chart = await bundle("src/chart/index.js");
  const world = await outlines();
  refuseEvaluation(plotly.text);
  refuseEvaluation(chart.text);
  const version = versions(["plotly.js", "esbuild", "mapshaper"]);
  const files = new Map();
  const described = {};
  const add = (role, name, text, about) => {
    files.set(name, text);
    described[role] = { file: name, ...about, sha256: sha256(text), bytes: Buffer.byteLength(text) };
  };
  const hashed = (text) => sha256(text).slice(0, 10);
  add("plotly", `plotly-${hashed(plotly.text)}.js`, plotly.text, {
    package: "plotly.js",
    version: version["plotly.js"],
    licence: "MIT",
    note: "core with scatter, bar, heatmap, choropleth and scattergeo",
  });
  add("chart", `chart-${hashed(chart.text)}.js`, chart.text, { licence: "MIT", note: "own code" });
  add("outlines", `outlines-${hashed(world.text)}/${world.name}`, world.text, {
    package: "plotly.js",
    version: version["plotly.js"],
    licence: "see LICENCES.md: the terms of the United Nations data were not verified",
    note: `${world.shapes} shapes under ${world.ids} codes, simplified with mapshaper ${version.mapshaper}`,
  });
  add("shapes", "shapes.json", world.areas, {
    package: "plotly.js",
    version: version["plotly.js"],
    licence: "as outlines",
    note: "area in km² of each shape in outlines",
  });
  files.set("LICENCES.md", await licences(HERE, plotly.inputs, version));
  const manifest = { assets: described, sources: await sources() };
  files.set("MANIFEST.json", `${JSON.stringify(manifest, null, 2)}\n`);
  return files;
}

/** Compressed siblings are made where a browser fetches the file and they save a tenth or more. */
function compressed(name, text) {
  if (!/-[0-9a-f]{10}[./]/.test(name)) return [];
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const raw = Buffer.from(text);
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: raw.length };
  const made = [
    [`${name}.br`, zlib.brotliCompressSync(raw, { params })],
    [`${name}.gz`, zlib.gzipSync(raw, { level: 9 })],
  ];
  return made.filter(([, bytes]) => bytes.length < 0.9 * raw.length);
}

async function existing(folder, base = folder) {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? existing(full, base) : [path.relative(base, full)];
    }),
  );
  return found.flat();
}

/** Writes what is new before it removes what is old: a running dashboard always finds its files. */
async function write(files) {
  const all = new Map();
  for (const [name, text] of files) {
    all.set(name, text);
    for (const [sibling, bytes] of compressed(name, text)) all.set(sibling, bytes);
  }
  for (const [name, content] of all) {
    await fs.mkdir(path.dirname(path.join(OUT, name)), { recursive: true });
    await fs.writeFile(path.join(OUT, name), content);
  }
  for (const name of await existing(OUT)) {
    if (!all.has(name)) await fs.rm(path.join(OUT, name));
  }
  for (const entry of await fs.readdir(OUT)) {
    const kept = [...all.keys()].some((name) => name === entry || name.startsWith(`${entry}/`));
    if (!kept) await fs.rm(path.join(OUT, entry), { recursive: true });
  }
  for (const [name, content] of all) console.log(name, Buffer.byteLength(content));
}

/** Names of outputs that are missing, stale or left over. */
async function differences(files) {
  const found = new Set(await existing(OUT));
  const unpack = { ".br": zlib.brotliDecompressSync, ".gz": zlib.gunzipSync };
  const wrong = [];
  const compare = async (name, text, read = (bytes) => bytes) => {
    if (!found.delete(name)) wrong.push(`${name} is missing`);
    else if (read(await fs.readFile(path.join(OUT, name))).toString() !== text) {
      wrong.push(`${name} differs`);
    }
  };
  for (const [name, text] of files) {
    await compare(name, text);
    // Compressors may differ from release to release; what they hold may not.
    for (const [sibling] of compressed(name, text)) {
      await compare(sibling, text, unpack[path.extname(sibling)]);
    }
  }
  return [...wrong, ...[...found].map((name) => `${name} is left over`)];
}

const files = await outputs();
if (process.argv.includes("--check")) {
  const wrong = await differences(files);
  wrong.forEach((line) => console.error(line));
  console.log(wrong.length ? "Stale: run `npm run build`." : "The assets are fresh.");
  process.exitCode = wrong.length ? 1 : 0;
} else {
  await write(files);
}
