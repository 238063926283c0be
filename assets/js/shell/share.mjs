/* The share dialog: composes a link to what is on the screen, with what it does when it opens and what it leaves out.

   The link is the address bar's, which describes the screen already; the boxes add to it and take away. */

import { all, around, byId, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { queryAsText, TABLE, writeLink } from "../settings/links.mjs";
import { tableForLink } from "../user_data/table_in_link.mjs";
import { whenOpened } from "./dialogs.mjs";

/** By query key: the label of the box, and what a link says that has it ticked. */
const OPENS = {
  step: { label: "share.start-at-step", value: () => String(session.run.step) },
  autoplay: { label: "share.autoplay", value: () => "on" },
  projector: {
    label: "share.projector",
    value: (/** @type {URLSearchParams} */ query) => query.get("projector") || "on",
  },
};

/** A box that is ticked where the link says the table on the screen; one that cannot be, with the reason. */
function tableBox() {
  const found = tableForLink();
  if (!found) return [];
  const isSaid = new URLSearchParams(window.location.search).has(TABLE);
  return [box(TABLE, found.says, isSaid && found.text !== "", found.text === "")];
}

/**
 * @param {string} key
 * @param {string} label
 * @param {boolean} checked
 * @param {boolean} [disabled]
 */
function box(key, label, checked, disabled = false) {
  const input = element("input", { type: "checkbox", checked, disabled, id: `share-${key}`, dataset: { key } });
  return element("label", {}, input, ` ${label}`);
}

/** Everything with a name of its own on this page: controls, numbers and figures -> what a person calls them. */
function single() {
  const { fields, figures, lesson, readouts, tables } = session.page;
  /** @param {Element | null | undefined} named */
  const text = (named) => named?.textContent?.trim() || "";
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of Object.keys(fields)) found[name] = text(document.querySelector(`label[for="${lesson}-${name}"]`));
  for (const name of Object.keys(readouts))
    found[name] = text(document.getElementById(`${lesson}-${name}`)?.previousElementSibling);
  for (const name of Object.keys(tables)) // a table that is hidden is not there
    found[name] = document.getElementById(`${lesson}-${name}`)?.dataset.title ?? name;
  for (const name of figures) found[name] = text(document.querySelector(`[data-figure="${name}"] strong`));
  return found;
}

function fill() {
  writeLink(); // while a run plays the address bar may be a second old
  if (session.isOpen) fillBoxes(); // else there is no lesson at this address
  compose();
}

function fillBoxes() {
  const query = new URLSearchParams(window.location.search);
  const hidden = (query.get("hide") || "").split(",");
  const opens = Object.entries(OPENS).filter(([key]) => session.playback || key === "projector");
  /** @param {Record<string, string>} labels */
  const hiding = (labels) => Object.entries(labels).map(([name, label]) => box(name, label, hidden.includes(name)));
  const boxes = opens.map(([key, { label }]) => box(key, message(label), query.has(key)));
  byId("share-opens").replaceChildren(...boxes, ...tableBox());
  byId("share-parts").replaceChildren(...hiding(JSON.parse(byId("share").dataset.parts || "{}")));
  byId("share-single").replaceChildren(...hiding(single()));
}

/** @param {string} id */
const ticked = (id) => all("input:checked", byId(id)).map((input) => input.dataset.key || "");

function link() {
  const query = new URLSearchParams(window.location.search);
  const opens = ticked("share-opens");
  for (const [key, { value }] of Object.entries(OPENS)) {
    if (opens.includes(key)) query.set(key, value(query));
    else query.delete(key);
  }
  const table = opens.includes(TABLE) ? tableForLink()?.text : "";
  if (table) query.set(TABLE, table);
  else query.delete(TABLE);
  const hidden = [...ticked("share-parts"), ...ticked("share-single")];
  if (hidden.length) query.set("hide", hidden.join(","));
  else query.delete("hide");
  const text = queryAsText(query);
  return window.location.origin + window.location.pathname + (text ? `?${text}` : "");
}

/** @param {string} address */
function frame(address) {
  const quoted = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const style = 'width="100%" height="800" style="border: 0"';
  return `<iframe src="${quoted(address)}" title="${quoted(document.title)}" ${style}></iframe>`;
}

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/** @param {boolean} isTooLong */
function note(isTooLong) {
  if (isTooLong) return message("share.too-long");
  return LOCAL.includes(window.location.hostname) ? message("share.local") : "";
}

function compose() {
  const address = link();
  const { qr, longest } = byId("share").dataset;
  const isTooLong = new TextEncoder().encode(address).length > Number(longest);
  byId("share-link", HTMLTextAreaElement).value = address;
  byId("share-frame", HTMLTextAreaElement).value = frame(address);
  byId("share-copied").textContent = "";
  const code = byId("share-qr", HTMLImageElement);
  code.hidden = isTooLong;
  if (!isTooLong) code.src = `${qr}?link=${encodeURIComponent(address)}`;
  byId("share-note").textContent = note(isTooLong);
}

/**
 * Without https a browser offers no clipboard, but it still copies what is selected.
 * @param {HTMLTextAreaElement} text
 */
async function copy(text) {
  text.select();
  try {
    if (window.isSecureContext) await navigator.clipboard.writeText(text.value);
    else if (!document.execCommand("copy")) throw new Error("refused");
    byId("share-copied").textContent = message("share.copied");
  } catch {
    byId("share-copied").textContent = message("share.selected");
  }
}

whenOpened("dialog-share", fill);
document.addEventListener("change", (event) => {
  if (around(event, "#share")) compose();
});
document.addEventListener("click", (event) => {
  const button = around(event, "[data-copies]");
  const text = button && document.getElementById(button.dataset.copies || "");
  if (text) copy(/** @type {HTMLTextAreaElement} */ (text));
});
