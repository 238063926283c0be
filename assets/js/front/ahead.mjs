/* The large scripts that every lesson loads first are fetched as soon as somebody is about to open one: who only looks around,
   or saves data, loads none of them. */

import { around, byId, element } from "../dom.mjs";

const TO_A_LESSON = ".card, .begin, .learning a";
const SIGNS = ["pointerover", "touchstart", "focusin"]; // that a link may be opened

/** @param {Event} event */
function fetchAhead(event) {
  if (!around(event, TO_A_LESSON)) return;
  for (const sign of SIGNS) document.removeEventListener(sign, fetchAhead);
  for (const href of JSON.parse(byId("ahead").textContent || "[]"))
    document.head.append(element("link", { rel: "prefetch", as: "script", href }));
}

const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
if (document.getElementById("ahead") && !connection?.saveData)
  for (const sign of SIGNS) document.addEventListener(sign, fetchAhead, { passive: true });
