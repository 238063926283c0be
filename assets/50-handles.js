/* The way back from a picture to the settings: a figure whose layout.meta names fields sets them where it is touched.

   `click: {x: field, y: field}` sets them where the plane is clicked, `drag: {...}` also while the pointer moves with
   its button down. Values snap to the fields' own grids. */
(function () {
  "use strict";

  let held = null; // {plot, fields} while the pointer is down on a plane that can be dragged

  function planeAt(event) {
    const plot = event.target.closest && event.target.closest(".js-plotly-plot");
    const meta = plot && plot.layout && plot.layout.meta;
    return meta && (meta.click || meta.drag) ? { plot, meta } : null;
  }

  /* The place on the axes under the pointer, or nothing outside the plot area. */
  function place(plot, event) {
    const { xaxis, yaxis } = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    const x = event.clientX - box.left - xaxis._offset;
    const y = event.clientY - box.top - yaxis._offset;
    if (x < 0 || y < 0 || x > xaxis._length || y > yaxis._length) return null;
    return { x: xaxis.p2d(x), y: yaxis.p2d(y) };
  }

  function nearest(words, value) {
    const distance = (word) => Math.abs(Number(word) - value);
    return words.filter((word) => !Number.isNaN(Number(word))).reduce((a, b) => (distance(b) < distance(a) ? b : a));
  }

  function setFields(plot, fields, event) {
    const point = place(plot, event);
    if (!point) return;
    const { page } = window.nnviz.inspect();
    const changes = {};
    for (const [axis, name] of Object.entries(fields)) changes[name] = nearest(page.fields[name].words, point[axis]);
    window.nnviz.set(changes);
  }

  document.addEventListener("pointerdown", (event) => {
    const found = planeAt(event);
    if (!found || !found.meta.drag || !place(found.plot, event)) return;
    held = { plot: found.plot, fields: found.meta.drag };
    event.stopPropagation(); // Plotly would start a zoom
    event.preventDefault();
    setFields(held.plot, held.fields, event);
  }, true);

  document.addEventListener("mousedown", (event) => { if (held) event.stopPropagation(); }, true);
  document.addEventListener("pointermove", (event) => { if (held) setFields(held.plot, held.fields, event); }, true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (held = null), true);

  document.addEventListener("click", (event) => {
    const found = planeAt(event);
    if (found && found.meta.click) setFields(found.plot, found.meta.click, event);
  }, true);
})();
