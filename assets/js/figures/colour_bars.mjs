/* Where both axes have one unit of length, the picture fills only a part of its room, and Plotly leaves the colour bar at the edge of
   the room: it is moved beside the picture, and made as high. */

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {{ x: number, y: number, len: number }} Place  in shares of the room */
/** @typedef {{ place: Place, right: number }} Beside  with the margin that the bar has been given */

const GAP = 0.02; // of the room
const SAME = 0.01; // what nobody sees
const MOST = 2; // times in a row: where a bar stands tells in the margins, and so in the picture

/** Where the bar of a plot has been put. @type {WeakMap<Plot, Beside>} */
const beside = new WeakMap();
/** @type {WeakSet<Plot>} */
const following = new WeakSet();
/** How often the bar of a plot has been moved, since it was drawn last, in the room that it has now. @type {WeakMap<Plot, { size: string, n: number }>} */
const moves = new WeakMap();

/** @param {FigureJson} figure */
const hasOneUnit = ({ layout }) => layout.yaxis?.scaleanchor !== undefined;

/** @param {Plot} plot @returns {Place} */
function placeOf({ _fullLayout: { xaxis, yaxis } }) {
  const [low, high] = yaxis.domain;
  return { x: xaxis.domain[1] + GAP, y: (low + high) / 2, len: high - low };
}

/** @param {Place} one @param {Place} other */
const areSame = (one, other) =>
  Math.abs(one.x - other.x) + Math.abs(one.y - other.y) + Math.abs(one.len - other.len) < SAME;

/** Whether the bar may still be moved. @param {Plot} plot */
function mayMove(plot) {
  const size = `${plot.clientWidth} ${plot.clientHeight}`;
  const before = moves.get(plot);
  const n = before?.size === size ? before.n + 1 : 1;
  moves.set(plot, { size, n });
  return n <= MOST;
}

/** @param {Plot} plot */
function move(plot) {
  const i = plot._fullData?.findIndex(({ showscale, colorbar }) => showscale && colorbar) ?? -1;
  if (i < 0 || !plot._fullLayout.yaxis?.scaleanchor) return;
  const place = placeOf(plot);
  const { x, y, len } = plot._fullData[i].colorbar;
  if (areSame(place, { x, y, len }) || !mayMove(plot)) return;
  beside.set(plot, { place, right: beside.get(plot)?.right ?? plot._fullLayout._size.r });
  const { x: along, y: up, len: length } = place;
  window.Plotly.restyle(plot, { "colorbar.x": along, "colorbar.y": up, "colorbar.len": length }, [i]);
}

/**
 * The figure with its colour bar where it has been put before.
 * @param {FigureJson} figure
 * @param {Plot | null} plot
 * @returns {FigureJson}
 */
export function withBarBeside(figure, plot) {
  const known = plot && hasOneUnit(figure) ? beside.get(plot) : undefined;
  if (!known) return figure;
  const data = figure.data.map((trace) =>
    trace.colorbar ? { ...trace, colorbar: { ...trace.colorbar, ...known.place } } : trace,
  );
  return { data, layout: { ...figure.layout, margin: { ...figure.layout.margin, r: known.right } } };
}

/**
 * Put the colour bar of a plot beside its picture from now on.
 * @param {Plot} plot
 * @param {FigureJson} figure
 */
export function followBar(plot, figure) {
  if (!hasOneUnit(figure)) return;
  moves.delete(plot); // it is drawn anew
  if (following.has(plot)) return;
  following.add(plot);
  queueMicrotask(() => {
    plot.on("plotly_afterplot", () => move(plot)); // one that is drawn for the first time listens only then
    if (plot._fullLayout?.yaxis) move(plot);
  });
}
