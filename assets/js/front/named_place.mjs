/* A link to a place on the page leads there once more when the typefaces have come: formulas have another height with theirs. */

const name = decodeURIComponent(window.location.hash.slice(1));
if (name) document.fonts.ready.then(() => document.getElementById(name)?.scrollIntoView());
