"""The quick look that tells whether lines may be rows of a CSV file; apart, so that most papers pay no more."""

from __future__ import annotations

SEPARATORS = (";", ",")


def may_hold_rows(text: str, start: int, end: int) -> bool:
    """Whether two commas, or two semicolons, have neither a blank nor a line end after them."""
    for separator in SEPARATORS:
        found = text.count(separator, start, end)
        if found >= 2:
            found -= text.count(separator + " ", start, end)
            if found >= 2 and found - text.count(separator + "\n", start, end) >= 2:
                return True
    return False
