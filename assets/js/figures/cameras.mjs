/* Scenes that are looked at from one place: a figure whose layout.meta.cameras names several scenes turns them together. */

import { plotAt } from "./plots.mjs";

/** The plots that are listened to. @type {WeakSet<Plot>} */
const following = new WeakSet();

/** @typedef {{ x: number, y: number, z: number }} Point */
/** @typedef {{ scene: string, camera: object, others: string[] }} Turn */

/** @param {Point} point */
const triple = ({ x, y, z }) => [x, y, z];

/**
 * The camera that a change of the layout brings, if it is one of these scenes', and the other scenes.
 * @param {string[]} scenes
 * @param {Record<string, any> | undefined} change
 * @returns {Turn | undefined}
 */
function turned(scenes, change) {
  const scene = scenes.find((name) => change?.[`${name}.camera`]);
  if (!scene || !change) return undefined;
  return { scene, camera: change[`${scene}.camera`], others: scenes.filter((name) => name !== scene) };
}

/**
 * @param {Plot} plot
 * @param {Turn} turn
 */
function turnOthers(plot, { scene, others }) {
  const { eye, center, up } = plot._fullLayout[scene]._scene.getCamera();
  for (const name of others) plot._fullLayout[name]._scene.camera.lookAt(triple(eye), triple(center), triple(up));
}

/**
 * @param {Plot} plot
 * @param {string[]} scenes
 */
function follow(plot, scenes) {
  let isOurs = false; // our own change is reported too
  /* While the pointer moves the layout knows nothing yet, and a relayout would turn the dragged scene back. */
  plot.on("plotly_relayouting", (change) => {
    const turn = turned(scenes, change);
    if (turn) window.requestAnimationFrame(() => turnOthers(plot, turn)); // by then the dragged scene has moved itself
  });
  plot.on("plotly_relayout", (change) => {
    const turn = isOurs ? undefined : turned(scenes, change);
    if (!turn) return;
    isOurs = true;
    const update = scenes.map((name) => [`${name}.camera`, structuredClone(turn.camera)]);
    window.Plotly.relayout(plot, Object.fromEntries(update)).finally(() => {
      isOurs = false;
    });
  });
}

/** @param {Event} event */
function begin(event) {
  const found = plotAt(event);
  if (!found?.meta.cameras || following.has(found.plot)) return;
  following.add(found.plot);
  follow(found.plot, found.meta.cameras);
}

for (const kind of ["pointerdown", "mousedown", "touchstart", "wheel", "pointerover"])
  document.addEventListener(kind, begin, { capture: true, passive: true });
