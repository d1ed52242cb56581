"""The example papers: built from their words, and flagged where `examples/README.md` says and nowhere else."""

from __future__ import annotations

import io
import json
import re
import runpy
import zipfile
from typing import Any, NamedTuple

import pypdfium2

from gradelint.rules import catalogue
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


class Planted(NamedTuple):
    """A misstatement that `examples/README.md` owns up to."""

    paper: str
    words: str
    code: str

    def is_found_by(self, finding: dict[str, Any]) -> bool:
        """Whether a finding of the paper is about these words, by this rule."""
        here = (finding["path"], finding["code"]) == (f"examples/{self.paper}", self.code)
        return here and bool(_long_words(finding["quote"]) & _long_words(self.words))


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w-]+", text.replace("’", "'")) if len(word) > 4}


def _planted() -> list[Planted]:
    """Every row of the table in `examples/README.md` that names a rule."""
    planted, paper = [], ""
    for row in re.findall(r"^\| (.*) \|$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE):
        name, _, words, _, code = (cell.strip(" `") for cell in row.split("|"))
        paper = name or paper
        if code.startswith("GL"):
            planted.append(Planted(paper, words, code))
    return planted


def test_the_papers_are_flagged_where_the_list_says_and_nowhere_else(gradelint: Run) -> None:
    done = gradelint("check", "examples", "--register", "examples/register.csv", "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]

    missed = [each for each in _planted() if not any(each.is_found_by(finding) for finding in found)]
    unlisted = [
        f"{finding['path']}: {finding['code']} {finding['quote']}"
        for finding in found
        if not any(each.is_found_by(finding) for each in _planted())
    ]

    assert done.returncode == 1, done.stderr
    assert (missed, unlisted) == ([], [])


def test_the_list_has_a_misstatement_for_every_rule() -> None:
    assert {planted.code for planted in _planted()} == {rule.code for rule in catalogue()}


def test_the_fair_paper_is_clean(gradelint: Run) -> None:
    done = gradelint("check", f"examples/{FAIR}", "--register", "examples/register.csv")

    assert (done.returncode, done.stdout) == (0, "")
