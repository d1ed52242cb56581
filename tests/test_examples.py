"""The example papers: built from their words, and flagged where `examples/README.md` says and nowhere else."""

from __future__ import annotations

import io
import json
import re
import runpy
import zipfile
from collections import Counter

import pypdfium2

from tests.conftest import ROOT, Run

FOLDER = ROOT / "examples"
FAIR = "2026-07-members-briefing-fair.md"


def _word_text(content: bytes) -> dict[str, str]:
    """The XML of the parts that hold text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(document|footnotes|header|footer)", name)]
        return {name: " ".join(re.findall(r"<w:t[ >][^<]*", archive.read(name).decode())) for name in sorted(names)}


def _pdf_text(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def test_the_committed_papers_are_what_their_words_build() -> None:
    built = runpy.run_path(str(ROOT / "tools" / "build_examples.py"))["files"]()
    word, pdf = "2014-11-inspection-record.docx", "2016-11-improvement-plan.pdf"

    assert set(built) == {word, pdf}
    assert _word_text((FOLDER / word).read_bytes()) == _word_text(built[word])
    assert _pdf_text((FOLDER / pdf).read_bytes()) == _pdf_text(built[pdf])


def test_a_rebuild_is_the_same_byte_for_byte() -> None:
    build = runpy.run_path(str(ROOT / "tools" / "build_examples.py"))["files"]

    assert build() == build()


def _planted() -> Counter[tuple[str, str]]:
    """Paper and code of every row of the table in `examples/README.md`."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    planted: Counter[tuple[str, str]] = Counter()
    paper = ""
    for row in re.findall(r"^\| (.*) \|$", text, re.MULTILINE):
        name, _, _, code = (cell.strip(" `") for cell in row.split("|"))
        paper = name or paper
        if code.startswith("GL"):
            planted[paper, code] += 1
    return planted


def test_the_papers_are_flagged_where_the_list_says_and_nowhere_else(gradelint: Run) -> None:
    done = gradelint("check", "examples", "--register", "examples/register.csv", "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 1, done.stderr
    assert Counter((finding["path"].removeprefix("examples/"), finding["code"]) for finding in found) == _planted()


def test_the_planted_misstatements_need_every_rule() -> None:
    nine = {"GL101", "GL201", "GL202", "GL203", "GL205", "GL301", "GL304", "GL306", "GL402"}

    assert {code for _, code in _planted()} == nine


def test_the_fair_paper_is_clean(gradelint: Run) -> None:
    done = gradelint("check", f"examples/{FAIR}", "--register", "examples/register.csv")

    assert (done.returncode, done.stdout) == (0, "")
