/* A table that a run has filled as a page by itself, in one file. */

import { save } from "./saving.mjs";

const STYLE = `
  body { font: 16px/1.4 sans-serif; margin: 2rem; color: #1b1f24; }
  table { border-collapse: collapse; }
  th, td { padding: 0.2rem 0.8rem 0.2rem 0; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
  td { font-family: monospace; }
  tbody th { padding-top: 1rem; font-weight: 400; }
  [data-mark="✓"] { color: #00684b; }
  [data-mark="✗"] { color: #b34700; font-weight: 700; }`;

/* A copy of a table as HTML that needs nothing else: no button, links with the whole address. */
export function report(section) {
  const copy = section.cloneNode(true);
  copy.querySelectorAll("button").forEach((button) => button.remove());
  copy.querySelectorAll("a").forEach((link) => link.setAttribute("href", new URL(link.getAttribute("href"), location)));
  const page = document.implementation.createHTMLDocument(section.dataset.title);
  const put = (tag, text, parent = page.body) => {
    parent.appendChild(page.createElement(tag)).textContent = text;
  };
  put("style", STYLE, page.head);
  put("h1", section.dataset.title);
  put("p", `Made on ${new Date().toISOString().replace("T", " at ").slice(0, 19)} UTC from ${location.href}`);
  put("p", summary(section));
  page.body.appendChild(page.importNode(copy, true));
  page.documentElement.lang = "en";
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  page.head.prepend(charset);
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n`;
}

function summary(section) {
  const count = (mark) => section.querySelectorAll(`[data-mark="${mark}"]`).length;
  const lines = section.querySelectorAll(".row-of-texts").length;
  const [same, other] = [count("✓"), count("✗")];
  return `${lines} lines: ${same} agree, ${other} differ, ${lines - same - other} not computed.`;
}

function saveReport(section) {
  save(`${section.id}-${new Date().toISOString().slice(0, 10)}.html`, [report(section)], "text/html");
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-report]");
  if (button) saveReport(document.getElementById(button.dataset.report));
});
