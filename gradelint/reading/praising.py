"""Praise and blame: words that set a service or an outcome high or low, told apart from praise of a part."""

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.document import BlockKind
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line

KINDS = ("praise", "praise-idiom", "blame", "blame-adjective", "blame-verdict", "top-grade", "praise-verb")
"""The kinds of words that may set something high or low."""
_OUTRIGHT = {"praise-idiom": "idiom", "blame-verdict": "verdict", "top-grade": "grade"}
_SUBJECT_REACH = 24
_OBJECT_REACH = 12
_PRONOUNS = frozenset(("it", "this", "that", "they", "these", "we", "which"))
_FILLERS = frozenset(("being", "be", "to", "been"))
_PREPOSITIONS = frozenset(
    ("of", "for", "in", "to", "on", "at", "by", "with", "from", "about", "across", "under", "within", "after")
)
_CLAUSE_EDGES = frozenset(
    (
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
        "that",
        "which",
        "who",
        "because",
        "but",
        "while",
        "whereas",
        "although",
        "“",
        "”",
        '"',
        ".",
        "and",
        "so",
        "when",
    )
)
_OPENINGS = frozenset(('"', "“", "‘", "|"))
_CLOSINGS = frozenset(("", ".", "!", '"', "”", "’", "|", "\n"))
_LEAVING = frozenset(("of", "from", "leaving", "left", "leave", "leaves", "exited", "exit", "exiting"))
_SPELLS = frozenset(("year", "years", "months", "terms", "time", "spell", "while"))
_LEADS_TO_GRADE = frozenset((":", "-", "–", "—", "=", "(", "|"))
_BRACKETS = frozenset("[]*_")


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
    if not line.has(*KINDS):
        return
    ordinary = line.marks("ordinary") | line.marks("praise-telling")
    last = -1
    for hit in line.hits:
        if hit.kind not in KINDS or hit.first < last:
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
    if hit.kind == "blame-verdict" and _left(line, hit):
        return None
    if _names_area(line, hit):
        return None
    if hit.kind in _OUTRIGHT:
        return Characterisation(hit.first, hit.end, standing, _OUTRIGHT[hit.kind], hit.first)
    if hit.kind == "praise-verb":
        heading = line.kind is BlockKind.HEADING and bool(_kind(line, hit.first - 1, "inspectorate", "inspecting"))
        return Characterisation(hit.first, hit.end, standing, "idiom", hit.first) if heading else None
    if hit.kind == "blame":
        return Characterisation(hit.first, hit.end, standing, "service", hit.first) if _active(line, hit) else None
    if hit.kind == "blame-adjective":
        about = said_of(line, hit) if line.has("inspectorate", "inspecting") else ""
        return Characterisation(hit.first, hit.end, standing, about, hit.first) if about else None
    head = _head_after(line, hit, lexicon)
    if head is not None:
        about, end = head
        return Characterisation(_determiner(line, hit.first), end, standing, about, hit.first) if about else None
    about = said_of(line, hit) or ("outcome" if _fragment(line, hit) else "")
    return (
        Characterisation(_verb(line, hit.first), _paired(line, hit.end), standing, about, hit.first) if about else None
    )


def _left(line: Line, hit: Hit) -> bool:
    """A verdict that has been left behind: "out of special measures", "three years in special measures"."""
    before = line.word(hit.first - 1)
    return before in _LEAVING or (before == "in" and line.word(hit.first - 2) in _SPELLS)


def _names_area(line: Line, hit: Hit) -> bool:
    """Words of praise that name a judgement area and have its grade after them: "Well-led: inadequate"."""
    named = any((each.first, each.end) == (hit.first, hit.end) for each in line.of("area"))
    return named and line.word(hit.end) in _LEADS_TO_GRADE


def _verb(line: Line, index: int) -> int:
    """Take in the verb before an adjective: "regarded as being strong"."""
    start = index
    for back in range(index - 1, max(line.first - 1, index - 6), -1):
        if _kind(line, back, "report-verb", "assure", "grading-verb", "link"):
            start = back
        elif line.word(back) not in _FILLERS and line.word(back) != "as" and not _kind(line, back, "intensifier"):
            break
    return start


def _paired(line: Line, end: int) -> int:
    """Take in a second adjective: "strong and appropriate"."""
    word = line.word(end + 1)
    if _kind(line, end + 1, "link"):
        return end
    lone = not line.word(end + 2).isalpha() or line.word(end + 2) in _PREPOSITIONS
    return end + 2 if line.word(end) == "and" and word.isalpha() and lone else end


def _kind(line: Line, index: int, *kinds: str) -> str:
    return next((kind for kind in kinds if any(hit.first <= index < hit.end for hit in line.of(kind))), "")


def _head_after(line: Line, hit: Hit, lexicon: Lexicon) -> tuple[str, int] | None:
    """What an adjective before a noun is about, and where that noun ends; None when no noun follows."""
    index, head = hit.end, None
    while index < min(hit.end + 7, line.end):
        word = line.word(index)
        if word in ("a", "an") and line.word(hit.first - 1) in ("so", "as", "such", "how", "too"):
            pass
        elif word in ("and", "or", ",") and _kind(line, index + 1, "praise", "intensifier", "everyday"):
            index += 1
        elif (
            not word.replace("'", "").isalpha()
            or word in lexicon.closed
            or (_kind(line, index, "assure", "report-verb") and not _kind(line, index, "outcome-noun", "service-noun"))
        ):
            break
        else:
            head = index if not _kind(line, index, "praise", "intensifier") or head is not None else head
        index += 1
    if head is None:
        return None
    kind = _kind(line, head, "outcome-noun", "service-noun", "cue")
    return {"outcome-noun": "outcome", "service-noun": "service", "cue": "service"}.get(kind, ""), head + 1


