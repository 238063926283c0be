/* Scenes in space fill their room. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { distanceFor, withScenesInFrame } from "../../../assets/js/figures/framing.mjs";

const camera = { eye: { x: 1, y: -2, z: 1 }, center: { x: 0, y: 0, z: -1 } };
const room = (clientWidth, clientHeight) => ({ clientWidth, clientHeight });

test("the narrower its room, the farther off a scene is, and it never comes nearer than it fills the height", () => {
  const distances = [0.5, 0.8, 1, 1.5, 3].map(distanceFor);
  assert.deepEqual(
    [...distances].sort((a, b) => b - a),
    distances,
  );
  assert.ok(distances[0] > 1.7);
  assert.equal(distances[3], distances[4]);
});

test("the eye moves along the line to what it looks at, and each of two scenes beside each other has half of the room", () => {
  const twin = { scene: { camera, domain: { x: [0, 0.5] } }, scene2: { camera, domain: { x: [0.5, 1] } }, xaxis: {} };
  const { scene, scene2, xaxis } = withScenesInFrame(twin, room(1000, 500));
  const factor = distanceFor(1);
  assert.deepEqual(scene.camera.eye, { x: factor, y: -2 * factor, z: -1 + 2 * factor });
  assert.deepEqual(scene2.camera, scene.camera);
  assert.deepEqual(xaxis, {});
  assert.equal(twin.scene.camera, camera);
});

test("a figure that has no room yet, or nothing in space, is as it was", () => {
  const layout = { scene: { camera } };
  assert.equal(withScenesInFrame(layout, null), layout);
  assert.deepEqual(withScenesInFrame({ xaxis: {} }, room(100, 100)), { xaxis: {} });
});
