"""Praise and blame: words that set a service or an outcome high or low, told apart from praise of a part."""

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.document import BlockKind
from gradelint.reading.grade_classes import counted
from gradelint.reading.kinds import PRAISING
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.predicates import FILLERS, PREPOSITIONS, kind_at, said_of
from gradelint.reading.ranking import among_its_own

_KINDS = frozenset(PRAISING)
_OUTRIGHT = {"praise-idiom": "idiom", "blame-verdict": "verdict", "top-grade": "grade"}
_OPENINGS = frozenset(('"', "“", "‘", "|"))
_CLOSINGS = frozenset(("", ".", "!", '"', "”", "’", "|", "\n"))
_LEAVING = frozenset(("of", "from", "leaving", "left", "leave", "leaves", "exited", "exit", "exiting"))
_SPELLS = frozenset(("year", "years", "months", "terms", "time", "spell", "while"))
_LEADS_TO_GRADE = frozenset((":", "-", "–", "—", "=", "(", "|", "need", "needs", "require", "requires"))


class Characterisation(NamedTuple):
    """Words at tokens `first` up to `end` that set something at `standing` (a rank of four).

    `word` is the first token of the praise itself, after the article or the verb.
    """

    first: int
    end: int
    standing: int
    about: str
    word: int


def characterisations(line: Line, lexicon: Lexicon) -> Iterator[Characterisation]:
    """The praise and blame in a line whose object is an outcome or a service, and idioms that need none."""
    if not line.has(*PRAISING):
        return
    ordinary = line.marks("ordinary") | line.marks("praise-telling")
    last = -1
    for hit in line.hits:
        if hit.kind not in _KINDS or hit.first < last:
            continue
        if hit.first in ordinary and hit.kind == "praise":
            continue
        found = _characterisation(line, hit, lexicon)
        if found is not None:
            last = found.end
            yield found


def _characterisation(line: Line, hit: Hit, lexicon: Lexicon) -> Characterisation | None:
    standing = int(hit.value)
    if hit.kind == "blame-verdict" and line.word(hit.first - 1) in ("second", "third"):
        return None  # "the second worst mark" is the third of four
    if (hit.kind == "blame-verdict" and _left(line, hit)) or _names_area(line, hit) or _counts(line, hit):
        return None
    if hit.kind in ("blame-verdict", "top-grade") and among_its_own(line, hit):
        return None
    if hit.kind in _OUTRIGHT:
        return Characterisation(hit.first, hit.end, standing, _OUTRIGHT[hit.kind], hit.first)
    if hit.kind == "praise-verb":
        heading = line.kind is BlockKind.HEADING and bool(kind_at(line, hit.first - 1, "inspectorate", "inspecting"))
        return Characterisation(hit.first, hit.end, standing, "idiom", hit.first) if heading else None
    if hit.kind == "blame":
        return Characterisation(hit.first, hit.end, standing, "service", hit.first) if _active(line, hit) else None
    if hit.kind == "blame-adjective":
        about = said_of(line, hit) if line.has("inspectorate", "inspecting") else ""
        return Characterisation(hit.first, hit.end, standing, about, hit.first) if about else None
    if line.word(hit.end) == "of" and not _of_outcome(line, hit.end + 1):
        return None  # "proud of Year 11"
    head = _head_after(line, hit, lexicon)
    if head is not None:
        about, end = head
        return Characterisation(_determiner(line, hit.first), end, standing, about, hit.first) if about else None
    about = said_of(line, hit) or ("outcome" if _fragment(line, hit) else "")
    return (
        Characterisation(_verb(line, hit.first), _paired(line, hit.end), standing, about, hit.first) if about else None
    )


def _of_outcome(line: Line, index: int) -> bool:
    """Whether an outcome, a service or a pronoun stands in the few words from here on."""
    near = range(index, min(index + 5, line.end))
    pronoun = line.word(index) in ("it", "this", "that", "them", "us", "you", "what", "how")
    return pronoun or any(kind_at(line, each, "outcome-noun", "service-noun", "cue", "grade") for each in near)


def _left(line: Line, hit: Hit) -> bool:
    """A verdict that has been left behind: "out of special measures", "three years in special measures"."""
    before = line.word(hit.first - 1)
    return before in _LEAVING or (before == "in" and line.word(hit.first - 2) in _SPELLS)


