import assert from "node:assert/strict";
import { test } from "node:test";

import { asCsv, isSwapped, partsOf } from "../../../assets/js/user_data/table_texts.mjs";

test("a canonical text has its parts", () => {
  assert.deepEqual(partsOf("classification,a,b,kind,no,yes\n1,2,0\n2,3,1"), {
    task: "classification",
    names: ["a", "b", "kind"],
    classes: ["no", "yes"],
    rows: [
      ["1", "2", "0"],
      ["2", "3", "1"],
    ],
  });
  assert.deepEqual(partsOf("regression,a,b\n1,2").classes, []);
});

test("as a CSV it says the classes by their names, quoted where they need it", () => {
  assert.equal(asCsv('classification,a,kind,no;ne,"yes"\n1,0\n2,1'), 'a,kind\n1,"no;ne"\n2,"""yes"""');
  assert.equal(asCsv("classification,a,kind\n1,0\n2,1"), "a,kind\n1,0\n2,1");
  assert.equal(asCsv("regression,#a,b\n1,0\n2,1"), '"#a",b\n1,0\n2,1'); // no comment
});

test("classes are swapped where the first label is class 1", () => {
  const table = (...classes) => ["classification,a,kind", ...classes].join(",").concat("\n1,0\n2,1");
  const swapped = [
    table(),
    table("no", "yes"),
    table("yes", "no"),
    table("9", "10"),
    table("10", "9"),
    table("B", "a"),
  ];
  assert.deepEqual(swapped.map(isSwapped), [false, false, true, false, true, true]);
});
