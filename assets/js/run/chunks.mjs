/* The chunks of a run: what the server has answered, and what leads from there to any of its steps. */

/** @typedef {import("../session.mjs").Values} Values */
/** @typedef {import("./arrays.mjs").WireArray} WireArray */
/** @typedef {import("./curves.mjs").WirePoints} WirePoints */

/** @typedef {{ step: number, arrays: Record<string, object> }} Checkpoint  What a run needs to go on from a step. */
/**
 * @typedef {object} Chunk  The steps of one answer.
 * @property {number} from
 * @property {number} to
 * @property {Checkpoint} before  the checkpoint it was begun from
 * @property {Checkpoint | null} after  the one it was left in, if it has been left at its end
 * @property {Values} values  the settings of its steps
 */
/** @typedef {{ state: Checkpoint | null, replay?: { settings: Values, steps: number } }} Origin */
/** @typedef {{ settings: Values, steps: number, stride: number } & Origin} Question */
/** @typedef {{ lesson: string } & Question} Message  What the server is asked. */
/**
 * @typedef {object} Answer  What it answers.
 * @property {Record<string, WireArray>} frames
 * @property {Record<string, WirePoints>} [between]  the points between the frames that a line through these would miss
 * @property {Checkpoint} before
 * @property {Checkpoint} state
 * @property {boolean} complete
 * @property {string} ending
 * @property {number} [replay_left]  steps of a replay that did not fit into one answer: it goes on from `state`
 */

/**
 * @typedef {object} Listener  What a playback tells.
 * @property {(question: Message) => void} request
 * @property {(stays: boolean) => void} frame
 * @property {(text: string) => void} status
 */

/**
 * The chunk that a step is in.
 * @param {Chunk[]} chunks
 * @param {number} step
 */
export const chunkAt = (chunks, step) => chunks.find((chunk) => step <= chunk.to) || chunks[chunks.length - 1];

/**
 * The values that are not the same as now: what is long and has not changed does not travel twice.
 * @param {Values} values
 * @param {Values} now
 */
const others = (values, now) =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== now[name]));

/**
 * What leads to a step at which these values hold: its checkpoint, or an earlier one and the steps to replay from it.
 * @param {Chunk[]} chunks
 * @param {number} step
 * @param {Values} values
 * @returns {Origin}
 */
export function origin(chunks, step, values) {
  if (chunks.length === 0) return { state: null };
  const chunk = chunkAt(chunks, step);
  if (step === chunk.to && chunk.after) return { state: chunk.after };
  if (step === chunk.from) return { state: chunk.before };
  return { state: chunk.before, replay: { settings: others(chunk.values, values), steps: step - chunk.from } };
}

/**
 * The question again, its replay from where an answer has come to.
 * @param {Message} message
 * @param {Answer} answer
 */
export function goingOn(message, { state, replay_left: steps = 0 }) {
  return { ...message, state, replay: { settings: {}, ...message.replay, steps } };
}
