/* The small plane in the dialog for one's own data: shows points, and takes clicks as points. */

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 280, 46, 350, 8, 246];
const MOST_POINTS = 1000;
const COLOURS = ["#0072b2", "#d55e00"];

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

const short = (value) => String(Number(value.toPrecision(4)));

/* view: {x, y: [low, high]} of what is drawn */
function across(view, x) {
  return LEFT + ((x - view.x[0]) / (view.x[1] - view.x[0])) * (RIGHT - LEFT);
}

function up(view, y) {
  return BOTTOM - ((y - view.y[0]) / (view.y[1] - view.y[0])) * (BOTTOM - TOP);
}

function range(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (high - low) || 1;
  return [low - room, high + room];
}

/* The view that shows these points. */
export function viewOf(points) {
  return { x: range(points.map((point) => point.x)), y: range(points.map((point) => point.y)) };
}

/* Round values inside a range, three to seven of them. */
function ticks([low, high]) {
  const raw = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * [1, 2, 5, 10].find((times) => times * power >= raw);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

function axes(view, names) {
  const parts = [element("rect", { x: LEFT, y: TOP, width: RIGHT - LEFT, height: BOTTOM - TOP, class: "frame" })];
  for (const x of ticks(view.x)) {
    parts.push(element("line", { x1: across(view, x), x2: across(view, x), y1: TOP, y2: BOTTOM, class: "grid" }));
    parts.push(element("text", { x: across(view, x), y: BOTTOM + 13, "text-anchor": "middle" }, short(x)));
  }
  for (const y of ticks(view.y)) {
    parts.push(element("line", { x1: LEFT, x2: RIGHT, y1: up(view, y), y2: up(view, y), class: "grid" }));
    parts.push(element("text", { x: LEFT - 4, y: up(view, y) + 4, "text-anchor": "end" }, short(y)));
  }
  const middle = { x: (TOP + BOTTOM) / 2, y: 11 };
  const turned = { x: -middle.x, y: middle.y, transform: "rotate(-90)", "text-anchor": "middle", class: "name" };
  parts.push(element("text", { x: (LEFT + RIGHT) / 2, y: HEIGHT - 4, "text-anchor": "middle", class: "name" }, names[0]));
  parts.push(element("text", turned, names[1]));
  return parts;
}

/* point: {x, y, share}: share 0 is class 0 or the lowest target, 1 is class 1 or the highest, none is no matter. */
function mark(view, point) {
  const [x, y] = [across(view, point.x), up(view, point.y)];
  if (point.share === 1 && point.isClass)
    return element("path", { d: `M${x} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`, fill: COLOURS[1], class: "point" });
  const mixed = `color-mix(in srgb, ${COLOURS[1]} ${Math.round(100 * (point.share || 0))}%, ${COLOURS[0]})`;
  return element("circle", { cx: x, cy: y, r: 4, style: `fill: ${mixed}`, class: "point" });
}

/* Draw points into a place; `onClick(x, y)` is told where the plane was clicked, if it is to be. */
export function drawPlane(place, picture) {
  const { points, view, names, onClick } = picture;
  const label = onClick ? "Plane: click to add a point" : `${points.length} points`;
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label });
  svg.append(...axes(view, names), ...points.slice(0, MOST_POINTS).map((point) => mark(view, point)));
  if (onClick) {
    svg.classList.add("clickable");
    svg.addEventListener("click", (event) => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      if (at.x < LEFT || at.x > RIGHT || at.y < TOP || at.y > BOTTOM) return;
      const x = view.x[0] + ((at.x - LEFT) / (RIGHT - LEFT)) * (view.x[1] - view.x[0]);
      const y = view.y[0] + ((BOTTOM - at.y) / (BOTTOM - TOP)) * (view.y[1] - view.y[0]);
      onClick(Math.round(100 * x) / 100, Math.round(100 * y) / 100);
    });
  }
  place.replaceChildren(svg);
}
