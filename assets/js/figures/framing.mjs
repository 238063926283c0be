/* A scene in space is looked at from so far that it fills the room that it has on the screen. What is exported stays as drawn. */

/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {{ clientWidth: number, clientHeight: number }} Room */
/** @typedef {{ x: number, y: number, z: number }} Point */

const NEAREST = 0.78; // of the distance that is declared: then a scene fills the height
const FILLS_WIDTH = 1; // the same in a room as wide as high
const STEP = 0.05; // a camera that moves a little at each change of the room would forget what the user has turned

/**
 * How far off a scene is looked at, in its declared distance, in a room so many times as wide as high.
 * @param {number} aspect
 */
export const distanceFor = (aspect) => Math.round(Math.max(NEAREST, FILLS_WIDTH / aspect) / STEP) * STEP;

/**
 * @param {Point} eye
 * @param {Partial<Point>} center
 * @param {number} factor
 */
function farther(eye, { x = 0, y = 0, z = 0 }, factor) {
  return { x: x + factor * (eye.x - x), y: y + factor * (eye.y - y), z: z + factor * (eye.z - z) };
}

/**
 * A layout whose scenes fill their room; where it has none, the room is not measured, for which the browser would lay out the
 * page.
 * @param {Layout} layout
 * @param {Room | null} room
 * @returns {Layout}
 */
export function withScenesInFrame(layout, room) {
  const scenes = Object.keys(layout).filter((name) => /^scene\d*$/.test(name) && layout[name].camera?.eye);
  if (!scenes.length || !room?.clientHeight) return layout;
  /** @param {string} name */
  const framed = (name) => {
    const { domain, camera } = layout[name];
    const [from, to] = domain?.x ?? [0, 1];
    const factor = distanceFor(((to - from) * room.clientWidth) / room.clientHeight);
    return [name, { ...layout[name], camera: { ...camera, eye: farther(camera.eye, camera.center ?? {}, factor) } }];
  };
  return { ...layout, ...Object.fromEntries(scenes.map(framed)) };
}
