"""How each claim stands in time: put as present or told as history, how old, called old, final or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gradelint.model.document import BlockKind, Span
from gradelint.model.reading import GradeClaim
from gradelint.model.standing import Form
from gradelint.model.timing import Timing
from gradelint.reading.finality import early, hedged
from gradelint.reading.lines import Line

_NEAR = 3  # sentences on either side that may say of a result that it is not out yet
_BEFORE = 12  # tokens before a grade word in which its verb stands
_TIE = 6  # tokens between a date and the word that says what happened then
_CELLS = 2  # blocks within which cells of a table that lost its rows stand together
_BANNER = 12  # tokens of a line that is a label rather than a sentence
_BREAKS = frozenset((";", "that", "and", "but", "which", "who", "while", "when", "because"))
_PERFECT = frozenset(("has", "have"))
_ANCHORS = (
    *("inspecting", "inspectorate", "judging", "grade", "last-seen", "grade-noun", "publishing", "framework"),
    "outcome-noun",
)
_OF_GRADING = ("inspecting", "inspectorate", "last-seen", "grade-noun")
_COLONS = frozenset((":", "–", "—", "-"))
# Marks and small words that may stand between a date and what happened then.
_BETWEEN = frozenset(
    ("in", "of", "on", "at", "during", "by", "the", "a", "an", "its", "our", "their", "it", "was", "were", "us", "we")
    + ("to", "for", "under")
    + ("(", ")", ",", ":", "-", "–", "—", "'", '"', "”", "“", "[", "]", "*", ".")
)


_UNTOLD = Timing()


def timed(lines: Sequence[Line], claims: Sequence[GradeClaim]) -> tuple[GradeClaim, ...]:
    """The claims, each with its timing."""
    told = Counter(sentence for sentence, _ in {(each.sentence, each.inspection.period) for each in claims})
    return tuple(claim._replace(timing=_timing(lines, claim, told[claim.sentence] > 1)) for claim in claims)


def _timing(lines: Sequence[Line], claim: GradeClaim, history: bool) -> Timing:
    """The timing of a claim; `history` says that its sentence tells grades of several days."""
    line = lines[claim.sentence]
    near = _near(lines, line)
    inspection = claim.inspection
    since, told = (inspection.period, _span(line)) if inspection.dated and _tied(line, claim) else (None, None)
    if since is None and (seen := _seen(lines, line)) is not None:
        since, told = seen.dates[0].period, _span(seen)
    cue = early(line, near)
    if since is None and cue is None:
        return _UNTOLD  # nearly every claim; how it is put is then of no use to any rule
    return Timing(
        present=not history and _present(line, claim),
        since=since,
        told=told,
        aged=any(each.has("aged") for each in near if abs(each.sentence - line.sentence) < _NEAR),
        early=cue,
        hedged=cue is not None and hedged(line, near),
    )


def _tied(line: Line, claim: GradeClaim) -> bool:
    """Whether the date is one of inspecting, reporting or grading, and not of an opening or a garden."""
    if claim.form is Form.CELL or line.kind is BlockKind.TABLE_ROW:
        return True
    if claim.inspection.vocabulary is None and not line.has(*_OF_GRADING):
        return False
    anchors = {hit.end - 1 for hit in line.of(*_ANCHORS)}
    passed = line.marks("dating") | line.marks("service-noun")
    for each in line.dates:
        if claim.inspection.period != each.period:
            continue
        if each.first <= line.first + 1:
            return True
        for index in range(each.first - 1, max(line.first - 1, each.first - _TIE), -1):
            if index in anchors:
                return True
            if index not in passed and line.word(index) not in _BETWEEN:
                break
    return False


def _near(lines: Sequence[Line], line: Line) -> list[Line]:
    """The line, and those about it in its paragraph or the ones on either side; of a table the row alone."""
    if line.kind is BlockKind.TABLE_ROW:
        return [line]
    around = lines[max(0, line.sentence - _NEAR) : line.sentence + _NEAR + 1]
    return [each for each in around if abs(each.block - line.block) <= 1]


def _span(line: Line) -> Span:
    return Span(line.start(line.first), line.stop(line.end - 1))


def _seen(lines: Sequence[Line], line: Line) -> Line | None:
    """A sentence near by that dates the last inspection: "Latest report: March 2017"."""
    if line.dates or line.kind is BlockKind.TABLE_ROW:
        return None
    around = lines[max(0, line.sentence - _NEAR) : line.sentence + _NEAR + 1]
    found = [each for each in around if len(each.dates) == 1 and _tells_when(each, line)]
    return min(found, key=lambda each: abs(each.sentence - line.sentence), default=None)


def _tells_when(other: Line, line: Line) -> bool:
    """ "Date of last inspection: May 2012", "Ofsted, 2016": in the same paragraph, or all that a next one says."""
    short = other.end - other.first <= _TIE + 2
    if other.block != line.block:
        opens = any(hit.first == other.first for hit in other.of("last-seen"))
        return short and opens and abs(other.block - line.block) <= _CELLS
    return other.has("last-seen") or (other.has("inspectorate") and other.end - other.first <= _TIE)


def _present(line: Line, claim: GradeClaim) -> bool:
    """Whether the grade is put as holding now: by its verb, by its column's header, or as a banner."""
    word = line.tokens.index_at(claim.word.start)
    if claim.form is Form.CELL:
        return claim.current and not line.has("past")
    if line.kind is not BlockKind.TABLE_ROW and (_banner(line, word) or _attributed(line, word)):
        return True
    for index in range(word - 1, max(line.first - 1, word - _BEFORE), -1):
        if line.word(index) == ":":
            return any(hit.first < index for hit in line.of("latest")) and not line.has("past")
        if line.word(index) in _BREAKS:
            return False
        kinds = {hit.kind for hit in line.hits if hit.first == index}
        if kinds & {"past", "later"}:
            return False
        if line.word(index) in _PERFECT:
            return True
        if "present" in kinds or ("current" in kinds and "latest" not in kinds):
            return True
        if line.tokens.possessive(index) and line.word(index + 1) and _judges(line, index + 1):
            return True
    return False