def _counts(line: Line, hit: Hit) -> bool:
    """Words that are a grade counted: "of seven outcomes four were performing well"."""
    grades = (each for each in line.of("grade") if (each.first, each.end) == (hit.first, hit.end))
    return any(counted(line, each) for each in grades)


def _names_area(line: Line, hit: Hit) -> bool:
    """Words of praise that name a judgement area and have its grade after them: "Well-led: inadequate"."""
    named = any((each.first, each.end) == (hit.first, hit.end) for each in line.of("area"))
    return named and line.word(hit.end) in _LEADS_TO_GRADE


def _verb(line: Line, index: int) -> int:
    """Take in the verb before an adjective: "regarded as being strong"."""
    start = index
    for back in range(index - 1, max(line.first - 1, index - 6), -1):
        if kind_at(line, back, "report-verb", "assure", "grading-verb", "link"):
            start = back
        elif line.word(back) not in FILLERS and line.word(back) != "as" and not kind_at(line, back, "intensifier"):
            break
    return start


def _paired(line: Line, end: int) -> int:
    """Take in a second adjective: "strong and appropriate"."""
    word = line.word(end + 1)
    if kind_at(line, end + 1, "link"):
        return end
    lone = not line.word(end + 2).isalpha() or line.word(end + 2) in PREPOSITIONS
    return end + 2 if line.word(end) == "and" and word.isalpha() and lone else end


def _head_after(line: Line, hit: Hit, lexicon: Lexicon) -> tuple[str, int] | None:
    """What an adjective before a noun is about, and where that noun ends; None when no noun follows."""
    index, head = hit.end, None
    while index < min(hit.end + 7, line.end):
        word = line.word(index)
        if word in ("a", "an") and line.word(hit.first - 1) in ("so", "as", "such", "how", "too"):
            pass
        elif word in ("and", "or", ",") and kind_at(line, index + 1, "praise", "intensifier", "everyday"):
            index += 1
        elif (
            not word.replace("'", "").isalpha()
            or word in lexicon.closed
            or (
                kind_at(line, index, "assure", "report-verb")
                and not kind_at(line, index, "outcome-noun", "service-noun")
            )
        ):
            break
        else:
            head = index if not kind_at(line, index, "praise", "intensifier") or head is not None else head
        index += 1
    if head is None:
        return None
    kind = kind_at(line, head, "outcome-noun", "service-noun", "cue")
    return {"outcome-noun": "outcome", "service-noun": "service", "cue": "service"}.get(kind, ""), head + 1


def _verb_only(line: Line, index: int) -> bool:
    """A verb that is not a noun as well, as "report" is."""
    verb = kind_at(line, index, "assure", "report-verb")
    return bool(verb) and not kind_at(line, index, "outcome-noun", "service-noun")


def _determiner(line: Line, index: int) -> int:
    """Take in the adverbs and the article before an adjective."""
    while index > line.first and (
        kind_at(line, index - 1, "intensifier", "praise")
        or line.word(index - 1) in ("a", "an", "the", "this", "these", "its", "our")
    ):
        index -= 1
    return index


def _fragment(line: Line, hit: Hit) -> bool:
    """Praise that is the whole of a remark: a cell, a heading or a quotation that begins with it."""
    first = hit.first
    while first > line.first and kind_at(line, first - 1, "intensifier"):
        first -= 1
    before = line.text[max(0, line.start(first) - 3) : line.start(first)].rstrip(" ")[-1:]
    after = line.text[line.stop(hit.end - 1) : line.stop(hit.end - 1) + 1]
    speaking = line.has("grade", "grade-noun", "outcome-noun", "service-noun", "inspectorate")
    opens = (before in _OPENINGS and (speaking or first == line.first + 1)) or first == line.first
    return opens and (after in _CLOSINGS or line.word(hit.end) in ("all", "indeed", "overall"))


def _active(line: Line, hit: Hit) -> bool:
    """ "Ofsted failed our service": a verb of blame between the inspectorate and a service."""
    after = range(hit.end, min(hit.end + 6, line.end))
    return bool(kind_at(line, hit.first - 1, "inspectorate", "inspecting")) and any(
        kind_at(line, index, "service-noun", "cue") for index in after
    )
