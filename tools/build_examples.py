"""Builds the Word and PDF papers in `examples/` from the words in `papers.py`: `python tools/build_examples.py`.

Dates and identifiers are fixed, so a rebuild with the same libraries changes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from papers import PLAN_2016, RECORD_2014
from pdf_paper import pdf
from word_paper import word

EXAMPLES = Path(__file__).parent.parent / "examples"


def files() -> dict[str, bytes]:
    """Every built example by file name."""
    return {"2014-11-inspection-record.docx": word(RECORD_2014), "2016-11-improvement-plan.pdf": pdf(PLAN_2016)}


def main() -> None:
    """Writes the examples."""
    for name, content in files().items():
        (EXAMPLES / name).write_bytes(content)


if __name__ == "__main__":
    main()
