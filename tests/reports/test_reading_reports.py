"""The reports for reading: the full one with its evidence, the concise one with a line a finding."""

from __future__ import annotations

import re

import pytest

from gradelint.model import Checked, Document, Evidence, Severity, Span
from gradelint.reports import Run, formats, renderer
from tests.reports.papers import finding, paragraphs, text_paper, word_paper

RUN = Run("1.0", ("test-vocabulary@2026.01",))

FULL_TEXT = """\
error[GL101]: 'middling' (Test, October 2012) is described as splendid  (inflation-adjective)
  --> paper.md:7:15, "# Today"
   |
   |  We were found splendid in October 2012.
   |                ^^^^^^^^ reads as second grade or better
  ::: paper.md:3:15, "# History"
   |  The grade was middling.
   |                -------- third of four
  ::: register harrowmere@2026.01
   |  Harrowmere   TEST   middling
   |                      -------- on record: middling
   |  inspected 1 October 2012 to 5 October 2012   published 2 November 2012
   |  https://example.org/record
  ::: vocabulary test-vocabulary@2026.01
   |  TEST had four grades
   = now: 'middling' has since been replaced by 'fair' (official; test 2026.01)
   = voice: quoted from an officer, not corrected nearby
   = source: Report of the October inspection, 2012-10-10, https://example.org/oct
  help: state the grade and its present-day reading; leave the quotation as it is
"""

FULL_WORD = """\
error[GL101]: 'middling' (Test, October 2012) is described as splendid  (inflation-adjective)
  --> briefing.docx, page 3, paragraph 2
   |
   |  Our services were found splendid.
   |                          ^^^^^^^^ reads as second grade or better
  ::: briefing.docx, page 4, table 1, row 3
   |  TEST   Oct 2012   Middling
   |                    -------- third of four
   = now: 'middling' has since been replaced by 'fair' (official; test 2026.01)
   = voice: quoted from an officer, not corrected nearby
   = source: Report of the October inspection, 2012-10-10, https://example.org/oct
  help: state the grade and its present-day reading; leave the quotation as it is
"""


def shown(name: str, *checked: Checked, colour: bool = False) -> str:
    """The whole report."""
    return "".join(renderer(name)(checked, RUN._replace(colour=colour)))


def many(count: int) -> Checked:
    """A paper of many paragraphs with a finding in each."""
    document = paragraphs(*(f"We were splendid {number:06}." for number in range(count)), path="many.md")
    first = finding(document, "splendid")
    spans = (Span(block.span.start + 8, block.span.start + 16) for block in document.blocks)
    return Checked(document.path, document, tuple(first._replace(span=span) for span in spans))


def test_every_module_of_the_folder_is_a_format_and_the_full_one_comes_first() -> None:
    assert formats() == ("full", "concise", "json", "jsonl")


def test_the_full_report_shows_the_words_the_evidence_and_the_remedy() -> None:
    assert shown("full", text_paper()) == FULL_TEXT


def test_two_findings_are_parted_by_a_blank_line_whatever_the_file() -> None:
    unread = Checked("gone.md", error="gone.md: no such file")
    assert shown("full", unread, word_paper(), text_paper()) == f"{FULL_WORD}\n{FULL_TEXT}"


def test_the_concise_report_has_a_line_a_finding() -> None:
    assert shown("concise", text_paper(), word_paper()) == (
        "paper.md:7:15: error GL101 'middling' (Test, October 2012) is described as splendid\n"
        "briefing.docx, page 3, paragraph 2: error GL101 'middling' (Test, October 2012) is described as splendid\n"
    )


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colours_change_nothing_but_colours(name: str) -> None:
    painted = shown(name, text_paper(), word_paper(), colour=True)
    assert "\x1b[1;31merror" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == shown(name, text_paper(), word_paper())


@pytest.mark.parametrize("name", formats())
def test_a_run_that_finds_nothing_in_a_paper_says_nothing_of_it_but_as_json(name: str) -> None:
    document = paragraphs("Nothing here.")
    text = shown(name, Checked(document.path, document))
    assert (text == "") == (name != "json")


@pytest.mark.parametrize("name", formats())
def test_nothing_of_a_paper_reaches_the_screen_as_a_control_character(name: str) -> None:
    document = paragraphs("\x1b[2J # We \u202ewere\x07 splendid\x9b\r\udc80 today.", path="a\x1b]0;\nb\udcff.md")
    odd = finding(document, "splendid", Evidence("no\x1bte\n", span=Span(0, len(document.text))))
    odd = odd._replace(message="mess\x1bage\n", suggestion="\x1b[31m\r", label="\x08", now="\x0c", voice="\u2066")
    text = shown(name, Checked(document.path, document, (odd,)))
    assert "GL101" in text
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066\ud800-\udfff]", text) == []
    text.encode("utf-8")


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_report_for_reading_shows_a_thousand_findings_of_a_file_and_counts_the_rest(name: str) -> None:
    text = shown(name, many(1002))
    assert text.count("GL101") == 1000
    assert text.endswith("many.md: 2 more findings not shown; --format jsonl or json gives all\n")
    assert shown(name, many(1001)).endswith("many.md: 1 more finding not shown; --format jsonl or json gives all\n")
    assert "not shown" not in shown(name, many(1000))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_report_for_programs_shows_all(name: str) -> None:
    assert shown(name, many(1002)).count('"code": "GL101"') == 1002


def test_a_warning_and_an_info_are_called_so() -> None:
    paper = text_paper()
    milder = tuple(
        paper.findings[0]._replace(severity=each, because=(Evidence("why"),))
        for each in (Severity.WARNING, Severity.INFO)
    )
    heads = [line for line in shown("full", paper._replace(findings=milder)).splitlines() if "GL101" in line]
    assert [head.partition(":")[0] for head in heads] == ["warning[GL101]", "info[GL101]"]


def test_a_long_remedy_goes_on_under_its_first_word() -> None:
    paper = text_paper()
    wordy = paper.findings[0]._replace(suggestion=" ".join(["word"] * 40))
    lines = shown("full", paper._replace(findings=(wordy,))).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("  help: word"))
    assert [line[:12] for line in lines[start:]] == ["  help: word", "        word", "        word"]
    assert max(map(len, lines[start:])) <= 100


def test_an_empty_document_can_carry_a_finding() -> None:
    document = Document("empty.txt", "text", "", (), source="")
    odd = finding(paragraphs("splendid"), "splendid")._replace(span=Span(0, 0))
    assert shown("concise", Checked(document.path, document, (odd,))).startswith("empty.txt:1:1: error GL101")
    assert "   |  \n" not in shown("full", Checked(document.path, document, (odd,)))
