/* The page as one HTML file that needs no network: text, numbers, settings, link, and figures that can be turned and zoomed.

   The drawing library inside it is the one that the page itself has loaded. */

import { figureNow } from "./slides.mjs";
import { plotIn } from "../figures/animator.mjs";
import { session } from "../session.mjs";

const STYLE = `
  body { max-width: 76rem; margin: 1.5rem auto; padding: 0 1rem; font: 17px/1.5 system-ui, sans-serif; color: #1b1f24; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1rem; }
  figure { margin: 0; min-width: 0; } [data-figure] { height: 26rem; }
  .figure-main, .figure-wide, .figure-long { grid-column: 1 / -1; }
  figcaption, dt, .made { color: #57606a; font-size: 0.95rem; } figcaption strong { color: #1b1f24; }
  dl { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; } dd { margin: 0; font-variant-numeric: tabular-nums; }
  table { border-collapse: collapse; } .held, .facts, .live-table { overflow-x: auto; }
  th, td { padding: 0.15rem 1rem 0.15rem 0; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
  .readout:has(dd:empty) { display: none; }
  .text { max-width: 46rem; } a { color: #0072b2; } .held path { stroke: currentcolor; stroke-width: 2; }
  .held svg { width: 40px; height: 10px; }`;

const DRAW = `
  const figures = JSON.parse(document.getElementById("figures").textContent);
  for (const place of document.querySelectorAll("[data-figure]")) {
    const { data, layout, config } = figures[place.dataset.figure];
    Plotly.newPlot(place, data, layout, config);
  }`;


/* ---- what stands on it ---- */

/* A copy of a part of the page without buttons, with formulas as MathML and whole addresses. */
function copyOf(part) {
  const copy = part.cloneNode(true);
  for (const formula of copy.querySelectorAll("mjx-container")) {
    const math = formula.querySelector("mjx-assistive-mml math");
    if (math) formula.replaceWith(math);
  }
  copy.querySelectorAll("button").forEach((button) => button.remove());
  copy.querySelectorAll("a[href]").forEach((a) => a.setAttribute("href", new URL(a.getAttribute("href"), location)));
  return copy;
}

const element = (tag, text, parts = []) => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...parts);
  return made;
};

function settings() {
  const { page, words } = session;
  const entries = Object.keys(page.fields).map((name) => {
    const label = document.querySelector(`label[for="${page.lesson}-${name}"]`);
    return element("div", "", [element("dt", label.textContent), element("dd", words[name])]);
  });
  return element("dl", "", entries);
}

function figure(name) {
  const shown = document.getElementById(`${session.page.lesson}-${name}`).closest("figure");
  const place = document.createElement("div");
  place.dataset.figure = name;
  const made = element("figure", "", [copyOf(shown.querySelector("figcaption")), place]);
  made.className = shown.className;
  return made;
}

/* The parts of the page that have something to say, in their order. */
function parts(selector) {
  const found = [...document.querySelectorAll(`.stage ${selector}`)];
  return found.filter((part) => !part.hidden && part.textContent.trim() !== "").map(copyOf);
}

function body() {
  const { page } = session;
  const made = element("p", `Made on ${new Date().toISOString().replace("T", " at ").slice(0, 19)} UTC from `);
  const link = element("a", location.href);
  link.href = location.href;
  made.append(link);
  made.className = "made";
  const figures = element("div", "", page.figures.map(figure));
  figures.className = "figures";
  return [
    element("h1", document.querySelector(".stage h1").textContent),
    made,
    ...parts(":is(.notice, .watch, .facts, .readouts, .held)"),
    figures,
    ...parts(":is(.live-table, .text)"),
    element("h2", "Settings"),
    settings(),
  ];
}

/* ---- the file ---- */

/* Text that ends no script element and begins no comment in one, whatever it holds; inside JavaScript's own texts and
   patterns it means the same. */
const inScript = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");

const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);

/* How a figure behaves here: without the maker's logo, and without the button that sends data to him. */
function configOf(name) {
  const { displaylogo, responsive, plotlyServerURL, modeBarButtonsToRemove } =
    plotIn(`${session.page.lesson}-${name}`)._context;
  return { displaylogo, responsive, plotlyServerURL, modeBarButtonsToRemove };
}

function figuresAsJson() {
  const wanted = (name) => ({ ...figureNow(name), config: configOf(name) });
  const named = session.page.figures.map((name) => [name, wanted(name)]);
  return JSON.stringify(Object.fromEntries(named), plain).replaceAll("<", "\\u003c");
}

async function drawingLibrary() {
  const script = [...document.scripts].find(({ src }) => /plotly[\w.-]*\.js/.test(src));
  const answer = await fetch(script.src);
  if (!answer.ok) throw new Error(`The server answers ${answer.status}.`);
  return answer.text();
}

/* The file in pieces. */
export async function offlinePage() {
  const page = document.implementation.createHTMLDocument(document.title);
  page.documentElement.lang = "en";
  page.head.insertAdjacentHTML("afterbegin", '<meta charset="utf-8">');
  page.head.insertAdjacentHTML("beforeend", '<meta name="viewport" content="width=device-width, initial-scale=1">');
  page.head.append(Object.assign(page.createElement("style"), { textContent: STYLE }));
  page.body.append(...body().map((part) => page.importNode(part, true)));
  const text = page.documentElement.outerHTML;
  const end = text.lastIndexOf("</body>");
  return [
    `<!DOCTYPE html>\n${text.slice(0, end)}`,
    `<script type="application/json" id="figures">${figuresAsJson()}</script>\n`,
    `<script>${inScript(await drawingLibrary())}</script>\n<script>${DRAW}</script>\n`,
    text.slice(end),
  ];
}
