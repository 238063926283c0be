/* What tests in a real browser look at: the one global of ours. No module reads it. */

import { heldLabels } from "./comparison/names.mjs";
import { report } from "./export/report.mjs";
import { plotIn, withFrame } from "./figures/animator.mjs";
import { paintQuickly } from "./figures/fast_traces.mjs";
import { isDrawing } from "./page.mjs";
import { session } from "./session.mjs";

window.nnviz = {
  inspect: () => ({ page: session.page, words: session.words, playback: session.playback, painter: session.animator }),
  set: (changes) => session.settings.set(changes),
  isDrawing,
  heldLabels,
  heldRuns: () => session.comparison,
  paintQuickly,
  plotIn,
  report,
  withFrame,
};
