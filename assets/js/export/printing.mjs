/* What is printed: the title, the settings, every figure in full at the step on the screen, the words, and the link with its QR
   code. The browser tells that it is going to print and waits for nothing, so the code is fetched before, where the page prints by
   itself: the button and the key. Whoever prints by the browser's menu gets the link in letters. */

import { byId, element, isAt } from "../dom.mjs";
import { asDrawn, copied } from "../figures/as_drawn.mjs";
import { withThinLeaving } from "../figures/leaving_paths.mjs";
import { plotOf, withFrameNow } from "../figures/plots.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { writeLink } from "../settings/links.mjs";

const SIZE = { width: 680, height: 400 }; // pixels, of which a sheet of A4 is about 700 wide
const root = document.documentElement;

/** The settings by the names of their controls. */
function settings() {
  const { lesson, fields } = session.page;
  return Object.keys(fields).flatMap((name) => {
    const label = document.querySelector(`label[for="${lesson}-${name}"]`)?.textContent;
    const value = session.values[name];
    return label && value ? [element("dt", {}, label.trim()), element("dd", {}, value)] : [];
  });
}

/** @param {HTMLImageElement | null} code */
function head(code) {
  const { playback } = session;
  const step = playback ? [element("p", {}, message("print.step", { n: playback.step.toLocaleString("en") }))] : [];
  const title = element("h1", {}, byId("place-title").textContent ?? "");
  const link = element("p", { className: "link" }, window.location.href);
  byId("printed").replaceChildren(title, ...step, element("dl", {}, ...settings()), link, ...(code ? [code] : []));
}

/** @param {string} name */
function drawInFull(name) {
  const [figure, plot] = [asDrawn(name), plotOf(name)];
  if (!figure || !plot) return;
  plot.toggleAttribute("data-ends", false); // in full it has a legend, and no room for names at the ends of its curves
  window.Plotly.react(plot, withThinLeaving(withFrameNow(figure.data), figure.layout), {
    ...copied(figure.layout),
    ...SIZE,
    autosize: false,
  });
}

/** The code of the link, when it is there; null where it cannot be had. */
function codeOfLink() {
  writeLink();
  const code = element("img", { alt: "", width: 120, height: 120 });
  code.src = `${byId("share").dataset.qr}?link=${encodeURIComponent(window.location.href)}`;
  return code.decode().then(
    () => code,
    () => null,
  );
}

/** @type {HTMLImageElement | null} */
let code = null;

/** Print the page with the code of its link. */
export async function print() {
  code = await codeOfLink();
  window.print();
  code = null;
}

window.addEventListener("beforeprint", () => {
  if (!session.isOpen) return;
  head(code);
  root.dataset.printing = "";
  for (const name of session.page.figures) drawInFull(name);
});

window.addEventListener("afterprint", () => {
  if (!session.isOpen) return;
  delete root.dataset.printing;
  session.tell("stage");
});

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (!session.isOpen) return;
  event.preventDefault();
  print();
});

document.addEventListener("click", (event) => {
  if (isAt(event, "take-print")) print();
});
