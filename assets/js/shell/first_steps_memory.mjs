/* Whether this browser's reader has done the first steps, or has skipped them. */

const MEMORY = "nnviz-first-steps";

/** A browser may refuse to keep anything: then they have not been done. */
export function areStepsDone() {
  try {
    return window.localStorage.getItem(MEMORY) === "done";
  } catch {
    return false;
  }
}

export function rememberSteps() {
  try {
    window.localStorage.setItem(MEMORY, "done");
  } catch {
    // they are offered again
  }
}
