"""The paper that gradelint was made for: what the committee printed, as text, as a Word file and as a PDF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pytest

from tests.conftest import ROOT, Run

SEED = ROOT.parent / "shared" / "seed" / "rotherham-committee-report.txt"
CLAIM = "strong and appropriate"
ROW = re.compile(r"(.+?) (\d\d \w{3} \d\d) (\d\d \w{3} \d\d) (Adequate|Inadequate|Not graded.*?) *(Ofsted)?")
HEADER = ("Inspection type[26]", "Date of inspection", "Report publication", "Overall grade", "Inspectorates involved")


class Part(NamedTuple):
    """A paragraph (one row of one cell), or a table row by row."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def table(self) -> bool:
        """Whether it is a table."""
        return len(self.rows[0]) > 1


@cache
def seed() -> str:
    """The words of the paper."""
    if not SEED.exists():
        pytest.skip("the seed needs ../shared/seed")
    return SEED.read_text(encoding="utf-8")


def paragraph(number: str) -> str:
    """The line that opens with a paragraph's or a footnote's number, and the lines after it up to a blank one."""
    found = re.search(rf"^{re.escape(number)}\s.*(?:\n.*\S.*)*", seed(), re.MULTILINE)
    assert found
    return found.group()


def parts() -> Iterator[Part]:
    """The paper's paragraphs, with its Table 1 in rows and cells again."""
    rows: list[tuple[str, ...]] = []
    for line in seed().splitlines():
        if line == " ".join(HEADER):
            rows = [HEADER]
        elif rows and (found := ROW.fullmatch(line)):
            rows.append(tuple(cell or "" for cell in found.groups()))
        elif line.strip():
            if rows:
                yield Part(tuple(rows))
                rows = []
            yield Part(((line.strip(),),))


def word(path: Path) -> None:
    """The paper as a Word file."""
    import docx

    document = docx.Document()
    for part in parts():
        if not part.table:
            document.add_paragraph(part.rows[0][0])
            continue
        table = document.add_table(len(part.rows), len(HEADER))
        for row, cells in zip(table.rows, part.rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(str(path))


def pdf(path: Path) -> None:
    """The paper as a PDF."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    style = getSampleStyleSheet()["BodyText"]
    flow: list[Any] = []
    for part in parts():
        cells = [[Paragraph(escape(cell), style) for cell in row] for row in part.rows]
        flow += [Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])] if part.table else cells[0]
        flow.append(Spacer(1, 6))
    SimpleDocTemplate(str(path), invariant=True).build(flow)


def text(path: Path) -> None:
    """The paper as it is."""
    path.write_text(seed(), encoding="utf-8")


@pytest.fixture(scope="module", params=[("txt", text), ("docx", word), ("pdf", pdf)], ids=["text", "word", "pdf"])
def errors(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, gradelint: Run
) -> list[dict[str, Any]]:
    """The errors that the command finds in the paper, in one of its forms."""
    suffix, write = request.param
    path = tmp_path_factory.mktemp("seed") / f"report.{suffix}"
    write(path)

    done = gradelint("check", "--format", "jsonl", "--as-of", "2026-11-23", str(path))

    assert done.returncode == 1, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [each for each in found if each["severity"] == "error"]


def test_the_chief_executives_words_are_held_against_the_grade_of_august_2012(errors: list[dict[str, Any]]) -> None:
    (finding,) = (each for each in errors if CLAIM in each["quote"])

    assert (finding["code"], finding["claim"]["framework"], finding["claim"]["grade"]) == ("GL101", "CPI", "adequate")
    assert finding["claim"]["reads_now"] == "requires improvement to be good"
    assert finding["sources"]


def test_the_evidence_is_the_row_of_the_table_and_the_record(errors: list[dict[str, Any]]) -> None:
    (finding,) = (each for each in errors if CLAIM in each["quote"])

    rows = [each for each in finding["because"] if _is_of_the_row(each)]
    records = [each["record"] for each in finding["because"] if each["record"]]
    known = ("framework", "inspected", "published", "grade")

    assert len(rows) == 1
    assert [tuple(each[key] for key in known) for each in records] == [("CPI", "2012-07-02", "2012-08-10", "adequate")]


def _is_of_the_row(evidence: dict[str, Any]) -> bool:
    """Whether it is the row "CPI 02 Jul 12 10 Aug 12 Adequate Ofsted": line 25, or the third row of the table."""
    return evidence["line"] == 25 or (evidence["cell"] or {}).get("row") == 3


def test_nothing_else_that_is_said_of_adequate_and_good_is_an_error(errors: list[dict[str, Any]]) -> None:
    fair = " ".join([paragraph("34."), paragraph("62"), paragraph("50.")])
    assert "open to misinterpretation" in fair
    assert "only meets minimum requirements" in fair
    assert "only 'good' is good enough" in fair

    assert [each["quote"] for each in errors if " ".join(each["quote"].split()) in " ".join(fair.split())] == []


def test_the_whole_report_has_three_errors_at_most(errors: list[dict[str, Any]]) -> None:
    assert len(errors) <= 3, [each["message"] for each in errors]
