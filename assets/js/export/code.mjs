/* Show the code: asks the server for the script of what is on the screen, shows it, copies it, and saves it. */

import { onServer } from "../addresses.mjs";
import { byId, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { errorOf, ServerError } from "../server.mjs";
import { session } from "../session.mjs";
import { whenOpened } from "../shell/dialogs.mjs";
import { save } from "./saving.mjs";

/** @typedef {{ name: string, python: string, notebook: string }} Script */

const TOKENS =
  /(#.*)|("""[\s\S]*?"""|"[^"\n]*"|'[^'\n]*')|\b(?:and|as|break|def|elif|else|for|if|import|in|not|or|return|while|None|True|False)\b/g;

/** @type {Script | null} */
let script = null;

/** @param {string} text */
const say = (text) => {
  byId("code-status").textContent = text;
};

/** What is on the screen, as the server wants to know it. */
function onScreen() {
  const { page, playback, values } = session;
  const settingChanges = playback ? playback.settingChanges : [{ step: 0, values }];
  const changes = settingChanges.map(({ step, values }) => ({ step, settings: values }));
  const link = window.location.pathname + window.location.search;
  return { lesson: page.lesson, link, setting_changes: changes, step: playback ? playback.step : 0 };
}

/**
 * The script, or why there is none.
 * @param {object} question
 * @returns {Promise<Script | { nothing: true }>}
 */
async function ask(question) {
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question) };
  const answer = await fetch(onServer("code"), options);
  if (!answer.ok) throw await errorOf(answer);
  return answer.json();
}

function show() {
  for (const id of ["code-copy", "code-py", "code-ipynb"]) byId(id, HTMLButtonElement).disabled = !script;
  byId("code-text").replaceChildren(...(script ? coloured(script.python) : []));
}

/**
 * The text with comments, strings and keywords marked; what is marked is read, never run.
 * @param {string} text
 */
function coloured(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(TOKENS)) {
    const className = found[1] ? "comment" : found[2] ? "string" : "keyword";
    parts.push(text.slice(end, found.index), element("span", { className }, found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

async function fill() {
  script = null;
  show();
  say(message("code.writing"));
  try {
    const answer = await ask(onScreen());
    script = "nothing" in answer ? null : answer;
    say(script ? "" : message("code.nothing"));
  } catch (error) {
    say(error instanceof ServerError && error.isRefusal ? error.message : message("code.no-answer"));
  }
  show();
}

/** @param {Script} shown */
async function copy({ python }) {
  try {
    await navigator.clipboard.writeText(python);
    say(message("code.copied"));
  } catch {
    window.getSelection()?.selectAllChildren(byId("code-text")); // without https the clipboard is closed
    say(message("code.selected"));
  }
}

/** @type {Record<string, (script: Script) => void>} */
const ACTIONS = {
  "code-copy": copy,
  "code-py": ({ name, python }) => save(`${name}.py`, [python], "text/x-python"),
  "code-ipynb": ({ name, notebook }) => save(`${name}.ipynb`, [notebook], "application/x-ipynb+json"),
};

whenOpened("dialog-code", fill);
document.addEventListener("click", ({ target }) => {
  const action = target instanceof Element ? ACTIONS[target.id] : undefined;
  if (action && script) action(script);
});
