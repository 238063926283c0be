import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { put } from "../document.mjs";
import { click, document, drawn, newPlane } from "./planes.mjs";

globalThis.Option = /** @type {any} */ (
  function option(textContent, value) {
    return Object.assign(document.createElement("option"), { textContent, value });
  }
);
const { NOTHING, chosenColumns, showClasses, showColumns, showMeaning, showRows, showUnderstood } = await import(
  "../../../assets/js/user_data/understood.mjs"
);

const column = (name, kind = "numbers", of = -1) => ({ name, kind, of });
const LINE = {
  ...NOTHING,
  columns: [column("speed", "numbers", 0), column("distance", "numbers", 1)],
  features: [0],
  target: 1,
  text: "regression,speed,distance\n4.5,2\n7,4\n8,16",
};
const CLASSES = {
  ...NOTHING,
  columns: [column("a"), column("b"), column("species", "text"), column("notes", "empty")],
  features: [0, 1],
  target: 2,
  text: "classification,a,b,species\n1,2,0\n2,3,1",
};

const marksOf = ({ name, x, marker }) => [name, x, marker.color, marker.symbol];

let plane;
let says;

beforeEach(() => {
  plane = newPlane();
  says = put("p", { id: "own-data-says" });
});

function said(understood) {
  showUnderstood(understood);
  return [says.textContent, says.classList.contains("problem")];
}

test("what is understood is a sentence with the number of examples, the columns and the task", () => {
  assert.deepEqual(said(LINE), ["3 examples: “speed” to predict “distance”, a number.", false]);
  assert.deepEqual(said({ ...CLASSES, notes: ["A note."] }), [
    "2 examples: “a” and “b” to predict “species”, two classes. A note.",
    false,
  ]);
});

test("a problem is all that is said", () => {
  assert.deepEqual(said({ ...LINE, text: "", problem: "Line 4 is odd.", notes: ["A note."] }), [
    "Line 4 is odd.",
    true,
  ]);
});

test("rows of a line are points in one colour, those of classes in the colours and shapes of their classes", () => {
  showRows(LINE);
  assert.deepEqual(
    [drawn[0].trace.x, drawn[0].trace.y],
    [
      [4.5, 7, 8],
      [2, 4, 16],
    ],
  );
  assert.deepEqual(drawn[0].trace.marker.color, [0, 0, 0]);
  assert.equal(drawn[0].layout.showlegend, false);
  showRows(CLASSES);
  assert.deepEqual(drawn[1].traces.map(marksOf), [
    ["0", [1], "blue", "circle"],
    ["1", [2], "orange", "diamond"],
  ]);
  assert.equal(drawn[1].layout.yaxis.title.text, "b");
  assert.equal(drawn[1].layout.showlegend, true);
});

test("each of many classes has a colour, a symbol and its name, which is no markup", () => {
  const text = "classification,a<b>,b,species,setosa,<a href=x>,a name of more letters\n1,2,0\n2,3,2\n3,4,1\n4,5,2";
  showRows({ ...CLASSES, text });
  assert.deepEqual(drawn[0].traces.map(marksOf), [
    ["setosa", [1], "blue", "circle"],
    ["&lt;a href=x&gt;", [3], "orange", "diamond"],
    ["a name of mor…", [2, 4], "green", "square"],
  ]);
  assert.equal(drawn[0].layout.xaxis.title.text, "a&lt;b&gt;");
});

test("a target over two features is a colour between its lowest and its highest", () => {
  showRows({ ...LINE, text: "regression,a,b,c\n1,1,10\n2,2,15\n3,3,20" });
  assert.deepEqual(drawn[0].trace.marker.color, [0, 0.5, 1]);
  assert.equal(drawn[0].trace.marker.symbol, "circle");
});

test("of many rows a thousand are drawn", () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `${row},${row % 7}`);
  showRows({ ...LINE, text: ["regression,x,y", ...rows].join("\n") });
  assert.equal(drawn[0].trace.x.length, 1000);
});

test("rows that are only shown take no clicks, and none leave the plane empty", () => {
  showRows(LINE);
  assert.equal(plane.classList.contains("clickable"), false);
  click(plane, 0, 0);
  assert.equal(drawn.length, 1);
  showRows({ ...LINE, text: "" });
  assert.equal(drawn[1], null);
});

