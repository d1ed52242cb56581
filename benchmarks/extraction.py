"""Extraction: reading Word and PDF papers into documents, beside the libraries that others would use for it.

In one process, library calls only, so that start-up plays no part. The papers are the examples of this repository and,
where its generator is at hand, a synthetic corpus (`--generator FILE`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring import ROOT, SHARED, Row, in_turn, report

sys.path.insert(0, str(ROOT))

import docx
import pypdfium2

from gradelint import formats

ROUNDS = 7
COUNT = 40


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--generator", type=Path, default=SHARED / "bench" / "gen_corpus.py")
    generator = parser.parse_args().generator
    with tempfile.TemporaryDirectory() as folder:
        papers = _papers(generator, Path(folder))
        words = [path for path in papers if path.suffix == ".docx"]
        pdfs = [path for path in papers if path.suffix == ".pdf"]
        runs = {
            "gradelint, Word": _over(words, _ours),
            "python-docx, Word (body and tables)": _over(words, _python_docx),
            "gradelint, PDF": _over(pdfs, _ours),
            "pypdfium2, PDF (text only)": _over(pdfs, _pypdfium2),
        }
        times = in_turn(runs, ROUNDS)
        pages = sum(len(pypdfium2.PdfDocument(path)) for path in pdfs)
    rows = [Row(name, seconds, seconds / times[_ours_for(name)]) for name, seconds in times.items()]
    report(
        "extraction",
        rows,
        word_papers=len(words),
        word_papers_a_second=round(len(words) / times["gradelint, Word"]),
        pdf_pages=pages,
        pdf_pages_a_second=round(pages / times["gradelint, PDF"]),
    )


def _papers(generator: Path, folder: Path) -> list[Path]:
    found = sorted((ROOT / "examples").glob("*.docx")) + sorted((ROOT / "examples").glob("*.pdf"))
    if generator.exists():
        options = ["--out", str(folder), "--files", "1", "--big-mb", "0", "--docx", str(COUNT), "--pdf", str(COUNT)]
        subprocess.run([sys.executable, str(generator), *options], check=True, capture_output=True)
        found += sorted(folder.rglob("*.docx")) + sorted(folder.rglob("*.pdf"))
    return found


def _over(papers: Sequence[Path], read: Callable[[Path], int]) -> Callable[[], float]:
    def run() -> float:
        start = time.perf_counter()
        letters = sum(read(paper) for paper in papers)
        elapsed = time.perf_counter() - start
        if not letters:
            raise RuntimeError("nothing was read")
        return elapsed

    return run


def _ours(path: Path) -> int:
    return len(formats.read(path.read_bytes(), path.name).text)


def _python_docx(path: Path) -> int:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return sum(len(paragraph.text) for paragraph in document.paragraphs) + sum(map(len, cells))


def _pypdfium2(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def _ours_for(name: str) -> str:
    return "gradelint, Word" if "Word" in name else "gradelint, PDF"


if __name__ == "__main__":
    main()
