"""Text made fit for a screen, and folded to its width."""

from __future__ import annotations

from gradelint.reports.parts.escaping import one_line, printable

__all__ = ["one_line", "printable", "wrapped"]


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph folded at the screen's width (at most 100 letters), later lines indented."""
    import shutil  # these two cost more than click's own start, and `check` prints without folding
    import textwrap

    width = max(40, min(100, shutil.get_terminal_size((100, 24)).columns))
    return textwrap.fill(
        one_line(text), width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