def _determiner(line: Line, index: int) -> int:
    """Take in the adverbs and the article before an adjective."""
    while index > line.first and (
        _kind(line, index - 1, "intensifier", "praise")
        or line.word(index - 1) in ("a", "an", "the", "this", "these", "its", "our")
    ):
        index -= 1
    return index


def said_of(line: Line, hit: Hit) -> str:
    """What an adjective after a verb is said of: "services are secure", "regarded the service as strong"."""
    index = hit.first - 1
    while index >= line.first and (
        line.word(index) in _FILLERS
        or _kind(line, index, "intensifier")
        or line.word(index) in ("and", ",")
        or _kind(line, index, "praise", "grade")
    ):
        index -= 1
    if line.word(index) == "as":
        return _said_as(line, index)
    if line.word(index + 1) in ("be", "to", "being") and _kind(
        line, index, "grading-verb", "report-verb", "link", "assure"
    ):
        return _subject(line, index)
    if _kind(line, index, "link"):
        return _subject(line, index)
    if _kind(line, index, "grading-verb", "report-verb"):
        return _subject(line, index)
    return _object(line, index)


def _object(line: Line, index: int) -> str:
    """ "judged the service robust": the noun phrase between a verb and the adjective."""
    for back in range(index, max(line.first, index - _OBJECT_REACH), -1):
        if _kind(line, back, "grading-verb", "report-verb"):
            return _about(line, _head(line, back + 1, index + 1))
        if line.word(back) in _CLAUSE_EDGES:
            return ""
    return ""


def _said_as(line: Line, index: int) -> str:
    for verb in range(index - 1, max(line.first - 1, index - _OBJECT_REACH), -1):
        if _kind(line, verb, "report-verb", "assure", "grading-verb"):
            between = _head(line, verb + 1, index)
            if between is not None:
                return _about(line, between)
            return _subject(line, verb)
    return ""


def _subject(line: Line, verb: int) -> str:
    while verb > line.first and (
        _kind(line, verb - 1, "link", "intensifier")
        or line.word(verb - 1) in ("have", "has", "had", "being", "been", "can", "may", "might", "will", "therefore")
    ):
        verb -= 1
    start = verb
    while start > max(line.first, verb - _SUBJECT_REACH) and line.word(start - 1) not in _CLAUSE_EDGES:
        start -= 1
    if start == verb:  # the clause begins with the verb: "..., which are strong"
        return _relative(line, start - 1) if line.word(start - 1) in _PRONOUNS else ""
    head = _head(line, start, verb)
    return _about(line, head)


def _relative(line: Line, pronoun: int) -> str:
    """What "that" or "which" stands for: the noun before it, or after a comma all that was said."""
    end = pronoun
    while pronoun > line.first and line.word(pronoun - 1) not in _CLAUSE_EDGES:
        pronoun -= 1
    return _about(line, end if pronoun == end else _head(line, pronoun, end))


def _head(line: Line, start: int, end: int) -> int | None:
    """The head of the noun phrase in these tokens: the last word before its first preposition."""
    head = None
    for index in range(start, end):
        word = line.word(index)
        if word in _BRACKETS or _kind(line, index, "intensifier") or word in ("particular", "therefore"):
            continue
        if word in _PREPOSITIONS and head is not None:
            break
        if word.replace("'", "").isalpha() and word not in ("a", "an", "the", "our", "its", "their", "your", "in"):
            head = index
    return head


def _about(line: Line, head: int | None) -> str:
    if head is None:
        return ""
    if line.word(head) in _PRONOUNS:
        return "" if line.word(head) == "it" and _announces(line, head) else "service"
    known = any(hit.first <= head < hit.end for hit in line.hits)
    if not known and head > line.first and line.text[line.start(head)].isupper():
        return "service"  # a body by its name: "Ravensholt is outstanding"
    kind = _kind(line, head, "outcome-noun", "service-noun", "cue", "framework")
    return {"outcome-noun": "outcome", "service-noun": "service", "cue": "service", "framework": "outcome"}.get(
        kind, ""
    )


def _announces(line: Line, pronoun: int) -> bool:
    """ "It is encouraging that ...": the pronoun stands for what is yet to come."""
    return any(line.word(index) in ("that", "to") for index in range(pronoun + 2, pronoun + 6))


def _fragment(line: Line, hit: Hit) -> bool:
    """Praise that is the whole of a remark: a cell, a heading or a quotation that begins with it."""
    first = hit.first
    while first > line.first and _kind(line, first - 1, "intensifier"):
        first -= 1
    before = line.text[line.start(first) - 1 : line.start(first)] if line.start(first) else ""
    after = line.text[line.stop(hit.end - 1) : line.stop(hit.end - 1) + 1]
    speaking = line.has("grade", "grade-noun", "outcome-noun", "service-noun", "inspectorate")
    opens = (before in _OPENINGS and (speaking or first == line.first + 1)) or first == line.first
    return opens and (after in _CLOSINGS or line.word(hit.end) in ("all", "indeed", "overall"))


def _active(line: Line, hit: Hit) -> bool:
    """ "Ofsted failed our service": a verb of blame between the inspectorate and a service."""
    after = range(hit.end, min(hit.end + 6, line.end))
    return bool(_kind(line, hit.first - 1, "inspectorate", "inspecting")) and any(
        _kind(line, index, "service-noun", "cue") for index in after
    )
