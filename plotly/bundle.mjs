// Makes assets/vendor/plotly.min.js: Plotly with the flat trace types that the figures use, a fourth of the whole, and
// assets/vendor/plotly-space.min.js: those in three dimensions, which take the rest from the former when they are loaded.
// Beside each stands the same compressed as far as it goes, which takes too long for a server that is asked for it.
// In this folder, with Node 20 or newer: npm ci && node bundle.mjs
import esbuild from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative } from "node:path";
import { brotliCompressSync } from "node:zlib";

const require = createRequire(import.meta.url);
const { environmentPlugin } = require("esbuild-plugin-environment");
const { glsl } = require("esbuild-plugin-glsl");
const inlineCSS = require("esbuild-plugin-inline-css");
const { version } = require("plotly.js/package.json");

const TRACES = ["bar", "contour", "heatmap", "table"]; // scatter is always there
const IN_SPACE = ["scatter3d", "surface"];
const UNUSED = ["updatemenus", "sliders", "rangeslider", "rangeselector"]; // parts of Plotly that no figure of ours has

/* Chromium compiles all functions of such a script beside the main thread while it comes, not one after the other as they
   are called: a third of the main thread's time until the first figure. */
const AT_ONCE = "//# allFunctionsCalledOnLoad\n";

/** @param {string[]} traces */
const registering = (traces) => `Plotly.register([${traces.map((trace) => `require("plotly.js/lib/${trace}")`)}]);`;

/** @type {(path: string) => string} */
const nameOf = (path) => relative(`${import.meta.dirname}/node_modules`, path);

/** Leaves out what no figure of ours has, and the style sheet of a library for maps. */
const withoutUnused = {
  name: "without-unused",
  setup(build) {
    const parts = new RegExp(`^\\./components/(${UNUSED.join("|")})$`);
    build.onResolve({ filter: parts }, ({ path }) => ({ path, namespace: "unused" }));
    build.onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => {
      const name = path.split("/").pop();
      return { contents: `module.exports = { moduleType: "component", name: "${name}" };` };
    });
    build.onResolve({ filter: /maplibre-gl\.css$/ }, () => ({ path: "maps", namespace: "style" }));
    build.onLoad({ filter: /.*/, namespace: "style" }, () => ({ contents: "" }));
  },
};

/**
 * Takes the modules that the flat bundle has from there, and notes them.
 * @param {Set<string>} flat  paths
 * @param {Set<string>} shared
 */
const fromFlat = (flat, shared) => ({
  name: "from-flat",
  setup(build) {
    build.onResolve({ filter: /.*/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData?.isAsked || where.kind === "entry-point") return null;
      const found = await build.resolve(path, { ...where, pluginData: { isAsked: true } });
      if (!flat.has(found.path)) return found;
      shared.add(found.path);
      return { path: found.path, namespace: "shared" };
    });
    build.onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => ({
      contents: `module.exports = Plotly.shared[${JSON.stringify(nameOf(path))}]();`,
    }));
  },
});

/**
 * The settings are those of plotly.js's own esbuild-config.js.
 * @param {string} file
 * @param {string} contents
 * @param {string[]} traces
 * @param {object[]} plugins
 */
const build = (file, contents, traces, plugins, { hint = "", ...rest } = {}) =>
  esbuild.build({
    stdin: { contents, resolveDir: import.meta.dirname },
    outfile: `../assets/vendor/${file}`,
    format: "iife",
    bundle: true,
    minify: true,
    metafile: true,
    plugins: [...plugins, inlineCSS(), glsl({ minify: true }), environmentPlugin({ NODE_DEBUG: false })],
    alias: { regl: "@plotly/regl", stream: "stream-browserify" },
    define: { global: "window", "define.amd": "false" },
    target: "es2016",
    banner: { js: `${hint}/** plotly.js v${version} (${traces.join(", ")}), MIT: see plotly.LICENSE.txt */` },
    ...rest,
  });

/** @param {string[]} shared */
function buildFlat(shared) {
  const thunks = shared.map((path) => `${JSON.stringify(nameOf(path))}: () => require(${JSON.stringify(path)})`);
  const contents = `const Plotly = require("plotly.js/lib/core");
    ${registering(TRACES)}
    Plotly.shared = { ${thunks.sort().join(", ")} };
    module.exports = Plotly;`;
  return build("plotly.min.js", contents, ["scatter", ...TRACES], [withoutUnused], { globalName: "Plotly", hint: AT_ONCE });
}

const { metafile } = await buildFlat([]);
const flat = new Set(Object.keys(metafile.inputs).map((path) => `${import.meta.dirname}/${path}`));
const shared = new Set();
await build("plotly-space.min.js", registering(IN_SPACE), IN_SPACE, [fromFlat(flat, shared)]);
await buildFlat([...shared]);

const VENDOR = new URL("../assets/vendor/", import.meta.url);

// Plotly writes a true minus on axes and a hyphen in every other number: its formatter's default becomes the former.
const HYPHENS = ['minus===void 0?"-"', 'minus:"-"'];
const BUNDLE = new URL("plotly.min.js", VENDOR);
let source = readFileSync(BUNDLE, "utf8");
for (const hyphen of HYPHENS) {
  if (source.split(hyphen).length !== 2) throw new Error(`the formatter of Plotly has no ${hyphen}`);
  source = source.replace(hyphen, hyphen.replace('"-"', '"\\u2212"'));
}
writeFileSync(BUNDLE, source);

for (const file of ["plotly.min.js", "plotly-space.min.js"])
  writeFileSync(new URL(`${file}.br`, VENDOR), brotliCompressSync(readFileSync(new URL(file, VENDOR))));
