/* Who has done the first steps in the laboratory, or has skipped them, is led to the lessons instead. */

import { all } from "../dom.mjs";
import { areStepsDone } from "../shell/first_steps_memory.mjs";

if (areStepsDone()) {
  for (const part of all("[data-steps]")) part.hidden = part.dataset.steps !== "done";
}
