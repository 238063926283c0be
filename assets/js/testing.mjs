/* What the tests in a real browser look at: the one global of ours. No module reads it. */

import { comparisonLabels } from "./comparison/names.mjs";
import { report } from "./export/report.mjs";
import { asDrawn } from "./figures/as_drawn.mjs";
import { paintFast } from "./figures/fast_traces.mjs";
import { plotIn, withFrame } from "./figures/plots.mjs";
import { isDrawing } from "./page.mjs";
import { session } from "./session.mjs";

/** @param {Record<string, string>} values */
const set = (values) => session.settings.set(values);

/** What is on the screen: its page, what its fields say, its run, what paints its figures; nothing before it is open. */
function inspect() {
  if (!session.isOpen) return { page: null, values: null, playback: null, animator: null };
  const { animator, page, playback, values } = session;
  return { animator, page, playback, values };
}

const comparison = () => session.comparison;

window.nnviz = { asDrawn, comparison, comparisonLabels, inspect, isDrawing, paintFast, plotIn, report, set, withFrame };
