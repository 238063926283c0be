/* Scenes that are looked at from one place: a figure whose layout.meta.cameras names several scenes turns them together. */

const following = new WeakSet(); // the plots that are listened to

const triple = ({ x, y, z }) => [x, y, z];

/* The camera that a change of the layout brings, if it is one of these scenes', and the other scenes. */
function moved(scenes, change) {
  const scene = scenes.find((name) => change && change[`${name}.camera`]);
  return scene && { scene, camera: change[`${scene}.camera`], others: scenes.filter((name) => name !== scene) };
}

function turn(plot, { scene, others }) {
  const { eye, center, up } = plot._fullLayout[scene]._scene.getCamera();
  for (const name of others) plot._fullLayout[name]._scene.camera.lookAt(triple(eye), triple(center), triple(up));
}

function follow(plot) {
  const scenes = plot.layout.meta.cameras;
  let isOurs = false; // our own change is reported too
  /* While the pointer moves the layout knows nothing yet, and a relayout would turn the dragged scene back. */
  plot.on("plotly_relayouting", (change) => {
    const found = moved(scenes, change);
    if (found) window.requestAnimationFrame(() => turn(plot, found)); // by then the dragged scene has moved itself
  });
  plot.on("plotly_relayout", (change) => {
    const found = isOurs ? null : moved(scenes, change);
    if (!found) return;
    isOurs = true;
    const update = scenes.map((name) => [`${name}.camera`, structuredClone(found.camera)]);
    window.Plotly.relayout(plot, Object.fromEntries(update)).finally(() => (isOurs = false));
  });
}

function begin(event) {
  const plot = event.target.closest && event.target.closest(".js-plotly-plot");
  if (!plot || following.has(plot) || !plot.layout || !plot.layout.meta || !plot.layout.meta.cameras) return;
  following.add(plot);
  follow(plot);
}

for (const kind of ["pointerdown", "mousedown", "touchstart", "wheel", "pointerover"])
  document.addEventListener(kind, begin, { capture: true, passive: true });
