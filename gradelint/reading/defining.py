"""Definitions: the words that say what a grade means, and the ranks of four that they imply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import BlockKind
from gradelint.model.standing import Standing
from gradelint.model.vocabulary import Grade
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line, by_kind
from gradelint.reading.praising import characterisations
from gradelint.reading.tokens import fold, tokenise

_REACH = 10  # tokens between a grade and the verb that says what it means
_NEAR = 2
_THIRD = "3"
_FOUR = 4
_ABOVE, _UNDER = 0, 9  # no rank of four: a higher and a lower grade of a longer scale
_NEGATION = 5
_QUOTES = frozenset(("'", '"', "“", "”", "‘", "’", "*", ")", "|"))
_SIGNS = frozenset((":", "=", "–", "—", "-"))
_APART = frozenset((";", "and", "but", "because", "while", "whereas", "so", "."))
_CLAUSES = frozenset((",", ";", "and", "but", "or", ":"))
_BELOW = frozenset(("below", "under", "than", "above", "between", "before", "from", "towards", "become", "becoming"))
_TO_COME = frozenset(("would", "must", "should", "need", "needs", "want", "wants", "aim", "reach"))
_CONSEQUENCE = frozenset(("will", "shall"))
_WHOLE = frozenset(("service", "outcome", "idiom"))
_BRACKETED = 6
_FOR = 5  # tokens after a grade in which "for" says what it is used for
_LIMIT = 45  # tokens of a definition that are looked at


class Sense(NamedTuple):
    """A word or phrase at tokens `first` up to `end` that implies one of these ranks of four."""

    first: int
    end: int
    standings: frozenset[int]


def predicate_of(line: Line, grade: Hit) -> tuple[int, int] | None:
    """The verb or sign that opens what is said a grade means: its first token, and the one the definition begins at."""
    after = _behind(line, grade.end)
    opens = grade.first - line.first <= _NEAR or _begins_row(line, grade)
    if opens or line.word(after + 1) in _QUOTES:
        start = after + 1 + (line.word(after + 1) in _QUOTES)
        if (line.word(after) in _SIGNS or _parts_columns(line, after)) and line.word(start).isalpha():
            return after, start
    found = _by_verb(line, grade, after, opens)
    if found is not None:
        return found
    before = grade.first - 1 - (line.word(grade.first - 1) in _QUOTES)
    if line.word(after) == "as" and any(0 <= grade.first - hit.end <= _NEAR for hit in line.of("defining")):
        return after, after + 1
    if any(hit.end == before + 1 for hit in line.of("using")):
        return next(((at, at + 1) for at in range(after, after + _FOR) if line.word(at) == "for"), None)
    return None


def _behind(line: Line, end: int) -> int:
    """The token after a grade, its quotation marks, and another form of it in brackets."""
    while line.word(end) in _QUOTES:
        end += 1
    if line.word(end) == "(":
        closing = next((at for at in range(end, end + _BRACKETED) if line.word(at) == ")"), None)
        end = end if closing is None else closing + 1
    return end


def _by_verb(line: Line, grade: Hit, after: int, opens: bool) -> tuple[int, int] | None:
    before = line.word(grade.first - 1 - (line.word(grade.first - 1) in _QUOTES))
    word = before == "by" or any(0 <= grade.first - hit.end <= 1 for hit in line.of("word-for"))
    noun = after
    while any(hit.first == noun for hit in line.of("grade-noun")):
        noun += 1
    for hit in line.of("naming-verb"):
        if hit.first == noun and (opens or word or line.quoted(grade)):
            return hit.first, hit.end
    kinds = ("meaning-verb", "plainly", "naming-verb") if word else ("meaning-verb", "plainly")
    for hit in line.of(*kinds):
        if grade.end <= hit.first <= grade.end + _REACH and _one_clause(line, grade.end, hit.first):
            return hit.first, hit.end
    return None


def _begins_row(line: Line, grade: Hit) -> bool:
    """Whether a grade opens a line of the text, as in a list that has lost its marks."""
    before = line.text[max(0, line.start(grade.first) - 3) : line.start(grade.first)]
    return "\n" in before


def _parts_columns(line: Line, comma: int) -> bool:
    """A comma without a blank, as between the columns of a file."""
    return line.word(comma) == "," and line.text[line.stop(comma) : line.stop(comma) + 1].isalpha()


def _one_clause(line: Line, first: int, end: int) -> bool:
    between = range(first, end)
    others = line.marks("grade") | line.marks("negation")
    return not any(line.word(index) in _APART or index in others for index in between)


def end_of(line: Line, first: int) -> int:
    """Where a definition ends: at a semicolon, or where another grade begins to be defined."""
    stop = min(line.end, first + _LIMIT)
    for index in range(first, stop):
        if line.word(index) == ";":
            return index
    for hit in line.of("grade"):
        if (
            first < hit.first < stop
            and (_begins_row(line, hit) or line.word(hit.first - 1) in (".", ",", "and"))
            and predicate_of(line, hit)
        ):
            return hit.first
    return stop


def senses(line: Line, first: int, end: int, standing: Standing, lexicon: Lexicon) -> list[Sense]:
    """What the words from `first` to `end` imply of a grade, by definition or by praise of the service."""
    if any(line.word(index) in _CONSEQUENCE for index in range(first, end)):
        return []
    found: list[Sense] = []
    taken: set[int] = set()
    for hit in line.of("sense", "praise-idiom", "blame-verdict"):
        if first <= hit.first and hit.end <= end and hit.first not in taken:
            taken.update(range(hit.first, hit.end))
            found += _sense(line, hit, _raised(line, hit), first)
    for each in characterisations(line, lexicon):
        words = set(range(each.word, each.end))
        if first <= each.first and each.end <= end and not taken & words and each.about in _WHOLE:
            taken |= words
            found += _sense(line, Hit("praise", each.word, each.end, str(each.standing)), each.standing, first)
    for hit in line.of("grade"):
        grade = standing.framework.grade(hit.value)
        whole = first <= hit.first and hit.end <= end and not taken & set(range(hit.first, hit.end))
        if whole and grade is not None and not _of_part(line, hit) and not taken & {hit.first - 1, hit.first - 2}:
            found += _sense(line, hit, _rank(grade, standing), first)
    return sorted(found)


def _rank(grade: Grade, standing: Standing) -> int:
    """The rank of four that another grade of the scale lies at; on longer scales none, as their steps are shorter."""
    if standing.size > _FOUR and grade.rank != standing.grade.rank:
        return _ABOVE if grade.rank < standing.grade.rank else _UNDER
    return 1 + round(3 * (grade.rank - 1) / max(1, standing.size - 1))


def _sense(line: Line, hit: Hit, rank: int, first: int) -> Iterator[Sense]:
    before = {line.word(index) for index in range(max(first, hit.first - _NEGATION), hit.first)}
    if before & _TO_COME:
        return
    if not _denied(line, hit, first):
        yield Sense(hit.first, hit.end, frozenset((rank,)))
    elif 1 < rank < _FOUR:
        yield Sense(hit.first, hit.end, frozenset((3, 4)) if rank <= 2 else frozenset((2, 4)))


def together(found: Sequence[Sense]) -> frozenset[int]:
    """What all senses of a definition imply; the name of a higher or a lower grade decides where the rest agrees."""
    said = frozenset(rank for each in found for rank in each.standings)
    if _ABOVE in said and said <= {_ABOVE, 1, 2}:
        return frozenset((_ABOVE,))
    return frozenset((_UNDER,)) if _UNDER in said and said <= {_UNDER, 3, 4} else said


def _raised(line: Line, hit: Hit) -> int:
    """The rank a phrase implies; to exceed what the third grade asks for is the second."""
    over = any(0 <= hit.first - each.end <= _NEAR for each in line.of("exceeding"))
    return int(hit.value) - (over and hit.value == _THIRD)


def _denied(line: Line, hit: Hit, first: int) -> bool:
    near = range(max(first, hit.first - 2), hit.first)
    after = hit.end + _links(line, hit.end)
    if any(each.first == after for each in line.of("negation")):
        return True  # "minimum requirements are not being met"
    if any(line.word(index) in ("below", "under") for index in near):
        return True
    return any(
        first <= each.first
        and each.end <= hit.first <= each.end + _NEGATION
        and not any(line.word(index) in _CLAUSES for index in range(each.end, hit.first) if line.word(index) != "or")
        for each in line.of("negation")
    )


def _links(line: Line, index: int) -> bool:
    return any(hit.first == index for hit in line.of("link"))


def _of_part(line: Line, hit: Hit) -> bool:
    """A grade word said of a part, or that something is set against: "some good practice", "better than inadequate"."""
    before = range(max(line.first, hit.first - 3), hit.first)
    parts = line.marks("part-only") | line.marks("exceeding")
    return any(index in parts or line.word(index) in _BELOW for index in before)


def meant(standing: Standing, lexicon: Lexicon) -> frozenset[int]:
    """The ranks of four that a grade's own definition implies; where it has none, those of its place."""
    line = _line(standing.grade.definition, lexicon)
    said = frozenset(rank for each in senses(line, line.first, line.end, standing, lexicon) for rank in each.standings)
    placed = _placed(standing.position)
    found = said | placed if said and standing.size > 4 else said or placed
    return found | {1, 2} if found & {1, 2} else found


def _placed(position: float) -> frozenset[int]:
    if position < 0.45:
        return frozenset((1, 2))
    if position < 0.55:
        return frozenset((2, 3))
    if position < 0.7:
        return frozenset((3,))
    return frozenset((3, 4)) if position < 0.95 else frozenset((4,))


def _line(text: str, lexicon: Lexicon) -> Line:
    tokens = tokenise(fold(text), 0, len(text))
    hits = lexicon.all_hits(tokens)
    return Line(0, 0, BlockKind.PARAGRAPH, text, tokens, 0, len(tokens.words), hits, (), by_kind(hits))