const offered = (place) =>
  place.querySelectorAll("select").map((select) => select.children.map((one) => one.textContent));
const BOTH = [1, 2];

test("features are chosen among the columns of numbers, the target among all that hold something", () => {
  const place = put("div", { id: "own-data-columns" });
  showColumns(CLASSES, BOTH, () => {});
  assert.deepEqual(offered(place), [
    ["a", "b"],
    ["none", "a", "b"],
    ["a", "b", "species"],
  ]);
  assert.deepEqual(chosenColumns(), { features: "0,1", target: "2" });
});

test("a page of one feature offers one, a page of two wants the second", () => {
  const place = put("div", { id: "own-data-columns" });
  showColumns(LINE, [1], () => {});
  assert.deepEqual(offered(place), [["speed"], ["speed", "distance"]]);
  assert.deepEqual(chosenColumns(), { features: "0", target: "1" });
  showColumns(CLASSES, [2], () => {});
  assert.deepEqual(offered(place)[1], ["a", "b"]);
});

test("codes of text are features, but not those of the target", () => {
  const place = put("div", { id: "own-data-columns" });
  const columns = [...CLASSES.columns, column("species = x", "coded", 2), column("notes = y", "coded", 3)];
  showColumns({ ...CLASSES, columns }, BOTH, () => {});
  assert.deepEqual(offered(place), [
    ["a", "b", "notes = y"],
    ["none", "a", "b", "notes = y"],
    ["a", "b", "species"],
  ]);
});

test("the target says in a word why it is the target", () => {
  const place = put("div", { id: "own-data-columns" });
  showColumns({ ...LINE, why: "by its name" }, BOTH, () => {});
  assert.deepEqual(
    place.querySelectorAll("label").map((label) => label.textContent.split("speed")[0]),
    ["Feature 1", "Feature 2none", "Target (by its name)"],
  );
});

test("what the page cannot use is said as a problem", () => {
  assert.deepEqual(said({ ...LINE, unfit: "This page needs two features." }), ["This page needs two features.", true]);
});

test("a second feature that is none is not told to the server", () => {
  const place = put("div", { id: "own-data-columns" });
  showColumns(LINE, BOTH, () => {});
  assert.deepEqual(chosenColumns(), { features: "0", target: "1" });
  place.querySelector("#own-data-second").value = "0";
  assert.deepEqual(chosenColumns(), { features: "0,0", target: "1" });
});

test("which of two classes is class 1 is a choice, and a number has none", () => {
  const place = put("div", { id: "own-data-columns" });
  let swapped = 0;
  const both = { ...CLASSES, classes: ["versicolor", "virginica"] };
  showColumns(both, BOTH, () => {});
  showClasses(both, () => {
    swapped += 1;
  });
  const select = place.querySelector("#own-data-class-1");
  assert.deepEqual([select.value, offered(place)[3]], ["virginica", both.classes]);
  document.happen("change", select);
  assert.equal(swapped, 1);
  assert.deepEqual(chosenColumns(), { features: "0,1", target: "2" });
  showColumns(LINE, BOTH, () => {});
  showClasses(LINE, () => {});
  assert.equal(place.querySelector("#own-data-class-1"), null);
});

test("what few whole numbers mean is a choice, which is open until it is made", () => {
  const place = put("div", { id: "own-data-columns" });
  /** @type {string[]} */
  const chosen = [];
  showMeaning(LINE, (meaning) => chosen.push(meaning));
  assert.equal(place.querySelector("#own-data-meaning"), null);
  showMeaning({ ...LINE, meaning: "open" }, (meaning) => chosen.push(meaning));
  const select = place.querySelector("#own-data-meaning");
  assert.equal(select.value, "open");
  select.value = "classes";
  document.happen("change", select);
  assert.deepEqual(chosen, ["classes"]);
});

test("a choice asks again", () => {
  let asked = 0;
  const place = put("div", { id: "own-data-columns" });
  showColumns(CLASSES, BOTH, () => {
    asked += 1;
  });
  document.happen("change", place.querySelector("#own-data-target"));
  assert.equal(asked, 1);
});
