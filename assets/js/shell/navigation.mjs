/* Links of the bar, and those from a table to another page, change it without loading the document again, as Dash's own
   links do. The next page is in the language of the document, whose strings stay. */

import { around } from "../dom.mjs";

/**
 * Whether a click asks for nothing else, such as another tab.
 * @param {MouseEvent} event
 */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }) =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);

/**
 * The address of a link, in the language that the present one names, if it names one and the link none.
 * @param {HTMLAnchorElement} link
 */
function inThisLanguage({ href }) {
  const address = new URL(href);
  const language = new URLSearchParams(window.location.search).get("lang");
  if (language && !address.searchParams.has("lang")) address.searchParams.set("lang", language);
  return address.href;
}

document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (around(event, ".bar a, .live-table a"));
  const canChange = link && isPlainClick(event) && document.getElementById("_pages_content");
  if (!canChange) return; // the browser loads the page
  event.preventDefault();
  window.history.pushState({}, "", inThisLanguage(link));
  window.dispatchEvent(new PopStateEvent("popstate")); // Dash's router listens to it
  window.scrollTo(0, 0);
});
