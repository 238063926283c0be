/* The dialog in which the trace, the figures and the page are taken away; all files are made here, none by the server. */
(function () {
  "use strict";

  const { inspect } = window.nnviz;
  const byId = (id) => document.getElementById(id);
  const lesson = () => inspect().page.lesson;
  const say = (text) => (byId("take-away-status").textContent = text);

  function button(text, meaning, name, kind) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, ariaLabel: meaning });
    Object.assign(made.dataset, { slide: name, kind });
    return made;
  }

  function row(name) {
    const title = window.nnviz.titleOf(name);
    const made = document.createElement("li");
    const picture = (kind) => button(kind.toUpperCase(), `${title} as ${kind.toUpperCase()}`, name, kind);
    made.append(`${title} `, picture("svg"), picture("png"));
    return made;
  }

  function fill() {
    const { page, playback } = inspect();
    byId("take-away-figures").replaceChildren(...page.figures.map(row));
    byId("take-csv").disabled = !playback;
    byId("take-csv-what").textContent = playback ? whatIsRecorded(playback) : "This page has no run, so there is no trace.";
    say("");
  }

  function whatIsRecorded(playback) {
    const held = window.nnviz.heldRuns().length;
    const runs = ["", " and the run that is held"][held] ?? ` and the ${held} runs that are held`;
    return `A line for every recorded step of the run up to step ${playback.step.toLocaleString("en")}${runs}.`;
  }

  async function take(what, making) {
    say(`Making ${what} …`);
    try {
      await making();
      say(`Saved ${what}.`);
    } catch (error) {
      say(`That went wrong: ${error.message}`);
    }
  }

  async function saveAll(kind) {
    for (const name of inspect().page.figures) await window.nnviz.saveSlide(name, kind);
  }

  const buttons = {
    "take-csv": () => take("the trace", () => window.nnviz.save(`${lesson()}-trace.csv`, window.nnviz.traceCsv(), "text/csv")),
    "take-svg": () => take("all figures", () => saveAll("svg")),
    "take-png": () => take("all figures", () => saveAll("png")),
    "take-page": () =>
      take("the page", async () => window.nnviz.save(`${lesson()}.html`, await window.nnviz.offlinePage(), "text/html")),
  };

  document.addEventListener("nnviz:open", (event) => {
    if (event.target.id === "dialog-take-away") fill();
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const { slide, kind } = pressed.dataset;
    if (slide) take(`${window.nnviz.titleOf(slide)} as ${kind.toUpperCase()}`, () => window.nnviz.saveSlide(slide, kind));
    else if (pressed.id in buttons) buttons[pressed.id]();
  });
})();
