"""The reports for programs: JSON lines and JSON, as `schemas/findings.schema.json` says."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from gradelint.model import Checked, Coverage, Evidence, Statement
from gradelint.reports import Run, renderer
from gradelint.shipped import folder
from tests.reports.papers import RECORD, finding, paragraphs, text_paper, word_paper

RUN = Run("1.0", ("test-vocabulary@2026.01",), "harrowmere, as at 2026-01-31")
FIELDS = [
    *("path", "code", "rule", "severity", "confidence", "message", "quote", "start", "end", "line", "column"),
    *("page", "paragraph", "cell", "claim", "because", "sources", "suggestion", "vocabulary", "fingerprint"),
]


def lines(*checked: Checked) -> list[dict[str, Any]]:
    """The objects of the JSON lines."""
    return [json.loads(line) for line in renderer("jsonl")(checked, RUN)]


def whole(*checked: Checked) -> dict[str, Any]:
    """The object of the JSON report."""
    found: dict[str, Any] = json.loads("".join(renderer("json")(checked, RUN)))
    return found


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    """The shipped schema."""
    text = (folder("schemas") / "findings.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def test_a_line_has_the_fields_and_no_others() -> None:
    found = lines(text_paper(), word_paper())
    assert [list(each) for each in found] == [FIELDS, FIELDS]


def test_a_line_of_a_text_file_has_offsets_lines_and_columns() -> None:
    (found,) = lines(text_paper())
    document = text_paper().document
    assert document is not None
    assert document.source is not None
    assert document.source[found["start"] : found["end"]] == found["quote"] == "splendid"
    fingerprint, because = found.pop("fingerprint"), found.pop("because")
    assert len(fingerprint) == 32
    assert found == {
        "path": "paper.md",
        "code": "GL101",
        "rule": "inflation-adjective",
        "severity": "error",
        "confidence": "high",
        "message": "'middling' (Test, October 2012) is described as splendid",
        "quote": "splendid",
        "start": 59,
        "end": 67,
        "line": 7,
        "column": 15,
        "page": None,
        "paragraph": 4,
        "cell": None,
        "claim": {
            "authority": "Harrowmere",
            "inspectorate": "Test",
            "framework": "TEST",
            "area": "overall",
            "inspected": "2012-10",
            "grade": "middling",
            "reads_now": None,
            "stance": "asserted",
        },
        "sources": [
            {"title": "Report of the October inspection", "url": "https://example.org/oct", "date": "2012-10-10"}
        ],
        "suggestion": "state the grade and its present-day reading; leave the quotation as it is",
        "vocabulary": "test-vocabulary@2026.01",
    }
    nowhere = dict.fromkeys(("quote", "start", "end", "line", "column", "page", "paragraph", "cell"))
    words = nowhere | {"quote": "middling", "start": 25, "end": 33, "line": 3, "column": 15, "paragraph": 2}
    record = {
        "authority": "Harrowmere",
        "framework": "TEST",
        "area": "overall",
        "inspected": "2012-10-01/2012-10-05",
        "published": "2012-11-02",
        "grade": "middling",
        "url": "https://example.org/record",
        "register": "harrowmere@2026.01",
        "note": None,
    }
    assert because == [
        {"note": "third of four", **words, "record": None},
        {"note": "on record: middling", **nowhere, "record": record},
        {"note": "TEST had four grades", **nowhere, "record": None},
    ]


def test_a_line_of_another_format_has_pages_paragraphs_and_cells_instead() -> None:
    (found,) = lines(word_paper())
    (evidence,) = found["because"]
    keys = ("start", "end", "line", "column", "page", "paragraph", "cell")
    assert [found[key] for key in keys] == [None, None, None, None, 3, 2, None]
    assert [evidence[key] for key in keys] == [None, None, None, None, 4, 1, {"table": 1, "row": 3, "column": 3}]


def test_the_whole_report_says_what_was_covered() -> None:
    word = word_paper()
    assert word.document is not None
    partly = word._replace(document=word.document._replace(unread=("page 1",), notices=("odd",)))
    found = whole(text_paper(), Checked("gone.md", error="gone.md: no such file"), partly)
    assert found["findings"] == lines(text_paper(), partly)
    assert {key: value for key, value in found.items() if key not in ("findings", "files")} == {
        "version": "1.0",
        "vocabularies": ["test-vocabulary@2026.01"],
        "register": "harrowmere, as at 2026-01-31",
        "unreadable": [{"path": "gone.md", "error": "gone.md: no such file"}],
        "coverage": {
            "files": 2,
            "unreadable": 1,
            "read_in_part": 1,
            "mentions": 4,
            "resolved": 3,
            "unresolved": 1,
            "errors": 2,
            "warnings": 0,
            "infos": 0,
        },
    }
    assert found["files"][1] == {
        "path": "briefing.docx",
        "format": "docx",
        "title": None,
        "authority": None,
        "date": None,
        "mentions": 2,
        "resolved": 2,
        "notices": ["odd"],
        "unread": ["page 1"],
    }


def test_what_is_printed_is_as_the_schema_says(schema: jsonschema.Draft202012Validator) -> None:
    bare = finding(paragraphs("splendid"), "splendid", Evidence("why", record=RECORD._replace(grade=None, url="")))
    bare = bare._replace(statement=Statement(), sources=(), suggestion="", vocabulary="")
    odd = Checked("a\udcff\n.md", paragraphs("splendid", path="a\udcff\n.md"), (bare,), Coverage(1, 0))
    found = [
        *lines(text_paper(), word_paper(), odd),
        whole(),
        whole(text_paper(), word_paper(), odd, Checked("x", error="y")),
    ]
    assert len(found) == 5
    for each in found:
        schema.validate(each)


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "grave"},
        {"code": "X1"},
        {"because": []},
        {"start": None},
        {"line": 0},
        {"fingerprint": "short"},
        {"claim": {}},
        {"extra": 1},
    ],
)
def test_a_broken_line_is_not(schema: jsonschema.Draft202012Validator, change: dict[str, object]) -> None:
    (found,) = lines(text_paper())
    assert schema.is_valid(found)
    assert not schema.is_valid(found | change)


@pytest.mark.parametrize("field", FIELDS)
def test_a_line_without_one_of_its_fields_is_not(schema: jsonschema.Draft202012Validator, field: str) -> None:
    (found,) = lines(text_paper())
    del found[field]
    assert not schema.is_valid(found)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_odd_names_are_written_in_plain_letters(name: str) -> None:
    odd = "\x1b[31m\n\udcff\u202e漢\x7f.md"
    document = paragraphs("splendid", path=odd)
    text = "".join(renderer(name)([Checked(odd, document, (finding(document, "splendid"),))], RUN))
    assert text.isascii()
    assert "\x1b" not in text
    assert "\x7f" not in text
    data = json.loads(text)
    assert (data["findings"][0] if name == "json" else data)["path"] == odd
