// Makes assets/vendor/plotly.min.js: Plotly with the trace types that the figures use, a third of the whole.
// Beside it stands the same compressed as far as it goes, which takes too long for a server that is asked for it.
// In this folder, with Node 20 or newer: npm ci && node bundle.mjs
import esbuild from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";

const require = createRequire(import.meta.url);
const { environmentPlugin } = require("esbuild-plugin-environment");
const { glsl } = require("esbuild-plugin-glsl");
const inlineCSS = require("esbuild-plugin-inline-css");
const { version } = require("plotly.js/package.json");

const TRACES = ["bar", "contour", "heatmap", "scatter3d", "surface", "table"]; // scatter is always there

// The settings are those of plotly.js's own esbuild-config.js.
await esbuild.build({
  stdin: {
    contents: `const Plotly = require("plotly.js/lib/core");
      Plotly.register([${TRACES.map((trace) => `require("plotly.js/lib/${trace}")`)}]);
      module.exports = Plotly;`,
    resolveDir: import.meta.dirname,
  },
  outfile: "../assets/vendor/plotly.min.js",
  format: "iife",
  globalName: "Plotly",
  bundle: true,
  minify: true,
  plugins: [inlineCSS(), glsl({ minify: true }), environmentPlugin({ NODE_DEBUG: false })],
  alias: { regl: "@plotly/regl", stream: "stream-browserify" },
  define: { global: "window", "define.amd": "false" },
  target: "es2016",
  banner: { js: `/** plotly.js v${version} (${["scatter", ...TRACES].join(", ")}), MIT: see plotly.LICENSE.txt */` },
});

const BUNDLE = new URL("../assets/vendor/plotly.min.js", import.meta.url);

// Plotly writes a true minus on axes and a hyphen in every other number: its formatter's default becomes the former.
const HYPHENS = ['minus===void 0?"-"', 'minus:"-"'];
let source = readFileSync(BUNDLE, "utf8");
for (const hyphen of HYPHENS) {
  if (source.split(hyphen).length !== 2) throw new Error(`the formatter of Plotly has no ${hyphen}`);
  source = source.replace(hyphen, hyphen.replace('"-"', '"\\u2212"'));
}
writeFileSync(BUNDLE, source);

writeFileSync(`${BUNDLE.pathname}.br`, brotliCompressSync(readFileSync(BUNDLE)));
