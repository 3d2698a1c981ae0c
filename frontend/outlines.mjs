// World outlines for Plotly's maps: its own UN-based set at 1:50 m, simplified.
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import vm from "node:vm";

import { geoArea } from "d3-geo";
import mapshaper from "mapshaper";
import { feature, mergeArcs } from "topojson-client";

const require = createRequire(import.meta.url);

// Every layer Plotly asks for must exist; what the maps never draw is an empty collection.
const SIMPLIFIED = ["coastlines", "countries"];
const EMPTY = ["ocean", "lakes", "rivers", "subunits"];
const KEEP = "18%";
const GRID = 20000;

/** Plotly's world outlines at 1:50 m, as it ships them. */
async function original() {
  const file = require.resolve("plotly.js/dist/plotly-geo-assets.js");
  const sandbox = { module: { exports: {} } };
  sandbox.window = sandbox;
  sandbox.self = sandbox;
  vm.runInNewContext(await fs.readFile(file, "utf8"), sandbox);
  const assets = sandbox.module.exports.topojson ? sandbox.module.exports : sandbox.Plotly;
  // Through JSON, so that the objects belong to this realm.
  return JSON.parse(JSON.stringify(assets.topojson.world_50m));
}

/** The simplified outlines as JSON text, under the file name Plotly looks for. */
export async function outlines() {
  const world = await original();
  const before = world.objects.countries.geometries;
  const input = { ...world, objects: pick(world.objects, SIMPLIFIED) };
  const output = await mapshaper.applyCommands(
    // keep-shapes stops small states and islands from collapsing.
    `-i in.json -simplify ${KEEP} keep-shapes target=* ` +
      `-o out.json format=topojson quantization=${GRID} target=*`,
    { "in.json": JSON.stringify(input) },
  );
  const result = JSON.parse(output["out.json"].toString());
  const after = result.objects.countries.geometries;
  assertSameShapes(before, after);
  result.objects.countries.geometries = onePerCountry(before, after);
  wind(result, "countries");
  // The land as shipped names the Caspian as the outer ring of Eurasia, which the simplification
  // takes at its word; the sum of the countries is the same land.
  result.objects.land = {
    type: "GeometryCollection",
    geometries: [mergeArcs(result, result.objects.countries.geometries)],
  };
  assertLand(world, result);
  for (const name of EMPTY) {
    result.objects[name] = { type: "GeometryCollection", geometries: [] };
  }
  return {
    name: "world_50m.json",
    text: JSON.stringify(result),
    shapes: after.length,
    ids: result.objects.countries.geometries.length,
    areas: areas(world),
  };
}

/**
 * Plotly fills the first shape that carries a country's id. A country in several pieces (Spain and
 * its islands, the two parts of Palestine) would stay half empty, so the pieces become one shape,
 * which keeps the label point of the largest.
 */
function onePerCountry(before, after) {
  const countries = new Map();
  after.forEach((shape, index) => {
    const { id, properties, arcs } = before[index];
    const polygons = shape.type === "Polygon" ? [shape.arcs] : shape.arcs;
    const size = JSON.stringify(arcs).length;
    const known = countries.get(id);
    if (!known) {
      countries.set(id, { id, properties, polygons, size });
      return;
    }
    known.polygons = known.polygons.concat(polygons);
    if (size > known.size) Object.assign(known, { properties, size });
  });
  return [...countries.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, properties, polygons }) => ({ type: "MultiPolygon", arcs: polygons, id, properties }));
}

/**
 * A ring wound the wrong way fills the whole globe but itself. The simplification judges winding on
 * the plane and so turns rings that touch the date line; turn those back.
 */
function wind(topology, name) {
  for (const shape of topology.objects[name].geometries) {
    const polygons = feature(topology, shape).geometry.coordinates;
    polygons.forEach((rings, index) => {
      if (geoArea({ type: "Polygon", coordinates: [rings[0]] }) > 2 * Math.PI) {
        shape.arcs[index][0] = shape.arcs[index][0].map((arc) => ~arc).reverse();
      }
    });
    const area = geoArea(feature(topology, shape));
    if (!(area > 0 && area < 2 * Math.PI)) {
      throw new Error(`Winding of ${name} ${shape.id} could not be settled: ${area}`);
    }
  }
}

/** Area in km² of each country before simplification: small ones are drawn as dots as well. */
function areas(topology) {
  const EARTH_KM = 6371;
  const sums = {};
  for (const shape of feature(topology, topology.objects.countries).features) {
    sums[shape.id] = (sums[shape.id] ?? 0) + geoArea(shape) * EARTH_KM ** 2;
  }
  const sorted = Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted.map(([id, km]) => [id, Math.round(km)])), null, 0)}\n`;
}

function assertLand(before, after) {
  const [was, is] = [before, after].map((topology) =>
    geoArea(feature(topology, topology.objects.land)),
  );
  if (Math.abs(is / was - 1) > 0.01) throw new Error(`Land was ${was}, is ${is} steradians`);
}

function assertSameShapes(before, after) {
  const lost = before.filter((shape, i) => after[i]?.id !== shape.id || !after[i].arcs?.length);
  if (lost.length || before.length !== after.length) {
    throw new Error(`Shapes lost in simplification: ${lost.map((shape) => shape.id).join(", ")}`);
  }
}

function pick(objects, names) {
  return Object.fromEntries(names.map((name) => [name, objects[name]]));
}
