/* A playback with a server beside it that answers when it is told to. */

import { Playback } from "../../../assets/js/run/playback.mjs";
import { sumAt, TrainingServer } from "./training_server.mjs";

export const values = (rate, data = "moons") => ({ rate: String(rate), data });

export class Playing {
  asked = []; // all questions to the server
  unanswered = [];
  shown = []; // the frames: {step, still}
  said = []; // what stood in the status line

  /** The playback at step 0 of a run with rate 1, or on the way to `step` of another settingChanges; nothing is answered yet. */
  constructor({ server = {}, settingChanges = [{ step: 0, values: values(1) }], step = 0 } = {}) {
    this.server = new TrainingServer(server);
    this.playback = new Playback(
      { lesson: "lab", steps: this.server.steps },
      {
        request: (message) => this.hear(message),
        frame: (still) => this.shown.push({ step: this.playback.step, still }),
        status: (text) => this.said.push(text),
      },
    );
    this.playback.begin(settingChanges, step);
  }

  hear(message) {
    this.asked.push(message);
    this.unanswered.push(message);
  }

  /** Answer all that has been asked, and all that is asked upon that, at most so often. */
  answer(times = 100) {
    for (let i = 0; i < times && this.unanswered.length > 0; i++) {
      const question = this.unanswered.shift();
      this.playback.receive(question, this.server.answer(question));
    }
    return this;
  }

  /** Let `seconds` pass in pictures of a sixtieth, with a server that answers at once. */
  play(seconds) {
    this.playback.play();
    for (let i = 0; i < 60 * seconds; i++) {
      this.playback.tick(1 / 60);
      this.answer();
    }
    return this;
  }

  /** The steps that are recorded, and the sum at each. */
  get recorded() {
    const { frames } = this.playback;
    return Array.from({ length: frames.length }, (_, i) => [frames.step(i), frames.now("sum", i)[0]]);
  }

  /** What is to be recorded at those steps, if the run is what its settingChanges says. */
  get expected() {
    return this.recorded.map(([step]) => [step, sumAt(this.playback.settingChanges, step)]);
  }
}
