/* Show the code: asks the server for the script of what is on the screen, shows it, copies it, and saves it. */

import { save } from "./saving.mjs";
import { session } from "../session.mjs";

const byId = (id) => document.getElementById(id);
const status = (text) => (byId("code-status").textContent = text);
const TOKENS = /(#.*)|("""[\s\S]*?"""|"[^"\n]*"|'[^'\n]*')|\b(?:and|as|break|def|elif|else|for|if|import|in|not|or|return|while|None|True|False)\b/g;

let script = null; // {name, python, notebook}, or {nothing: why}

/* What is on the screen, as the server wants to know it. */
function onScreen() {
  const { page, words, playback } = session;
  const schedule = playback ? playback.schedule : [{ step: 0, words }];
  const link = window.location.pathname + window.location.search;
  return { lesson: page.lesson, link, schedule, step: playback ? playback.step : 0 };
}

async function ask(question) {
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question) };
  const answer = await fetch("/code", options);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

function show() {
  for (const id of ["code-copy", "code-py", "code-ipynb"]) byId(id).disabled = !script || !script.python;
  const place = byId("code-text");
  place.replaceChildren(...(script && script.python ? coloured(script.python) : []));
}

/* The text with comments, strings and keywords marked; what is marked is read, never run. */
function coloured(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(TOKENS)) {
    const span = document.createElement("span");
    span.className = found[1] ? "comment" : found[2] ? "string" : "keyword";
    span.textContent = found[0];
    parts.push(text.slice(end, found.index), span);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

async function open() {
  script = null;
  show();
  status("Writing …");
  try {
    script = await ask(onScreen());
    status(script.nothing || "");
  } catch (error) {
    status("The server does not answer. Close this and try again.");
  }
  show();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(script.python);
    status("Copied.");
  } catch (error) {
    window.getSelection().selectAllChildren(byId("code-text")); // without https the clipboard is closed
    status("Selected: press Ctrl+C to copy.");
  }
}

const ACTIONS = {
  "code-copy": copy,
  "code-py": () => save(`${script.name}.py`, [script.python], "text/x-python"),
  "code-ipynb": () => save(`${script.name}.ipynb`, [script.notebook], "application/x-ipynb+json"),
};

document.addEventListener("nnviz:open", (event) => {
  if (event.target.id === "dialog-code") open();
});
document.addEventListener("click", (event) => {
  const action = ACTIONS[event.target.id];
  if (action && script) action();
});
