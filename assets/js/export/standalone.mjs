/* Parts of the page as one HTML file that needs nothing else. */

import { all, element } from "../dom.mjs";

/**
 * A copy of a part of the page without buttons, with formulas as MathML and whole addresses.
 * @param {Element} part
 */
export function copyOf(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  for (const formula of all("mjx-container", copy)) {
    const math = formula.querySelector("mjx-assistive-mml math");
    if (math) formula.replaceWith(math);
  }
  for (const button of all("button", copy)) button.remove();
  for (const link of all("a[href]", copy))
    link.setAttribute("href", new URL(link.getAttribute("href") || "", location.href).href);
  return copy;
}

/** When and from which link a file was made. */
export function origin() {
  const when = new Date().toISOString().replace("T", " at ").slice(0, 19);
  const link = element("a", { href: location.href }, location.href);
  return element("p", { className: "made" }, `Made on ${when} UTC from `, link);
}

/**
 * The file in pieces.
 * @param {{ title: string, style: string, body: Element[], scripts?: string[] }} page  scripts as whole elements
 */
export function standalone({ title, style, body, scripts = [] }) {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = "en";
  page.head.insertAdjacentHTML("afterbegin", '<meta charset="utf-8">');
  page.head.insertAdjacentHTML("beforeend", '<meta name="viewport" content="width=device-width, initial-scale=1">');
  page.head.append(Object.assign(page.createElement("style"), { textContent: style }));
  page.body.append(...body.map((part) => page.importNode(part, true)));
  const text = page.documentElement.outerHTML;
  const end = text.lastIndexOf("</body>");
  return [`<!DOCTYPE html>\n${text.slice(0, end)}`, ...scripts, `${text.slice(end)}\n`];
}
