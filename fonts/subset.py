"""Makes assets/vendor/stix-two-math.woff2: the signs of STIX Two Math that formulas of pages use, a tenth of it.

In this folder, with the requirements for development::

    npm pack @fontsource/stix-two-math@5.3.0 && tar xzf *.tgz && python subset.py

What mathematics needs to be set (the table MATH: heights, larger brackets, longer roots) comes along. A test
reads all pages for signs that are not in it.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

FOLDER = Path(__file__).resolve().parent
WHOLE = FOLDER / "package" / "files" / "stix-two-math-latin-400-normal.woff2"
SUBSET = FOLDER.parent / "assets" / "vendor" / "stix-two-math.woff2"

LETTERS = (
    range(0x20, 0x7F),
    range(0x391, 0x3CA),  # Greek
    range(0x1D434, 0x1D468),  # italics, as browsers draw a single letter
    range(0x1D6E2, 0x1D71C),  # Greek italics
)
OTHERS = "\u00a0ÄÖÜßäöü¯±·×ˆ˜ϕϵℎℒℓ…′″ℝ←→⇒∂∇∈∏∑−∓√∘∝∞∣∥‖∫∼≈≠≤≥⋅⋯⏞⏟⎴⎵‾―"


def characters() -> set[int]:
    """The code points that the subset has."""
    return {code for letters in LETTERS for code in letters} | {ord(sign) for sign in OTHERS}


def main() -> None:
    """Write the subset."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["ssty", "mark", "mkmk", "dtls", "flac"]
    options.drop_tables += ["DSIG", "GDEF"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # its name, copyright and licence
    font = load_font(WHOLE, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    save_font(font, SUBSET, options)


if __name__ == "__main__":
    main()
