"""Only plain YAML is read: text, whole numbers, lists and mappings; the rest is refused in one line each."""

from __future__ import annotations

import random
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gradelint.errors import BadDataError
from gradelint.vocabulary.strict_yaml import load

REFUSED = {
    "a tag": (b"a: !!python/name:builtins.len 1", "line 1: a tag (tag:yaml.org,2002:python/name:builtins.len); "),
    "a tag of its own": (b"a:\n  b: !grade adequate", "line 2: a tag (!grade); write plain text, a whole number"),
    "a tag directive": (b"%TAG ! tag:x\n---\na: 1", "line 1: a %TAG directive; remove it"),
    "an anchor": (b"a: &here 1", "line 1: an anchor (&here); write the value out where it is needed"),
    "an alias in itself": (b"a: *here", "line 1: an alias (*here); write the value out again"),
    "a merge key": (b"a: {<<: {b: 1}}", "line 1: a merge key (<<); write the values out where they are needed"),
    "a key twice": (b"a: 1\nb: 2\na: 3", "line 3: the key 'a' stands on line 1 and on line 3; keep one"),
    "a key twice in braces": (b"a: {b: 1, b: 2}", "line 1: the key 'b' stands on line 1 and on line 1; keep one"),
    "a key twice, once quoted": (b"a: 1\n'a': 2", "line 2: the key 'a' stands on line 1 and on line 2; keep one"),
    "a key that is a list": (b"? [a]\n: b", "line 1: a key that is a list or mapping; use plain text as the key"),
    "two documents": (b"a: 1\n---\nb: 2", "line 2: a second document; keep one document in a file"),
    "nothing": (b"", "line 1: the file is not a mapping; begin with a key such as `id:`"),
    "a list": (b"- a", "line 1: the file is not a mapping; begin with a key such as `id:`"),
    "a tab": (b"a:\n\t- b", "line 2: column 1: not valid YAML: found character '\\t' that cannot start any token"),
    "Latin-1": ("id: x\na: café".encode("latin-1"), "line 2: not UTF-8; save the file as UTF-8"),
    "UTF-16": ("id: x".encode("utf-16"), "line 1: not UTF-8; save the file as UTF-8"),
    "a control character": (b"a: 1\nb: ade\x07quate", "line 2: a control character; remove it"),
    "an escaped control character": (b'a: "ade\\aquate"', "line 1: a control character; remove it"),
    "half a character": (b'a: "\\ud800"', "line 1: a control character; remove it"),
    "no character": (b'a: "\\UFFFFFFFF"', "line 1: a number or escape that YAML does not allow"),
    "5,000 digits": (b"a: " + b"9" * 5000, "line 1: a number of 5000 digits; quote it if it is text"),
    "5,000 digits of a version": (b"%YAML 1." + b"9" * 5000 + b"\n---\na: 1", "line 1: a number or escape that YAML"),
    "1 MiB and a byte": (b"a: " + b"x" * (1024 * 1024 - 2), "1,048,577 bytes; a data file may have 1,048,576 at most"),
    "5,000 lists in each other": (b"a: " + b"[" * 5000 + b"]" * 5000, "line 1: nested more than 64 deep; "),
    "100,000 lists in each other": (b"a: " + b"[" * 100_000 + b"]" * 100_000, "line 1: nested more than 64 deep; "),
    "1,000 mappings in each other": (
        b"".join(b" " * depth + b"k:\n" for depth in range(1000)),
        "line 65: nested more than 64 deep; ",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_surprise_is_refused_in_one_line(name: str) -> None:
    data, expected = REFUSED[name]
    started = time.monotonic()

    with pytest.raises(BadDataError) as caught:
        load(data, "odd.yaml")

    (fault,) = caught.value.faults
    assert fault.startswith(expected)
    assert str(caught.value) == f"odd.yaml: {fault}"
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 3


def test_a_nest_of_aliases_is_refused_without_being_walked() -> None:
    lines = ["l0: &l0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 10)]

    with pytest.raises(BadDataError) as caught:
        load("\n".join(lines).encode(), "nest.yaml")

    assert len(caught.value.faults) == 10 + 9 * 9


def test_every_surprise_of_a_file_is_named_not_only_the_first() -> None:
    with pytest.raises(BadDataError) as caught:
        load(b"a: &x 1\nb: !t 2\nb: 3\n", "odd.yaml")

    assert [fault[:17] for fault in caught.value.faults] == [
        "line 1: an anchor",
        "line 2: a tag (!t",
        "line 3: the key '",
    ]


def test_words_stay_as_they_were_written_and_only_whole_numbers_are_numbers() -> None:
    data = b"no: no\nversion: 1.10\ntime: 1:30\nday: 2013-02-30\nhex: 0x1F\noctal: 010\nfive: 5\nless: -3\nzero: 0\n"
    data += b"yes: yes\nquoted: '5'\nnothing:\nnull: null\ntilde: ~\nempty: ''\n12: a number as a key\n"

    assert load(data, "plain.yaml").tree == {
        "no": "no",
        "version": "1.10",
        "time": "1:30",
        "day": "2013-02-30",
        "hex": "0x1F",
        "octal": "010",
        "five": 5,
        "less": -3,
        "zero": 0,
        "yes": "yes",
        "quoted": "5",
        "nothing": None,
        "null": None,
        "tilde": None,
        "empty": "",
        "12": "a number as a key",
    }


def test_the_line_of_every_value_is_known() -> None:
    data = b"\xef\xbb\xbfa: 1\nb:\n  - c\n  - d: {e: 2}\n"

    assert load(data, "lines.yaml").lines == {
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "d"): 4,
        ("b", 1, "d", "e"): 4,
    }


WORDS = st.text("abcXYZ", min_size=1, max_size=8)
TREES = st.recursive(
    WORDS.map(lambda word: f"w{word}") | st.integers(-(10**13), 10**13),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(WORDS, TREES, max_size=5))
def test_a_plain_tree_comes_back_as_it_was(tree: dict[str, object]) -> None:
    assert load(yaml.safe_dump(tree).encode(), "tree.yaml").tree == tree


def test_no_bytes_at_all_bring_anything_but_a_mapping_or_a_refusal() -> None:
    chance = random.Random(2012)
    pieces = [b"a: ", b"- ", b"\n", b"  ", b"[", b"]", b"{", b"}", b"&x ", b"*x", b"!t ", b"'", b'"', b"|", b">", b"?"]
    pieces += [b": ", b", ", b"#", b"%", b"---", b"...", b"\t", b"\x00", b"\xff", b"word", b"12", b"\\", b"<<: ", b"@"]
    outcomes = {"mapping": 0, "refusal": 0}
    for _ in range(3000):
        try:
            load(b"".join(chance.choices(pieces, k=chance.randint(0, 12))), "chance.yaml")
            outcomes["mapping"] += 1
        except BadDataError:
            outcomes["refusal"] += 1

    assert min(outcomes.values()) > 10
