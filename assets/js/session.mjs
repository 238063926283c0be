/* What is on the screen: the page, its settings, its run. Every module finds it here and nowhere else, and hears here
   when it has changed: another `page`, other `settings`, another `frame`, other runs in the `comparison`. */

class Session {
  constructor() {
    Object.assign(this, { page: null, settings: null, playback: null, animator: null, comparison: [] });
    this.listeners = { page: [], settings: [], frame: [], comparison: [] };
  }

  /* The word of each field, once there is a page. */
  get words() {
    return this.settings && this.settings.words;
  }

  /* Call a function each time that this has changed, in the order in which they came. */
  on(event, listener) {
    this.listeners[event].push(listener);
  }

  tell(event) {
    for (const listener of this.listeners[event]) listener();
  }
}

export const session = new Session();
