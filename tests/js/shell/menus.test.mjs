import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow, put } from "../document.mjs";

const document = openWindow();
await import("../../../assets/js/shell/menus.mjs");

const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return /** @type {any} */ (made);
};
let menus; // each with its summary, and a link that is in it
let outside;

beforeEach(() => {
  document.body.replaceChildren();
  menus = [0, 1].map(() => {
    const [summary, link] = [make("summary"), make("a")];
    return { summary, link, details: make("details", { open: false, className: "menu" }, summary, link) };
  });
  put("nav", { className: "lessons" }, ...menus.map(({ details }) => details));
  outside = put("button");
});

function open(...places) {
  for (const place of places) menus[place].details.open = true;
}

const areOpen = () => menus.map(({ details }) => details.open);

test("a menu closes when another is pressed, or something else is", () => {
  open(0, 1);
  document.happen("click", menus[1].summary);
  assert.deepEqual(areOpen(), [false, true]);
  document.happen("click", outside);
  assert.deepEqual(areOpen(), [false, false]);
});

test("a menu closes with the link that is followed", () => {
  open(0);
  document.happen("click", menus[0].link);
  assert.deepEqual(areOpen(), [false, false]);
});

test("a menu stays open as long as the focus is in it", () => {
  open(0);
  document.happen("focusout", menus[0].summary, { relatedTarget: menus[0].link });
  document.happen("focusin", menus[0].link);
  assert.deepEqual(areOpen(), [true, false]);
  document.happen("focusout", menus[0].link, { relatedTarget: outside });
  assert.deepEqual(areOpen(), [false, false]);
});

test("a window that loses the focus closes no menu", () => {
  open(0);
  document.happen("focusout", menus[0].link, { relatedTarget: null });
  assert.deepEqual(areOpen(), [true, false]);
});

test("Escape closes the menu it is pressed in, is no other's Escape, and leads back to where it was opened", () => {
  open(1);
  assert.equal(document.happen("keydown", menus[1].link, { key: "Escape" }).defaultPrevented, true);
  assert.deepEqual(areOpen(), [false, false]);
  assert.equal(document.activeElement, menus[1].summary);
  assert.equal(document.happen("keydown", menus[1].link, { key: "Escape" }).defaultPrevented, false);
});

test("the skip link leads to the figures and leaves the address alone", () => {
  const [skip, figures] = [put("a", { id: "skip", hash: "#figures" }), put("main", { id: "figures" })];
  assert.equal(document.happen("click", skip).defaultPrevented, true);
  assert.equal(document.activeElement, figures);
});
