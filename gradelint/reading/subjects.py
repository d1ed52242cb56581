"""Whose inspection: authorities and providers named in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from gradelint.model.document import Block, BlockKind
from gradelint.model.register import authority_key
from gradelint.reading.lines import Line

_LONGEST_NAME = 5
_BEFORE_NAME = ("london", "royal", "city", "county", "borough", "metropolitan")


def name_starts(names: Mapping[str, str], own: str) -> frozenset[str]:
    """The words a known authority's name, or the words before it, can begin with."""
    return frozenset((*(name.partition(" ")[0] for name in names), own.partition(" ")[0], *_BEFORE_NAME))


def subject_of(
    line: Line, block: Block, names: Mapping[str, str], own: str, starts: frozenset[str], closed: frozenset[str]
) -> str:
    """The folded name of the authority or provider the line speaks of; empty when it names none."""
    if line.kind is BlockKind.TABLE_ROW and block.cells:
        return _row_subject(line, block, names)
    providers, verbs = line.has("provider-noun"), line.has("link", "grading-verb", "grade")
    if not (providers or verbs) and starts.isdisjoint(line.tokens.words[line.first : line.end]):
        return ""
    text, places = line.text, line.tokens.starts[line.first : line.end]
    capitals = [index for index, place in enumerate(places, line.first) if text[place].isupper()]
    for index in capitals:
        found = _authority(line, index, names, own) if line.word(index) in starts else ""
        found = found or (_provider(line, index) if providers else "")
        if found:
            return own if own and own.startswith(found) else found
    if not verbs:
        return ""
    stranger = next(
        (_run(line, index) for index in capitals if line.word(index) not in closed and _stranger(line, index, names)),
        "",
    )
    if stranger and own.startswith(stranger):
        return own
    longer = [name for name in names if stranger and name.startswith(f"{stranger} ")]
    return names[longer[0]] if len(longer) == 1 else stranger


def met_before(line: Line, known: Collection[str]) -> str:
    """A name of several words in capitals that the paper has given a dated grade before; empty when there is none."""
    for index in range(line.first, line.end if known else line.first):
        if line.text[line.start(index)].isupper() and (index == line.first or not _capital(line, index - 1)):
            for end in range(min(index + _LONGEST_NAME, line.end), index + 1, -1):
                name = authority_key(" ".join(line.tokens.words[index:end]))
                if name in known:
                    return name
    return ""


def _capital(line: Line, index: int) -> bool:
    return line.text[line.start(index)].isupper()


def _recorded(name: str, names: Mapping[str, str]) -> bool:
    """Whether the register has a body whose name begins so."""
    return " " in name and any(each.startswith(f"{name} ") for each in names)


def _run(line: Line, index: int) -> str:
    """A name of one or more words in capitals that ends at a token."""
    first = index
    while first > line.first + 1 and line.text[line.start(first - 1)].isupper() and line.word(first - 1).isalpha():
        first -= 1
    return " ".join(line.tokens.words[first : index + 1])


def most_named(lines: Sequence[Line], names: Mapping[str, str]) -> str:
    """The authority on the register that a paper without one of its own names most; empty when it names none."""
    found = Counter(
        name
        for line in lines
        for index in range(line.first, line.end)
        if line.text[line.start(index)].isupper() and (name := _authority(line, index, names, ""))
    )
    return found.most_common(1)[0][0] if found else ""


def _stranger(line: Line, index: int, names: Mapping[str, str]) -> bool:
    """A name nothing is known of, before the verb: "Neighbouring Hexley was assessed as ..."."""
    known = any(each.first <= index < each.end for each in line.hits) or any(
        each.first <= index < each.end for each in line.dates
    )
    after = index + 1 + (line.word(index + 1) in ("'", '"', "“", "‘"))
    verb = any(
        (hit.first == index + 1 and hit.kind in ("link", "grading-verb"))
        or (hit.first == after and hit.kind == "grade")
        for hit in line.hits
    )
    mixed = line.text[line.start(index) : line.stop(index)][1:].islower()
    first_but_one = index - 1 == line.first and line.word(line.first) != "the"
    alone = first_but_one or (line.word(index - 1) != "the" and not line.text[line.start(index - 1)].isupper())
    return index > line.first and mixed and verb and not known and (alone or _recorded(_run(line, index), names))


def _authority(line: Line, index: int, names: Mapping[str, str], own: str) -> str:
    words = line.tokens.words
    for size in range(_LONGEST_NAME, 0, -1):
        end = min(index + size, line.end)
        name = " ".join(word for word in words[index:end])
        key = authority_key(name)
        if key == own and own:
            return own
        if key in names and (size > 1 or index > line.first or _named_first(line, index)):
            return names[key]
    return ""


def _named_first(line: Line, index: int) -> bool:
    """Whether the first word of a sentence is a name: "Leeds's services", "Leeds was judged ..."."""
    verb = any(hit.first == index + 1 and hit.kind in ("link", "grading-verb") for hit in line.hits)
    return verb or line.tokens.possessive(index)


def _provider(line: Line, index: int) -> str:
    """A run of capitals that ends in a provider's word: "Tarn Lane Primary"."""
    end = index
    while end < line.end and (line.text[line.start(end)].isupper() or line.word(end) in ("of", "'", "&")):
        end += 1
    for stop in range(end, index + 1, -1):
        if any(hit.kind == "provider-noun" and hit.end == stop for hit in line.hits):
            return " ".join(line.tokens.words[index:stop])
    return ""


def _row_subject(line: Line, block: Block, names: Mapping[str, str]) -> str:
    """The first cell of a row, when it is a name and not an area, a framework or a date."""
    first = block.cells[0]
    text = line.text[first.span.start : first.span.end].strip()
    start = [hit for hit in line.hits if line.start(hit.first) < first.span.end]
    if (
        any(
            hit.kind in ("area", "framework", "cue", "grade", "grade-noun", "outcome-noun", "inspecting")
            for hit in start
        )
        or not text[:1].isupper()
    ):
        return ""
    if any(line.start(each.first) < first.span.end for each in line.dates):
        return ""
    key = authority_key(text)
    return names.get(key, key)
