"""What an adjective is said of: the subject, object or relative that a verb ties it to."""

from __future__ import annotations

from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_SUBJECT_REACH = 24
_OBJECT_REACH = 12
_PRONOUNS = frozenset(("it", "this", "that", "they", "these", "we", "which"))
FILLERS = frozenset(("being", "be", "to", "been"))
PREPOSITIONS = frozenset(
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
_BRACKETS = frozenset("[]*_")


def said_of(line: Line, hit: Hit) -> str:
    """What an adjective after a verb is said of: "services are secure", "regarded the service as strong"."""
    index = hit.first - 1
    while index >= line.first and (
        line.word(index) in FILLERS
        or kind_at(line, index, "intensifier")
        or line.word(index) in ("and", ",")
        or kind_at(line, index, "praise", "grade")
    ):
        index -= 1
    if line.word(index) == "as":
        return _said_as(line, index)
    if line.word(index + 1) in ("be", "to", "being") and kind_at(
        line, index, "grading-verb", "report-verb", "link", "assure"
    ):
        return _subject(line, index)
    if kind_at(line, index, "link"):
        return _subject(line, index)
    if kind_at(line, index, "grading-verb", "report-verb"):
        return _subject(line, index)
    return _object(line, index)


def _object(line: Line, index: int) -> str:
    """ "judged the service robust": the noun phrase between a verb and the adjective."""
    for back in range(index, max(line.first, index - _OBJECT_REACH), -1):
        if kind_at(line, back, "grading-verb", "report-verb"):
            return _about(line, _head(line, back + 1, index + 1))
        if line.word(back) in _CLAUSE_EDGES:
            return ""
    return ""


def _said_as(line: Line, index: int) -> str:
    for verb in range(index - 1, max(line.first - 1, index - _OBJECT_REACH), -1):
        if kind_at(line, verb, "report-verb", "assure", "grading-verb"):
            between = _head(line, verb + 1, index)
            if between is not None:
                return _about(line, between)
            return _subject(line, verb)
    return ""


def _subject(line: Line, verb: int) -> str:
    if line.word(verb) in _PRONOUNS:  # "it's"
        return _about(line, verb)
    while verb > line.first and (
        kind_at(line, verb - 1, "link", "intensifier")
        or line.word(verb - 1) in ("have", "has", "had", "being", "been", "can", "may", "might", "will", "therefore")
    ):
        verb -= 1
    start = verb
    while start > max(line.first, verb - _SUBJECT_REACH) and line.word(start - 1) not in _CLAUSE_EDGES:
        start -= 1
    if start == verb and (opened := _bracketed(line, start)):
        return _about(line, _head(line, *opened))
    if start == verb:  # the clause begins with the verb: "..., which are strong"
        return _relative(line, start - 1) if line.word(start - 1) in _PRONOUNS else ""
    head = _head(line, start, verb)
    return _about(line, head)


def _bracketed(line: Line, verb: int) -> tuple[int, int] | None:
    """The tokens before two commas or brackets that part the subject from its verb: "the report, in March, was"."""
    if line.word(verb - 1) not in (",", ")"):
        return None
    for comma in range(verb - 2, max(line.first, verb - _OBJECT_REACH), -1):
        if line.word(comma) in (",", "("):
            start = comma
            while start > line.first and line.word(start - 1) not in _CLAUSE_EDGES:
                start -= 1
            return (start, comma) if start < comma else None
    return None


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
        if word in _BRACKETS or kind_at(line, index, "intensifier") or word in ("particular", "therefore"):
            continue
        if word in PREPOSITIONS and head is not None:
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
    kind = kind_at(line, head, "outcome-noun", "service-noun", "cue", "framework")
    return {"outcome-noun": "outcome", "service-noun": "service", "cue": "service", "framework": "outcome"}.get(
        kind, ""
    )


def _announces(line: Line, pronoun: int) -> bool:
    """ "It is encouraging that ...": the pronoun stands for what is yet to come."""
    return any(line.word(index) in ("that", "to") for index in range(pronoun + 2, pronoun + 6))


def kind_at(line: Line, index: int, *kinds: str) -> str:
    """The first of these kinds that a hit at a token has; empty when none has."""
    return next((kind for kind in kinds if any(hit.first <= index < hit.end for hit in line.of(kind))), "")
