/* The part of Plotly that draws in space, a third of it: it is fetched once a page has a figure in space, after what opens the
   page, and draws with what is there already. */

import { element } from "../dom.mjs";

const AGAIN = 1000; // ms after which it is asked for again where it did not come

/** @type {"away" | "coming" | "there"} */
let state = "away";

function fetchIt() {
  state = "coming";
  const script = element("script", { src: document.documentElement.dataset.spaceTraces });
  script.onload = () => {
    state = "there";
  };
  script.onerror = () => {
    script.remove();
    window.setTimeout(fetchIt, AGAIN);
  };
  document.head.append(script);
}

/** Whether figures in space can be drawn; if not, it is not long until then. */
export function canDrawSpace() {
  if (state === "away") fetchIt();
  return state === "there";
}
