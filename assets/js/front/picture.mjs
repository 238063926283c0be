/* The moving picture of the front door: the frames of a run that the server has computed, painted one after the other.

   It moves while it is in sight, unless the reader's system wishes no motion: then the last frame stands, and the button
   plays. */

import { around, byId } from "../dom.mjs";
import { message } from "../messages.mjs";

/**
 * @typedef {object} Learning  What the server tells (nnviz/web/front_door/learning.py).
 * @property {number} n  places along a side of a picture
 * @property {number} most  the logit of the byte 255
 * @property {number[]} x  the points' places, 0 at the left edge and 1 at the right one
 * @property {number[]} y  0 at the lower edge
 * @property {number[]} classes
 * @property {number[]} steps
 * @property {number[]} losses
 * @property {string} pictures
 */

const INTERVAL = 100; // ms between two frames
const REST = 2500; // ms for which the last one stands
const POINT = 0.011; // radius of a point, of the picture's width

/** The colour of a class, as three numbers. @param {string} name @returns {number[]} */
function colour(name) {
  const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return [1, 3, 5].map((place) => Number.parseInt(hex.slice(place, place + 2), 16));
}

class Picture {
  /** @param {HTMLCanvasElement} canvas @param {Learning} learning */
  constructor(canvas, learning) {
    this.canvas = canvas;
    this.learning = learning;
    this.bytes = Uint8Array.from(atob(learning.pictures), (letter) => letter.charCodeAt(0));
    this.colours = [colour("--class-0"), colour("--class-1")];
    this.small = new OffscreenCanvas(learning.n, learning.n);
    this.last = learning.steps.length - 1;
  }

  /** @param {number} frame */
  paint(frame) {
    const brush = this.canvas.getContext("2d");
    if (!brush) return;
    const { width, height } = this.canvas;
    this.#region(frame);
    brush.imageSmoothingQuality = "high";
    const edge = width / this.learning.n / 2; // the outermost values belong to the picture's edge, not to half a tile inside
    brush.drawImage(this.small, -edge, -edge, width + 2 * edge, height + 2 * edge);
    this.#points(brush, width, height);
    byId("learning-step").textContent = this.learning.steps[frame].toLocaleString("en");
    byId("learning-loss").textContent = this.learning.losses[frame].toFixed(3);
    byId("learning-past").style.setProperty("--along", String(frame / this.last));
  }

  /** The probabilities as tints from one class's colour over white to the other's. @param {number} frame */
  #region(frame) {
    const { n, most } = this.learning;
    const image = new ImageData(n, n);
    for (let i = 0; i < n * n; i += 1) {
      const logit = (this.bytes[frame * n * n + i] / 127.5 - 1) * most;
      const sure = 2 / (1 + Math.exp(-logit)) - 1; // −1 one class for certain, 1 the other
      const tint = 0.75 * Math.abs(sure) ** 0.7;
      const place = 4 * ((n - 1 - Math.floor(i / n)) * n + (i % n)); // the lower edge is the last row of an image
      const hue = this.colours[sure > 0 ? 1 : 0];
      for (const part of [0, 1, 2]) image.data[place + part] = 255 + tint * (hue[part] - 255);
      image.data[place + 3] = 255;
    }
    this.small.getContext("2d")?.putImageData(image, 0, 0);
  }

  /** @param {CanvasRenderingContext2D} brush @param {number} width @param {number} height */
  #points(brush, width, height) {
    const { x, y, classes } = this.learning;
    brush.strokeStyle = "white";
    brush.lineWidth = width * 0.003;
    for (const [i, label] of classes.entries()) {
      brush.fillStyle = `rgb(${this.colours[label].join()})`;
      brush.beginPath();
      brush.arc(x[i] * width, (1 - y[i]) * height, POINT * width, 0, 2 * Math.PI);
      brush.fill();
      brush.stroke();
    }
  }
}

/** The curve of the loss below the picture, as the points of an SVG line. @param {number[]} losses */
export function lossLine(losses) {
  const most = Math.max(...losses);
  return losses.map(
    (loss, i) => `${((100 * i) / (losses.length - 1)).toFixed(2)},${(22 - (20 * loss) / most).toFixed(2)}`,
  );
}

/** Plays the frames of a picture round and round. */
class Player {
  #timer = 0;
  #frame = 0;
  isInSight = true;

  /** @param {Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.isWanted = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#frame = this.isWanted ? 0 : picture.last;
    picture.paint(this.#frame);
    this.go();
  }

  toggle() {
    this.isWanted = !this.isWanted;
    this.go();
  }

  go() {
    window.clearTimeout(this.#timer);
    byId("learning-play").textContent = message(this.isWanted ? "front.pause" : "front.play");
    if (!this.isWanted || !this.isInSight) return;
    this.#timer = window.setTimeout(() => this.#next(), this.#frame === this.picture.last ? REST : INTERVAL);
  }

  #next() {
    this.#frame = this.#frame === this.picture.last ? 0 : this.#frame + 1;
    this.picture.paint(this.#frame);
    this.go();
  }
}

/** @param {HTMLCanvasElement} canvas */
async function begin(canvas) {
  const answer = await fetch(canvas.dataset.frames || "");
  if (!answer.ok) return; // the page says all it has to say without it
  /** @type {Learning} */
  const learning = await answer.json();
  byId("learning-curve", SVGPolylineElement).setAttribute("points", lossLine(learning.losses).join(" "));
  const player = new Player(new Picture(canvas, learning));
  new IntersectionObserver(([{ isIntersecting }]) => {
    player.isInSight = isIntersecting;
    player.go();
  }).observe(canvas);
  document.addEventListener("click", (event) => {
    if (around(event, "#learning-play")) player.toggle();
  });
}

const canvas = document.getElementById("learning");
if (canvas instanceof HTMLCanvasElement) begin(canvas);
