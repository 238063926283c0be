/* The page as one HTML file that needs no network: text, numbers, settings, link, and figures that can be turned and zoomed.

   The drawing library inside it is the one that the page itself has loaded. */

import { all, byId, element } from "../dom.mjs";
import { plotOf } from "../figures/plots.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { figureNow } from "./slides.mjs";
import { copyOf, origin, standalone } from "./standalone.mjs";

const STYLE = `
  body { max-width: 76rem; margin: 1.5rem auto; padding: 0 1rem; font: 17px/1.5 system-ui, sans-serif; color: #1b1f24; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1rem; }
  figure { margin: 0; min-width: 0; } [data-figure] { height: 26rem; }
  [data-size="long"] { grid-column: 1 / -1; }
  figcaption, dt, .made { color: #57606a; font-size: 0.95rem; } figcaption strong { color: #1b1f24; }
  dl { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; } dd { margin: 0; font-variant-numeric: tabular-nums; }
  table { border-collapse: collapse; } .comparison, .facts, .live-table { overflow-x: auto; }
  th, td { padding: 0.15rem 1rem 0.15rem 0; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
  .readout:has(dd:empty) { display: none; }
  .text { max-width: 46rem; } a { color: #0072b2; } .comparison path { stroke: currentcolor; stroke-width: 2; }
  .comparison svg { width: 40px; height: 10px; }
  math { font-family: "STIX Two Math", math; font-size: 1.15em; } .formula { margin: 1rem 0; overflow-x: auto; }
  mtd[columnalign="left"] { text-align: left; } mtd[columnalign="right"] { text-align: right; }`;

const DRAW = `
  const figures = JSON.parse(document.getElementById("figures").textContent);
  for (const place of document.querySelectorAll("[data-figure]")) {
    const { data, layout, config } = figures[place.dataset.figure];
    Plotly.newPlot(place, data, layout, config);
  }`;

/* ---- what stands on it ---- */

function settings() {
  const { page, values } = session;
  const entries = Object.keys(page.fields).map((name) => {
    const label = document.querySelector(`label[for="${page.lesson}-${name}"]`)?.textContent || name;
    return element("div", {}, element("dt", {}, label), element("dd", {}, values[name]));
  });
  return element("dl", {}, ...entries);
}

/** @param {string} name */
function figure(name) {
  const shown = byId(`${session.page.lesson}-${name}`).closest("figure");
  const caption = shown?.querySelector("figcaption");
  const place = element("div", { dataset: { figure: name } });
  const size = shown?.dataset.size || "";
  return element("figure", { className: "picture", dataset: { size } }, ...(caption ? [copyOf(caption)] : []), place);
}

/**
 * The parts of the page that have something to say, in their order.
 * @param {string} selector
 */
function parts(selector) {
  const found = all(`.lesson ${selector}`);
  return found.filter((part) => !part.hidden && (part.textContent || "").trim() !== "").map(copyOf);
}

function body() {
  return [
    element("h1", {}, document.getElementById("place-title")?.textContent || ""),
    origin(),
    ...parts(":is(.notice, .watch, .facts, .readouts, .comparison)"),
    element("div", { className: "figures" }, ...session.page.figures.map(figure)),
    ...parts(":is(.live-table, .text)"),
    element("h2", {}, message("take-away.settings")),
    settings(),
  ];
}

/* ---- the file ---- */

/**
 * Text that ends no script element and begins no comment in one, whatever it holds; inside JavaScript's own texts and
 * patterns it means the same.
 * @param {string} code
 */
const inScript = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");

/** @type {(key: string, value: any) => unknown} */
const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(/** @type {Float64Array} */ (value)) : value);

/**
 * How a figure behaves here: without the maker's logo, and without the button that sends data to him.
 * @param {string} name
 */
function configOf(name) {
  const { displaylogo, responsive, plotlyServerURL, modeBarButtonsToRemove } = plotOf(name)?._context || {};
  return { displaylogo, responsive, plotlyServerURL, modeBarButtonsToRemove };
}

function figuresAsJson() {
  const named = session.page.figures.map((name) => [name, { ...figureNow(name), config: configOf(name) }]);
  return JSON.stringify(Object.fromEntries(named), plain).replaceAll("<", "\\u003c");
}

async function drawingLibrary() {
  const script = [...document.scripts].find(({ src }) => /plotly[\w.-]*\.js/.test(src));
  const answer = await fetch(script ? script.src : "");
  if (!answer.ok) throw new Error(message("take-away.answers", { status: answer.status }));
  return answer.text();
}

/** The typeface of formulas as a rule that needs no network. */
async function formulaFont() {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const source = faces.map(({ style }) => style.getPropertyValue("src")).find((src) => src.includes("stix")) || "";
  const answer = await fetch(/url\("?([^")]*)/.exec(source)?.[1] || "");
  return `@font-face { font-family: "STIX Two Math"; src: url(${await asAddress(await answer.blob())}); }`;
}

/**
 * A file as an address that holds it.
 * @param {Blob} file
 * @returns {Promise<string>}
 */
const asAddress = (file) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(file);
  });

/** The file in pieces. */
export async function offlinePage() {
  const scripts = [
    `<script type="application/json" id="figures">${figuresAsJson()}</script>\n`,
    `<script>${inScript(await drawingLibrary())}</script>\n<script>${DRAW}</script>\n`,
  ];
  return standalone({ title: document.title, style: STYLE + (await formulaFont()), body: body(), scripts });
}
