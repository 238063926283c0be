import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { put } from "../document.mjs";
import { click, drawn, newPlane } from "./planes.mjs";

const { Clicks } = await import("../../../assets/js/user_data/clicks.mjs");

let plane;
let clicks;
let text; // the rows as they were told last
let buttons;

beforeEach(() => {
  plane = newPlane();
  const ways = ["text", "classes", "numbers"].map((way) => put("button", { dataset: { way } }));
  const classes = ["0", "1"].map((label) => put("button", { dataset: { class: label } }));
  buttons = { ways, classes };
  text = "";
  clicks = new Clicks((rows) => (text = rows));
});

function by(way) {
  clicks.way = way;
  clicks.show();
}

test("clicks are points of the class that is chosen, and rows of a table", () => {
  by("classes");
  click(plane, -2, 1);
  clicks.label = 1;
  click(plane, 3, 0.125);
  assert.equal(text, "x1,x2,class\n-2,1,0\n3,0.13,1");
});

test("clicks beside a line are its examples, whatever class is chosen", () => {
  by("numbers");
  clicks.label = 1;
  click(plane, 1, 2);
  assert.equal(text, "x,y\n1,2");
});

test("no points are no text, not even the head of a table", () => {
  by("numbers");
  click(plane, 1, 2);
  clicks.put(clicks.points.slice(0, -1));
  assert.equal(text, "");
});

test("a click of a script, or outside of the plane, is no point", () => {
  by("numbers");
  click(plane, 1, 2, { isTrusted: false });
  click(plane, 6, 0);
  click(put("div"), 0, 0);
  assert.deepEqual(clicks.points, []);
});

test("buttons are pressed as the data are given, and classes are chosen only where there are some", () => {
  const pressed = (some) => some.map((button) => button.attributes["aria-pressed"]);
  by("classes");
  assert.deepEqual(pressed(buttons.ways), ["false", "true", "false"]);
  assert.deepEqual(pressed(buttons.classes), ["true", "false"]);
  assert.deepEqual(
    buttons.classes.map(({ hidden }) => hidden),
    [false, false],
  );
  by("numbers");
  assert.deepEqual(
    buttons.classes.map(({ hidden }) => hidden),
    [true, true],
  );
});

test("a plane of clicks reaches as far as it is wide, and is not drawn where rows are typed", () => {
  by("text");
  assert.equal(drawn.length, 0);
  by("numbers");
  const { xaxis, yaxis } = drawn.at(-1).layout;
  assert.deepEqual(
    [xaxis.range, yaxis.range],
    [
      [-5, 5],
      [-5, 5],
    ],
  );
  assert.deepEqual([xaxis.title.text, yaxis.title.text], ["x", "y"]);
});
