/* What is on the screen: the page, its settings, its run, the runs it is compared with. Every module finds it here and
   nowhere else, and hears here when it has changed: another `page`, other `settings`, another `frame`, other runs in the
   `comparison`, other pictures on the `stage`, a figure `drawn`. */

/** @typedef {import("./figures/animator.mjs").Animator} Animator */
/** @typedef {import("./run/playback.mjs").Playback} Playback */
/** @typedef {import("./settings/settings.mjs").Settings} Settings */
/** @typedef {import("./settings/setting_changes.mjs").SettingChange} SettingChange */
/** @typedef {import("./run/frames.mjs").Frames} Frames */

/** @typedef {Record<string, string>} Values  What each field says, as text: field -> value. */

/**
 * @typedef {object} Field  What a page tells of a field.
 * @property {string[] | null} texts  the values of a slider, place by place
 * @property {string} default
 * @property {"restart" | "resume" | "rerecord" | "redraw"} effect  what a change of it does to the run
 * @property {Values} local_while  the values of other fields with which a value that only this browser has acts
 * @property {string} called  what figures and tables call it
 * @property {string} [need]  of one's own data: what the page can take, in a sentence
 * @property {string} [page]  of one's own data: the page, which remembers its table
 * @property {string} [linked]  of one's own data: the table that the link has brought, until another is used
 * @property {string[]} [tasks]  of one's own data: what the page can predict
 * @property {number[]} [n_features]  of one's own data: how many features the page can take
 * @property {number} [most_classes]  of one's own data: how many classes the page can tell apart
 */

/** @typedef {{ array: string, digits: number, all_digits: number, style: string, room?: number }} Readout */
/** @typedef {{ text: string, answers: string[], right: string, because: string, after: number }} Question */
/** @typedef {{ settings: Values, watch: string, speed: number, question: Question | null }} Preset */
/** @typedef {[step: number, field: string, value: string]} Change */
/** @typedef {{ start: Values, changes: Change[], step: number }} NamedRun  A run of the comparison as a link names it. */

/**
 * @typedef {object} PageConfig  What a page tells the browser (nnviz/web/page_config.py).
 * @property {string} lesson
 * @property {string} language  of its texts
 * @property {Record<string, Field>} fields
 * @property {string[]} figures
 * @property {Record<string, Readout>} readouts
 * @property {Record<string, string[]>} tables  the arrays that fill the columns of each
 * @property {string[]} leads  the pictures that fill the stage unless a link or a press says otherwise
 * @property {{ field: string, text: string, leads: string[] }[]} leads_where  others, while a field has a text
 * @property {string[]} leading  those that fill it when the page opens
 * @property {Preset[]} presets
 * @property {number} steps  of its run; 0 if it has none
 * @property {number[]} speeds
 * @property {number} usual_speed  a place among the speeds, as the next
 * @property {number} speed
 * @property {number | null} preset  the place of the one that the link names
 * @property {Values} start
 * @property {Change[]} changes
 * @property {number} step
 * @property {NamedRun[]} compared_runs
 * @property {Record<string, string>} tags  of the figures that it brings along
 * @property {string[]} slow  the figures and texts that are drawn when a slider rests
 * @property {string[]} unfinished  the figures and texts that the server has not had the time to draw
 * @property {Record<string, import("./figures/bindings.mjs").FigureJson>} later  figures that follow when it is open
 */

/** @typedef {{ settingChanges: SettingChange[], step: number, frames: Frames | null }} ComparedRun */
/** @typedef {"page" | "settings" | "frame" | "comparison" | "stage" | "drawn"} SessionEvent */

class Session {
  /** @type {PageConfig | null} */
  #page = null;
  /** @type {Settings | null} */
  #settings = null;
  /** @type {Animator | null} */
  #animator = null;
  /** The run of the page, if it has one. @type {Playback | null} */
  playback = null;
  /** The runs that it is compared with. @type {ComparedRun[]} */
  comparison = [];
  /** @type {Record<SessionEvent, (() => void)[]>} */
  #listeners = { page: [], settings: [], frame: [], comparison: [], stage: [], drawn: [] };

  /**
   * Show another page.
   * @param {{ page: PageConfig, settings: Settings, animator: Animator, playback: Playback | null }} parts
   */
  open({ page, settings, animator, playback }) {
    this.#page = page;
    this.#settings = settings;
    this.#animator = animator;
    this.playback = playback;
  }

  /** Whether there is a page: none before Dash has rendered the first, and none at an address that no lesson has. */
  get isOpen() {
    return this.#page !== null;
  }

  get page() {
    return there(this.#page);
  }

  get settings() {
    return there(this.#settings);
  }

  get values() {
    return this.settings.values;
  }

  get animator() {
    return there(this.#animator);
  }

  /** The run of a page that has one. */
  get run() {
    return there(this.playback);
  }

  /**
   * Call a function each time that something has changed, in the order in which they came.
   * @param {SessionEvent} event
   * @param {() => void} listener
   */
  on(event, listener) {
    this.#listeners[event].push(listener);
  }

  /** @param {SessionEvent} event */
  tell(event) {
    for (const listener of this.#listeners[event]) listener();
  }
}

/**
 * @template T
 * @param {T | null} part
 * @returns {T}
 */
function there(part) {
  if (part === null) throw new Error("The page on the screen has no such part.");
  return part;
}

export const session = new Session();
