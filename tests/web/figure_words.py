"""What the figures of a page say, and how many stops of the Tab key come before them."""

TAB_STOPS = """
const figures = document.getElementById("figures");
const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
const isBefore = (element) => element.compareDocumentPosition(figures) & Node.DOCUMENT_POSITION_FOLLOWING;
const isStop = (element) => element.tabIndex >= 0 && !element.disabled && isSeen(element) && isBefore(element);
return stops.filter(isStop).length;
"""
"""Counts what the Tab key reaches before the figures."""

SENTENCES = """
const figures = [...document.querySelectorAll("figure[data-figure]")];
const said = (figure) => document.getElementById(figure.getAttribute("aria-describedby")).textContent;
return figures.map((figure) => [figure.getAttribute("aria-label"), said(figure)]);
"""
"""Finds the name of each figure and what it says."""


def sentences_at(page, step):
    """The names of all figures and what they say, when they say it of this step."""

    def at_step():
        said = page.run(SENTENCES)
        return said if all(sentence.startswith(f"At step {step:,}: ") for _, sentence in said) else None

    return page.wait_for(at_step, f"sentences on step {step}")
