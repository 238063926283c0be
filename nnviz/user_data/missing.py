"""How people and programs write that there is nothing."""

MISSING = {"", "na", "n/a", "nan", "null", "?", ".", "#n/a", "<na>"}
MISSING |= {f"#{error}" for error in ("div/0!", "value!", "ref!", "name?", "num!", "null!")}
"""In any column, in lower case: of R, NumPy, pandas, SQL, and the errors of spreadsheets."""

MISSING_AMONG_NUMBERS = MISSING | {"-", "−", "–", "—", "--", "none", "nil", "missing", "inf", "-inf"}
"""Among numbers only: in a column of text they may be one of the labels."""

STAND_INS = (-9.0, -99.0, -999.0, -9999.0)
"""Numbers by which some programs say that there is nothing."""


def is_missing_word(cell: str) -> bool:
    """Whether a cell says that there is nothing, in whatever column."""
    return cell.lower() in MISSING
