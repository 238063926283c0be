"""`python -m tests.browsers [firefox|webkit] [address ...]` visits all pages, or those named; says what is wrong."""

import sys

from nnviz.page.registry import discover
from tests.browsers.firefox import Firefox
from tests.browsers.visit import hears_errors, visit
from tests.browsers.webkit import WebKit
from tests.serving import serving

BROWSERS = {"firefox": Firefox, "webkit": WebKit}


def main(words: list[str]) -> int:
    """0 where every page is well in every browser; a browser that is not installed is said and counts as wrong."""
    chosen = [word for word in words if word in BROWSERS] or list(BROWSERS)
    lessons = [lesson for slug, lesson in discover().items() if slug in words or not {*words} - {*BROWSERS}]
    n_wrong = 0
    with serving(WEB_CONCURRENCY="2") as server:
        for name in chosen:
            with BROWSERS[name]() as browser:
                hears_errors(browser, server.address)
                for lesson in lessons:
                    wrong = visit(browser, server.address, lesson)
                    n_wrong += bool(wrong)
                    print(f"{name:8} /{lesson.slug:28} {'; '.join(wrong) or 'opens, plays, follows'}", flush=True)
    return int(n_wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
