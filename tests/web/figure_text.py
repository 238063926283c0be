"""What is wrong with the words in the figures on a page: words over words, and words cut at a figure's edge."""

OVERLAPS_IN_FIGURES = """
const MARGIN = 2; // pixels in which boxes of words may meet, in both directions
const LEADING = 0.15; // of a line's height, above and below its letters
const NO_FIGURE = ".table, .hoverlayer, .modebar, defs"; // tables scroll, and what is hovered over covers the rest
const isSeen = (text) => text.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !text.closest(NO_FIGURE);

function lines(text) {
    const spans = [...text.querySelectorAll("tspan.line")];
    const lead = text.closest("[transform*=rotate]") ? 0 : LEADING;
    return (spans.length ? spans : [text]).map((line) => {
        const {left, right, top, bottom, height} = line.getBoundingClientRect();
        return {says: line.textContent.trim(), left, right, top: top + lead * height, bottom: bottom - lead * height};
    }).filter(({says, left, right}) => says && right > left);
}
const isCut = (box, room) => box.left < room.left - MARGIN || box.right > room.right + MARGIN
    || box.top < room.top - MARGIN || box.bottom > room.bottom + MARGIN;
const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > MARGIN
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > MARGIN;

return [...document.querySelectorAll(".picture:not(.d-none)")].filter((picture) => picture.checkVisibility())
    .flatMap((picture) => {
        const room = picture.querySelector(".dash-graph").getBoundingClientRect(), name = picture.dataset.figure;
        const boxes = [...picture.querySelectorAll(".js-plotly-plot svg text")].filter(isSeen).flatMap(lines);
        const cut = boxes.filter((box) => isCut(box, room)).map((box) => `${name}: ${box.says} is cut`);
        const over = boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => meet(one, other))
            .map((other) => `${name}: ${one.says} over ${other.says}`));
        return [...cut, ...over];
    });
"""
"""A script that names them: those of a word, a tick, an entry of a legend, one line each, in the figures in view."""
