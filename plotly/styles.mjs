// Makes assets/vendor/plotly.css: the rules that assets/vendor/plotly.min.js would add to a document by itself, in no
// cascade layer. Run it after bundle.mjs, in this folder: node styles.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const VENDOR = new URL("../assets/vendor/", import.meta.url);
const RULES = /=(\{"X,X div":.*?"\});for\(/s;

const [, literal] = RULES.exec(readFileSync(new URL("plotly.min.js", VENDOR), "utf8"));
const selector = (short) => short.replace(/X/g, ".js-plotly-plot .plotly").replace(/Y/g, ".plotly-notifier");

// Plotly puts each rule before the others, so the last one comes first.
const rules = Object.entries(runInNewContext(`(${literal})`)).reverse();
const lines = rules.map(([short, properties]) => `${selector(short)}{${properties}}\n`);
const header = "/* Rules of plotly.js, MIT: see plotly.LICENSE.txt */\n";
writeFileSync(new URL("plotly.css", VENDOR), header + lines.join(""));
