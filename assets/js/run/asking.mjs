/* A playback and the server: the question of one goes to the other, and its answer back, while it is wanted. */

import { askServer, ServerError } from "../server.mjs";

/** @typedef {import("./chunks.mjs").Message} Message */
/** @typedef {import("./playback.mjs").Playback} Playback */

/**
 * Ask for the next chunk of a run, until there is one.
 * @param {Playback} playback
 * @param {Message} question
 * @param {() => boolean} isHere  whether the playback is still the one that plays
 * @returns {Promise<boolean>}  whether the playback has received it
 */
export async function askForChunk(playback, question, isHere) {
  const isWanted = () => isHere() && playback.pending === question;
  try {
    const answer = await askServer("training", question, isWanted);
    if (isWanted()) playback.receive(question, answer);
    return isHere();
  } catch (error) {
    if (error instanceof ServerError && error.isRefusal && isWanted()) playback.refused(question, error.message);
    return false;
  }
}
