"""Visits without a grade: where they are named, and which of them a remark is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gradelint.model.document import Document, Span
from gradelint.model.visit import Visit
from gradelint.model.vocabulary import Framework, Kind, Vocabulary
from gradelint.reading.crediting import other_inspectors
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_NO_GRADE = (Kind.UNGRADED, Kind.OUTCOMES)
_BACK = 3  # sentences of a paragraph after the one that names a visit in which it is still spoken of
_SPEAKERS = ("inspectorate", "inspecting", "report-voice")
Visits = Mapping[int, Visit]


def visits(lines: Sequence[Line], vocabularies: Mapping[str, Vocabulary]) -> Visits:
    """The first visit that each sentence names, by the sentence; one that is still to come says nothing."""
    found = {}
    for line in lines:
        visit = next(_named(line, vocabularies), None) if not line.has("to-come") else None
        if visit is not None:
            found[line.sentence] = visit
    return found


def visit_of(document: Document, lines: Sequence[Line], at: int, known: Visits) -> Visit | None:
    """The visit that sentence `at` is about: its own, one named shortly before or right after it, or above it."""
    line = lines[at]
    if at in known:
        graded = any(line.start(hit.first) < known[at].span.start for hit in line.of("grade"))
        return None if graded else known[at]
    if line.has("grade", "framework", "other-inspection") or other_inspectors(line):
        return None
    for before in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if lines[before].block != line.block or lines[before].has("grade"):
            break
        if before in known:
            return known[before]
    after = at + 1
    if after in known and lines[after].block == line.block and line.has(*_SPEAKERS):
        return known[after]
    return _above(document, lines, line, known)


def _above(document: Document, lines: Sequence[Line], line: Line, known: Visits) -> Visit | None:
    """The visit that the heading above names, or the last sentence of the block right before."""
    first = line.sentence
    while first > 0 and lines[first - 1].block == line.block:
        first -= 1
    before = first - 1
    if before not in known:
        return None
    near = line.block - lines[before].block <= 1 or document.blocks[line.block].under == lines[before].block
    return known[before] if near and first == line.sentence else None


def _named(line: Line, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Visit]:
    for hit in line.of("framework", "ungraded-visit"):
        span = Span(line.start(hit.first), line.stop(hit.end - 1))
        if hit.kind == "ungraded-visit":
            yield Visit(span, line.sentence)
            continue
        meant = [_framework(each, vocabularies) for each in line.of("framework") if _same(each, hit)]
        if all(framework.kind in _NO_GRADE for _, framework in meant):
            vocabulary, framework = meant[-1]
            yield Visit(span, line.sentence, framework, vocabulary)


def _same(one: Hit, other: Hit) -> bool:
    return (one.first, one.end) == (other.first, other.end)


def _framework(hit: Hit, vocabularies: Mapping[str, Vocabulary]) -> tuple[Vocabulary, Framework]:
    vocabulary_id, _, framework_id = hit.value.partition("/")
    vocabulary = vocabularies[vocabulary_id]
    framework = vocabulary.framework(framework_id)
    assert framework is not None
    return vocabulary, framework
