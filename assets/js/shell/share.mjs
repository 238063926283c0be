/* The share dialog: composes a link to what is on the screen, with what it does when it opens and what it leaves out.

   The link is the address bar's, which describes the screen already; the boxes add to it and take away. */

import { session } from "../session.mjs";
import { textOf, writeLink } from "../settings/links.mjs";

const byId = (id) => document.getElementById(id);

const OPENS = { // query key -> the label of its box, and the word in a link that has it ticked
  step: { label: "Start at the step on the screen", word: () => String(session.playback.step) },
  autoplay: { label: "Play by itself", word: () => "on" },
  projector: { label: "Projector mode", word: (query) => query.get("projector") || "on" },
};

function box(parent, key, label, isTicked) {
  const line = parent.appendChild(document.createElement("label"));
  const input = line.appendChild(document.createElement("input"));
  Object.assign(input, { type: "checkbox", checked: isTicked, id: `share-${key}` });
  input.dataset.key = key;
  line.append(` ${label}`);
}

/* Everything with a name of its own on this page: controls, numbers and figures -> what a person calls them. */
function single(page) {
  const text = (element) => (element ? element.textContent.trim() : "");
  const found = {};
  for (const name of Object.keys(page.fields)) found[name] = text(document.querySelector(`label[for="${page.lesson}-${name}"]`));
  for (const name of Object.keys(page.readouts)) {
    const number = byId(`${page.lesson}-${name}`);
    found[name] = text(number && number.previousElementSibling);
  }
  for (const name of Object.keys(page.tables)) {
    const table = byId(`${page.lesson}-${name}`); // a table that is hidden is not there
    found[name] = table ? table.dataset.title : name;
  }
  for (const name of page.figures) found[name] = text(document.querySelector(`[data-figure="${name}"] strong`));
  return found;
}

function fill() {
  writeLink(); // while a run plays the address bar may be a second old
  const { page, playback } = session;
  if (!page) return compose(); // there is no lesson at this address
  const query = new URLSearchParams(window.location.search);
  const hidden = (query.get("hide") || "").split(",");
  for (const id of ["share-opens", "share-parts", "share-single"]) byId(id).replaceChildren();
  for (const [key, { label }] of Object.entries(OPENS))
    if (playback || key === "projector") box(byId("share-opens"), key, label, query.has(key));
  for (const [name, label] of Object.entries(JSON.parse(byId("share").dataset.parts)))
    box(byId("share-parts"), name, label, hidden.includes(name));
  for (const [name, label] of Object.entries(single(page))) box(byId("share-single"), name, label, hidden.includes(name));
  compose();
}

const ticked = (id) => [...byId(id).querySelectorAll("input:checked")].map((input) => input.dataset.key);

function link() {
  const query = new URLSearchParams(window.location.search);
  const opens = ticked("share-opens");
  for (const [key, { word }] of Object.entries(OPENS)) {
    if (opens.includes(key)) query.set(key, word(query));
    else query.delete(key);
  }
  const hidden = [...ticked("share-parts"), ...ticked("share-single")];
  if (hidden.length) query.set("hide", hidden.join(","));
  else query.delete("hide");
  const text = textOf(query);
  return window.location.origin + window.location.pathname + (text ? `?${text}` : "");
}

function frame(address) {
  const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${quoted(address)}" title="${quoted(document.title)}" width="100%" height="800" style="border: 0"></iframe>`;
}

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

function compose() {
  const address = link();
  const { qr, longest } = byId("share").dataset;
  const isTooLong = new TextEncoder().encode(address).length > Number(longest);
  byId("share-link").value = address;
  byId("share-frame").value = frame(address);
  byId("share-copied").textContent = "";
  byId("share-qr").hidden = isTooLong;
  if (!isTooLong) byId("share-qr").src = `${qr}?link=${encodeURIComponent(address)}`;
  byId("share-note").textContent = isTooLong
    ? "This link is too long for a QR code that a phone could read across a room. Give it as text."
    : LOCAL.includes(window.location.hostname)
      ? "This address leads only to this computer. To share it, open the page by the name that the server has in the network."
      : "";
}

/* Without https a browser offers no clipboard, but it still copies what is selected. */
async function copy(text) {
  text.select();
  try {
    if (window.isSecureContext) await navigator.clipboard.writeText(text.value);
    else if (!document.execCommand("copy")) throw new Error("refused");
    byId("share-copied").textContent = "Copied.";
  } catch {
    byId("share-copied").textContent = "The browser does not let the page copy. The text is selected: press Ctrl+C, or ⌘C.";
  }
}

document.addEventListener("nnviz:open", (event) => { if (event.target.id === "dialog-share") fill(); });
document.addEventListener("change", (event) => { if (event.target.closest("#share")) compose(); });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copies]");
  if (button) copy(byId(button.dataset.copies));
});
