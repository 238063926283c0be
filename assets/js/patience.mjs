/* Asking until there is an answer. A question that got lost is asked again, at once and then after growing pauses; one to
   which there is no answer is asked a second time beside the first, because another worker may be free. That is possible
   since every answer is a function of its question.

   A browser keeps several connections, and all may lead to the worker that is stuck: a question that is put again could
   wait there as well. So cheap calls find out beforehand whether anybody answers, several at once and each on a connection
   of its own; the question follows on the one that has just worked. A server that is slow for all is called, not asked. */

const SUSPICION = 800; // ms without an answer until it is found out whether anybody else answers
const LATEST_SUSPICION = 1600; // the same where answers take long: less than the first silence
const CALLS = 3; // at once
const ROUNDS = 2; // of calls: with the question itself they need more connections than a browser keeps
const CALL_TIME = 400; // ms until a call counts as lost, and its connection is closed
const SILENCES = [2000, 4000, 8000]; // ms without an answer until the question is asked beside, and in the end given up
const PAUSES = [0, 250, 500, 1000, 2000, 4000]; // ms until what got lost is asked again

/**
 * @template T
 * @typedef {object} Asking
 * @property {(signal: AbortSignal) => Promise<T>} ask
 * @property {(signal: AbortSignal) => Promise<unknown>} call  asks for next to nothing
 * @property {(error: unknown) => boolean} isFinal  whether asking again would be answered alike
 * @property {() => boolean} isWanted  whether somebody still waits
 * @property {number} [usual]  ms that the last answer took: where all wait nobody is suspected so soon
 * @property {() => void} silent  is told when the question got lost, and when there is no answer for too long
 */

/**
 * Wait, and no longer than until the browser says that there is a network again.
 * @param {number} ms
 */
async function pause(ms) {
  const isOver = new AbortController();
  await new Promise((done) => {
    setTimeout(done, ms);
    globalThis.addEventListener?.("online", done, { signal: isOver.signal });
  });
  isOver.abort();
}

/**
 * Whether anybody answers a call within its time.
 * @param {(signal: AbortSignal) => Promise<unknown>} call
 */
async function somebodyAnswers(call) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), CALL_TIME);
    try {
      await Promise.any(Array.from({ length: CALLS }, () => call(late.signal)));
      return true;
    } catch {
      // all got lost, or were too late
    } finally {
      clearTimeout(timer);
      late.abort();
    }
  }
  return false;
}

/**
 * The first answer that comes; fails when all that were asked got lost, and when none has come after the last silence.
 * @template T
 * @param {Asking<T>} asking
 * @returns {Promise<T>}
 */
function firstAnswer({ ask, call, isFinal, isWanted, silent, usual = 0 }) {
  const others = new AbortController();
  let [open, asked] = [0, 0];
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let suspicion = timer;
  /** @type {Promise<T>} */
  const first = new Promise((answer, fail) => {
    const one = () => {
      open += 1;
      asked += 1;
      ask(others.signal).then(answer, (error) => {
        open -= 1;
        if (open === 0 || isFinal(error)) fail(error);
      });
    };
    const wait = (/** @type {number} */ times) => {
      timer = setTimeout(() => {
        silent();
        if (times === SILENCES.length - 1 || !isWanted()) return fail(new Error("no answer"));
        if (asked === times + 1) one();
        wait(times + 1);
      }, SILENCES[times]);
    };
    one();
    wait(0);
    const late = Math.max(SUSPICION, Math.min(2 * usual, LATEST_SUSPICION));
    suspicion = setTimeout(async () => {
      if ((await somebodyAnswers(call)) && asked === 1 && !others.signal.aborted && isWanted()) one();
    }, late);
  });
  return first.finally(() => {
    clearTimeout(suspicion);
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
