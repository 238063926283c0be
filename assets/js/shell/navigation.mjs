/* Links of the bar, and those from a table to another page, change it without loading the document again, as Dash's own
   links do. The next page is in the language of the document, whose strings stay. What is no lesson is another document. */

import { onServer } from "../addresses.mjs";
import { connection } from "../connection.mjs";
import { all, around } from "../dom.mjs";

const PATIENCE = 800; // ms for an answer; then another worker is asked
const PAUSE = 500; // ms until the server is asked again

/**
 * Whether a click asks for nothing else, such as another tab.
 * @param {MouseEvent} event
 */
export const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }) =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);

/**
 * An address in the language that the present one names, if it names one and the other none.
 * @param {string} href
 */
function inThisLanguage(href) {
  const address = new URL(href, window.location.href);
  const language = new URLSearchParams(window.location.search).get("lang");
  if (language && !address.searchParams.has("lang")) address.searchParams.set("lang", language);
  return address.href;
}

/** Whether the present document can show the page of an address. @param {string} href */
function canChangeTo(href) {
  const { pathname } = new URL(href, window.location.href);
  const lessons = /** @type {HTMLAnchorElement[]} */ (all(".lessons li a"));
  return document.getElementById("_pages_content") && lessons.some((lesson) => lesson.pathname === pathname);
}

/** Wait until the server answers: an address without its page would stand over the page before it. */
async function serverAnswers() {
  for (;;) {
    try {
      await fetch(onServer("healthz"), { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      return connection.answered();
    } catch {
      connection.silent();
      await new Promise((done) => window.setTimeout(done, PAUSE));
    }
  }
}

let wanted = ""; // the last address that was asked for

/** Show the page of an address. @param {string} href */
export async function openPage(href) {
  if (!canChangeTo(href)) return window.location.assign(inThisLanguage(href));
  wanted = href;
  await serverAnswers();
  if (wanted !== href) return;
  wanted = "";
  window.history.pushState({}, "", inThisLanguage(href));
  window.dispatchEvent(new PopStateEvent("popstate")); // Dash's router listens to it
  window.scrollTo(0, 0);
}

document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (around(event, ".bar a, .live-table a"));
  if (!link || !isPlainClick(event) || !canChangeTo(link.href)) return; // the browser loads the page
  event.preventDefault();
  openPage(link.href);
});