def _attributed(line: Line, word: int) -> bool:
    """ "As an Outstanding provider (Ofsted, September 2014) we are ...": the inspectorate and the day in brackets."""
    opening = next((index for index in range(word, min(word + _TIE, line.end)) if line.word(index) == "("), None)
    if opening is None or line.has("past") or not line.has("current"):
        return False
    named = any(hit.first == opening + 1 for hit in line.of("inspectorate"))
    return named and not any(word - _BEFORE < hit.first < word for hit in line.of("judging"))


def _judges(line: Line, index: int) -> bool:
    return any(hit.first == index for hit in line.of("judging")) or line.word(index) in ("an", "a")


def _banner(line: Line, word: int) -> bool:
    """ "Rated GOOD by Ofsted 2013", "Ofsted rated OUTSTANDING 2013": a label with one date and no verb."""
    if line.has("link", "past") or len(line.dates) != 1 or len(line.of("grade")) != 1:
        return False
    if not word < line.dates[0].first <= word + _TIE:
        return False
    rated = next((hit.first for hit in line.of("strict-grading") if hit.end == word), None)
    if rated is not None and all(line.word(index) != "in" for index in range(word, line.dates[0].first)):
        before = line.word(rated - 1)
        if not before.isalpha() or any(hit.end == rated for hit in line.of("inspectorate")):
            return True
    named = any(hit.end in (word, word - 1) for hit in line.of("inspectorate"))
    if named and line.dates[0].first <= word + 3 and line.word(word - 1) not in _COLONS:
        return True
    opens = any(hit.first == line.first for hit in line.of("strict-grading", "inspectorate"))
    return opens and line.end - line.first <= _BANNER and not line.has("inspecting")
