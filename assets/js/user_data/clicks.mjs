/* One's own data as clicks: points of one of two classes, or of a line. */

import { all, byId } from "../dom.mjs";
import { drawPlane } from "./plane.mjs";

/** @typedef {"text" | "classes" | "numbers"} Way  How the data are given. */
/** @typedef {import("./plane.mjs").Point} Point */

/** @type {[number, number]} */
const RANGE = [-5, 5];
const HEADS = { classes: "x1,x2,class", numbers: "x,y" };
const NAMES = { classes: ["x1", "x2"], numbers: ["x", "y"] };

/** The points of one dialog, and which class the next one has. */
export class Clicks {
  /** @type {Way} */
  way = "text";
  /** @type {Point[]} */
  points = [];
  label = 0;

  /** @param {(text: string) => void} written  is told the rows as text when a point has come or gone */
  constructor(written) {
    this.written = written;
  }

  /** The buttons as they are pressed, and the plane. */
  show() {
    for (const button of all("[data-way]"))
      button.setAttribute("aria-pressed", String(button.dataset.way === this.way));
    for (const button of all("[data-class]")) {
      button.setAttribute("aria-pressed", String(Number(button.dataset.class) === this.label));
      button.hidden = this.way !== "classes";
    }
    byId("own-data-clicks").hidden = this.way === "text";
    this.#showPoints();
  }

  /**
   * The class of the points that are clicked from now on.
   * @param {number} label
   */
  nextIs(label) {
    this.label = label;
    this.show();
  }

  #showPoints() {
    if (this.way === "text") return;
    const classes = this.way === "classes" ? ["0", "1"] : [];
    drawPlane(this.points, NAMES[this.way], { classes, onClick: (x, y) => this.#add(x, y), range: RANGE });
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #add(x, y) {
    this.put([...this.points, { x, y, share: 0, label: this.way === "classes" ? this.label : -1 }]);
  }

  /** @param {Point[]} points */
  put(points) {
    this.points = points;
    if (this.way === "text") return;
    const rows = points.map(({ x, y, label }) => (label < 0 ? `${x},${y}` : `${x},${y},${label}`));
    this.#showPoints();
    this.written(rows.length ? [HEADS[this.way], ...rows].join("\n") : "");
  }
}
