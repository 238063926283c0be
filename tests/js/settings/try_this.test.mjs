import assert from "node:assert/strict";
import { before, test } from "node:test";

import { openWindow } from "../document.mjs";

const PAGE = {
  fields: { rate: { default: "0.1" }, data: { default: "moons" } },
  presets: [{ settings: { rate: "1", data: "circle" } }],
};
let meantBy;

before(async () => {
  openWindow({ matchMedia: () => ({ addEventListener() {} }) });
  ({ meantBy } = await import("../../../assets/js/settings/try_this.mjs"));
});

const meant = (/** @type {string} */ query) => meantBy(new URLSearchParams(query), PAGE);

test("what a link does not say is as the page opens", () => {
  assert.deepEqual(meant("?rate=0.5&autoplay"), { rate: "0.5", data: "moons" });
  assert.deepEqual(meant("?autoplay"), { rate: "0.1", data: "moons" });
});

test("or as the preset says that it names", () => {
  assert.deepEqual(meant("?preset=1"), { rate: "1", data: "circle" });
  assert.deepEqual(meant("?preset=1&data=two+Gaussians"), { rate: "1", data: "two Gaussians" });
  assert.deepEqual(meant("?preset=7"), { rate: "0.1", data: "moons" });
});
