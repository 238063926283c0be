/* Parts of the page as one HTML file that needs nothing else. */

import { all, element } from "../dom.mjs";
import { message } from "../messages.mjs";

/** Buttons that are the names of what stands beside them. */
const NAMES = ".ask, .picture-name";

/** What is said of a name under the pointer. @param {HTMLElement} name */
const helpOf = ({ dataset }) => document.getElementById(dataset.help || "")?.textContent || "";

/**
 * A copy of a part of the page without buttons, whose names stay, and with whole addresses.
 * @param {Element} part
 */
export function copyOf(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  for (const word of all("[data-lights]", copy)) word.replaceWith(...word.childNodes); // there is nothing to light up
  for (const name of all(NAMES, copy))
    name.replaceWith(element("span", { title: helpOf(name) }, name.textContent || ""));
  for (const rest of all("button, [hidden]", copy)) rest.remove();
  for (const link of all("a[href]", copy))
    link.setAttribute("href", new URL(link.getAttribute("href") || "", location.href).href);
  return copy;
}

/** When and from which link a file was made. */
export function origin() {
  const [date, time] = new Date().toISOString().split("T");
  const link = element("a", { href: location.href }, location.href);
  return element("p", { className: "made" }, message("take-away.made-on", { date, time: time.slice(0, 5) }), link);
}

/**
 * The file in pieces.
 * @param {{ title: string, style: string, body: Element[], scripts?: string[] }} page  scripts as whole elements
 */
export function standalone({ title, style, body, scripts = [] }) {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = document.documentElement.lang;
  page.head.insertAdjacentHTML("afterbegin", '<meta charset="utf-8">');
  page.head.insertAdjacentHTML("beforeend", '<meta name="viewport" content="width=device-width, initial-scale=1">');
  page.head.append(Object.assign(page.createElement("style"), { textContent: style }));
  page.body.append(...body.map((part) => page.importNode(part, true)));
  const text = page.documentElement.outerHTML;
  const end = text.lastIndexOf("</body>");
  return [`<!DOCTYPE html>\n${text.slice(0, end)}`, ...scripts, `${text.slice(end)}\n`];
}
