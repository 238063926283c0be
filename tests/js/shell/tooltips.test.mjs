import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { openWindow, put } from "../document.mjs";

mock.timers.enable({ apis: ["setTimeout"] });
const document = openWindow({ innerWidth: 1000, innerHeight: 700 });
await import("../../../assets/js/shell/tooltips.mjs");
const popover = /** @type {any} */ (document.body.querySelector("#tooltip"));
Object.assign(popover, { offsetWidth: 200, offsetHeight: 100 });

const [DELAY, GRACE] = [300, 200]; // ms that a pointer rests, and that it may take into the explanation
let control; // with the id of its text
let mark; // that asks for the same
let elsewhere;

const box = (left, top, bottom = top + 20) => ({
  left,
  top,
  right: left + 50,
  bottom,
  width: 50,
  height: bottom - top,
});
const isOpen = () => popover.matches(":popover-open");
const lines = () => popover.children.map((line) => line.textContent);
const hover = (target, pointerType = "mouse") => document.happen("pointerover", target, { pointerType });
const rest = (milliseconds) => mock.timers.tick(milliseconds);

beforeEach(() => {
  document.body.replaceChildren(popover);
  put("div", { id: "rate-help", textContent: "Learning rate η\nHow far a step goes.\nWhen it rises: farther." });
  control = put("input", { id: "rate", dataset: { help: "rate-help" }, box: box(100, 100) });
  mark = put("button", { className: "ask", dataset: { help: "rate-help" }, box: box(100, 100) });
  elsewhere = put("div");
});
afterEach(() => document.happen("keydown", elsewhere, { key: "Escape" }));

test("a pointer that rests shows the text with its title, and one that only passes does not", () => {
  hover(control);
  rest(DELAY - 1);
  hover(elsewhere);
  rest(DELAY);
  assert.equal(isOpen(), false);
  hover(control);
  rest(DELAY);
  assert.equal(isOpen(), true);
  assert.deepEqual(lines(), ["Learning rate η", "How far a step goes.", "When it rises: farther."]);
});

test("a pointer that leaves has the time to move into the explanation", () => {
  hover(control);
  rest(DELAY);
  hover(elsewhere);
  rest(GRACE - 1);
  hover(popover);
  rest(GRACE);
  assert.equal(isOpen(), true);
  hover(elsewhere);
  rest(GRACE);
  assert.equal(isOpen(), false);
});

test("a finger does not hover", () => {
  hover(control, "touch");
  rest(DELAY);
  assert.equal(isOpen(), false);
});

test("the focus shows it where it came by key, and names the text for whoever hears the page", () => {
  document.happen("focusin", control);
  assert.equal(isOpen(), false);
  document.happen("focusin", Object.assign(control, { isReachedByKey: true }));
  assert.equal(isOpen(), true);
  assert.equal(control.attributes["aria-describedby"], "rate-help");
  document.happen("focusout", control);
  assert.equal(isOpen(), false);
});

test("a press shows it until the next press, whatever the pointer does", () => {
  assert.equal(document.happen("click", mark).defaultPrevented, true);
  hover(elsewhere);
  rest(DELAY);
  document.happen("focusout", mark);
  document.happen("click", popover);
  assert.equal(isOpen(), true);
  document.happen("click", mark);
  assert.equal(isOpen(), false);
});

test("what is changed, scrolled or resized is seen, and Escape closes", () => {
  const ways = [
    () => document.happen("input", control),
    () => document.happen("scroll", elsewhere),
    () => window.dispatchEvent(new Event("resize")),
    () => document.happen("click", elsewhere),
    () => document.happen("keydown", elsewhere, { key: "Escape" }),
  ];
  for (const hide of ways) {
    document.happen("click", mark);
    assert.equal(isOpen(), true);
    hide();
    assert.equal(isOpen(), false);
  }
});

test("it stands under what it explains, above where there is no room, and never outside of the window", () => {
  const place = (around) => {
    document.happen("click", Object.assign(mark, { box: around }));
    const { left, top } = popover.style;
    document.happen("click", mark);
    return [left, top];
  };
  assert.deepEqual(place(box(100, 100)), ["100px", "126px"]);
  assert.deepEqual(place(box(100, 650)), ["100px", "544px"]);
  assert.deepEqual(place(box(990, 100)), ["792px", "126px"]);
  assert.deepEqual(place(box(-30, 100)), ["8px", "126px"]);
  assert.deepEqual(place(box(100, 10, 690)), ["100px", "8px"]);
});

test("above what plays the run, so that the numbers below it are seen, and under the name of what a press does now", () => {
  const around = put("div", { className: "playback" });
  const play = put("button", { id: "play", dataset: { help: "play-help" }, ariaLabel: "Play", box: box(100, 600) });
  put("div", { id: "play-help", textContent: "Play\nLet the run go on." });
  around.append(play);
  for (const name of ["Play", "Pause"]) {
    play.ariaLabel = name;
    hover(play);
    rest(DELAY);
    assert.deepEqual(lines(), [name, "Let the run go on."]);
    assert.equal(popover.style.top, "494px");
    document.happen("click", play);
    assert.equal(isOpen(), false);
  }
});
