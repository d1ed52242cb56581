"""Labelled sets are read as they are meant, and whatever is wrong with one is told with its line and the remedy."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gradelint.errors import BadDataError
from gradelint.evaluation.files import from_folder, from_lines
from gradelint.model import Period, Span

RULES = ("euphemism", "false-progress")
TEXT = "One two three. One two."
LABEL = {"type": "euphemism", "quote": "two", "severity": "warning"}
CONTEXT = {"authority": "Harrowmere", "as_of": "2016-11-15", "framework": "SIF"}
ITEM: dict[str, Any] = {"id": "a", "text": TEXT, "context": CONTEXT, "expected": [LABEL]}
VISIT = {"date": "2015-07", "framework": "SIF", "grade": "third", "published": "2015-09"}


def lines(*items: object) -> bytes:
    """The items as a file."""
    return "\n".join(each if isinstance(each, str) else json.dumps(each) for each in items).encode()


def refused(*items: object) -> tuple[str, ...]:
    """The faults of a file with these items."""
    with pytest.raises(BadDataError) as caught:
        from_lines(lines(*items), "set.jsonl", RULES)
    return caught.value.faults


def test_a_label_stands_on_the_first_place_of_its_quote_and_on_its_other_places() -> None:
    label = LABEL | {"alt": ["false-progress"], "or": ["three", "One two."]}

    (item,) = from_lines(lines(ITEM | {"expected": [label], "also": [{"quote": "One"}]}), "set.jsonl", RULES)

    assert item.expected[0].places == (Span(4, 7), Span(8, 13), Span(15, 23))
    assert item.expected[0].rules == ("euphemism", "false-progress")
    assert item.allowed == (Span(0, 3),)
    assert (item.authority, item.as_of) == ("Harrowmere", "2016-11-15")


def test_empty_lines_are_passed_over_and_lines_end_at_a_line_feed_only() -> None:
    odd = ITEM | {"id": "b", "text": "two\u2028\x85"}
    data = "\ufeff\n" + json.dumps(ITEM) + "\r\n\n" + json.dumps(odd, ensure_ascii=False) + "\n"

    assert [item.id for item in from_lines(data.encode(), "set.jsonl", RULES)] == ["a", "b"]


def test_history_is_a_register_of_the_papers_own_authority_unless_it_names_another() -> None:
    rows = [VISIT, VISIT | {"authority": "Northmoor", "area": "adoption", "grade": None}]
    (item,) = from_lines(lines(ITEM | {"context": CONTEXT | {"history": rows}}), "set.jsonl", RULES)

    assert item.register is not None
    (own,), (other,) = item.register.of("Harrowmere"), item.register.of("Northmoor")
    assert (own.area, own.grade, own.inspected) == ("overall", "third", Period.parse("2015-07"))
    assert (other.area, other.grade) == ("adoption", None)


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        ("{", "not JSON (Expecting property name enclosed in double quotes at letter 2); write one object a line"),
        ("[" * 100_000, "not JSON that can be read"),
        ([], "an item is an object in braces with 'id', 'text', 'context' and 'expected'"),
        ({"id": "b"}, "the item has no 'text'; give it"),
        (ITEM | {"text": 3}, "'text' is not a text in quotation marks"),
        (ITEM | {"id": " "}, "the id is empty"),
        (ITEM | {"text": "", "expected": []}, "the text is empty"),
        (ITEM | {"text": "\ud800", "expected": []}, "half a letter"),
        (ITEM | {"context": {"authority": "X"}}, "the context needs 'authority' and 'as_of'"),
        (ITEM | {"context": CONTEXT | {"authority": 1}}, "'authority' is not a text"),
        (ITEM | {"context": CONTEXT | {"authority": "\udc00"}}, "the authority holds half a letter"),
        (ITEM | {"context": CONTEXT | {"as_of": "soon"}}, "as_of is not a date: 'soon'; write 2012-08-10"),
        (ITEM | {"context": CONTEXT | {"history": [1]}}, "'history' is not a list of objects"),
        (ITEM | {"context": CONTEXT | {"history": [{"grade": "x"}]}}, "the history as a register (row 1 is its head)"),
        (ITEM | {"context": CONTEXT | {"history": [VISIT | {"grade": "\ud800"}]}}, "the history holds half a letter"),
        (ITEM | {"expected": {}}, "'expected' is not a list in brackets"),
        (ITEM | {"expected": ["two"]}, "entry 1 of expected: not an object in braces"),
        (ITEM | {"expected": [{"quote": "two"}]}, "entry 1 of expected: the entry has no 'type'; give it"),
        (ITEM | {"expected": [LABEL | {"quote": ""}]}, "entry 1 of expected: the quote is empty"),
        (ITEM | {"expected": [LABEL | {"quote": "four"}]}, "the quote 'four' is not in the text; copy its words"),
        (ITEM | {"expected": [LABEL | {"or": ["four"]}]}, "the quote 'four' is not in the text"),
        (ITEM | {"expected": [LABEL | {"or": "two"}]}, "'or' is not a list of texts"),
        (ITEM | {"expected": [LABEL | {"alts": ["x"]}]}, "'alts' is no part of an entry (did you mean 'alt'?)"),
        (
            ITEM | {"expected": [LABEL | {"type": "euphemisms"}]},
            "no rule called 'euphemisms'; did you mean 'euphemism'?",
        ),
        (ITEM | {"expected": [LABEL | {"alt": ["xyz"]}]}, "no rule called 'xyz'; `gradelint rules` lists them"),
        (
            ITEM | {"expected": [LABEL | {"severity": "grave"}]},
            "no severity is called 'grave'; write error, warning, info",
        ),
        (ITEM | {"also": ["two"]}, "'also' is not a list of objects"),
        (ITEM | {"also": [{}]}, "entry 1 of also: no 'quote' in it; give it"),
        (ITEM | {"also": [{"quote": "four"}]}, "entry 1 of also: the quote 'four' is not in the text"),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_remedy(item: object, fault: str) -> None:
    faults = refused(ITEM, "", item)

    assert faults[0].startswith("line 3: ")
    assert fault in faults[0]


def test_a_second_item_of_one_id_is_refused_by_the_line_of_the_first() -> None:
    assert refused(ITEM, ITEM) == ("line 2: the id 'a' is that of line 1; give each item its own",)


def test_a_set_without_items_and_bytes_that_are_no_text_are_refused() -> None:
    assert refused() == ("no items in it; write one labelled text a line",)
    with pytest.raises(BadDataError, match=r"set\.jsonl: line 2: not UTF-8; save the file as UTF-8"):
        from_lines(b"\n\xff", "set.jsonl", RULES)


PAPERS = {"a.md": b"One two.\r\nThree.", "a.expected.json": json.dumps([LABEL | {"quote": "two.\nThree"}]).encode()}


def test_a_folder_is_read_paper_by_paper_with_or_without_contexts() -> None:
    contexts = json.dumps({"a.md": {"authority": "Harrowmere", "as_of": "2016"}}).encode()

    (bare,) = from_folder(PAPERS, "papers", RULES)
    (known,) = from_folder({**PAPERS, "contexts.json": contexts}, "papers", RULES)

    assert (bare.id, bare.text, bare.authority) == ("a", "One two.\nThree.", "")
    assert known == bare._replace(authority="Harrowmere", as_of="2016")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "papers: no papers in this folder; put each *.md beside its *.expected.json"),
        ({"b.md": b"x"}, "papers/b.md: nothing says what is expected in it; write b.expected.json, with [] in it"),
        ({"b.expected.json": b"[]"}, "papers/b.expected.json: no b.md beside it; put the paper there"),
        (PAPERS | {"a.expected.json": b"[\n{]"}, "papers/a.expected.json: line 2: not JSON"),
        (PAPERS | {"a.expected.json": b"{}"}, "papers/a.expected.json: what is expected is not a list in brackets"),
        (
            PAPERS | {"a.expected.json": json.dumps([LABEL | {"quote": "four"}]).encode()},
            "papers/a.expected.json: entry 1 of expected: the quote 'four' is not in the text",
        ),
        (PAPERS | {"contexts.json": b"[]"}, "papers/contexts.json: not an object in braces"),
        (PAPERS | {"contexts.json": b'{"b.md": {}}'}, "papers/contexts.json: b.md: no paper of this name"),
        (PAPERS | {"contexts.json": b'{"a": []}'}, "papers/contexts.json: a: the context is not an object"),
    ],
)
def test_a_fault_in_a_folder_is_told_with_its_file_and_the_remedy(files: dict[str, bytes], message: str) -> None:
    with pytest.raises(BadDataError) as caught:
        from_folder(files, "papers", RULES)

    assert message in str(caught.value)
