/* Asking until there is an answer. A question that got lost is asked again, at once and then after growing pauses; one to
   which there is no answer is asked a second time beside the first, because another worker may be free. That is possible
   since every answer is a function of its question. */

const SILENCES = [2000, 4000, 8000]; // ms without an answer until the question is asked beside, and in the end given up
const PAUSES = [0, 250, 500, 1000, 2000, 4000]; // ms until what got lost is asked again

/**
 * @template T
 * @typedef {object} Asking
 * @property {(signal: AbortSignal) => Promise<T>} ask
 * @property {(error: unknown) => boolean} isFinal  whether asking again would be answered alike
 * @property {() => boolean} isWanted  whether somebody still waits
 * @property {() => void} silent  is told when the question got lost, and when there is no answer for too long
 */

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * The first answer that comes; fails when all that were asked got lost, and when none has come after the last silence.
 * @template T
 * @param {Asking<T>} asking
 * @returns {Promise<T>}
 */
function firstAnswer({ ask, isFinal, isWanted, silent }) {
  const others = new AbortController();
  let open = 0;
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  /** @type {Promise<T>} */
  const first = new Promise((answer, fail) => {
    const one = () => {
      open += 1;
      ask(others.signal).then(answer, (error) => {
        open -= 1;
        if (open === 0 || isFinal(error)) fail(error);
      });
    };
    const wait = (/** @type {number} */ times) => {
      timer = setTimeout(() => {
        silent();
        if (times === SILENCES.length - 1 || !isWanted()) return fail(new Error("no answer"));
        one();
        wait(times + 1);
      }, SILENCES[times]);
    };
    one();
    wait(0);
  });
  return first.finally(() => {
    clearTimeout(timer);
    others.abort();
  });
}

/**
 * The answer to a question, however often it has to be asked. Fails with what is final, and when nobody waits any more.
 * @template T
 * @param {Asking<T>} asking
 * @returns {Promise<T>}
 */
export async function patiently(asking) {
  for (let lost = 0; ; lost += 1) {
    try {
      return await firstAnswer(asking);
    } catch (error) {
      if (asking.isFinal(error) || !asking.isWanted()) throw error;
      asking.silent();
      await pause(PAUSES[Math.min(lost, PAUSES.length - 1)]);
      if (!asking.isWanted()) throw error;
    }
  }
}
