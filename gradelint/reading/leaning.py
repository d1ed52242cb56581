"""What praise leans on: the grades given nearest to it, in the sentence, the paragraph, the section or a note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from gradelint.model.document import BlockKind, Document, Span
from gradelint.model.language import Phrasing
from gradelint.model.reading import GradeClaim, Inspection, Praise, Remark
from gradelint.model.standing import Form, Stance
from gradelint.reading.crediting import CREDIT, listed, of_others
from gradelint.reading.kinds import PRAISING
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.phrasing import Phrased, phrased, ways_by_key
from gradelint.reading.praising import characterisations
from gradelint.reading.resolving import Thread
from gradelint.reading.stances import reported, stance_of
from gradelint.reading.units import unit_among
from gradelint.reading.visiting import Visits, visit_of

_PRAISING = frozenset(PRAISING)
_NOTE = re.compile(r"\[\^?(\w{1,4})\]")
_REACH = 40  # claims on either side that praise may lean on
_CHEER = "celebration"  # which praise may be part of
_ENDS = ("false-progress", _CHEER)  # remarks that are never part of what a grade is said to mean
_GOING_ON = frozenset(
    ("it", "this", "that", "these", "they", "we", "our", "team", "report", "letter", "inspectors", "commission")
)
_ON_INSPECTION = ("inspecting", "inspectorate", "framework", "grade", "grade-noun", "outcome-noun")
_AMONG_INSPECTIONS = frozenset(("inspecting", "inspectorate", "framework", "grade-noun"))
_TYING = frozenset(("for", "that", "as", "at", "to"))  # words after which "good" may be a grade all the same
_OF_BODIES = ("transfer", "transfer-by-occasion", "conclusion", "collective-grade")
_LEAVES = (CREDIT, _CHEER, "endorsement", *_OF_BODIES)  # remarks whose words are praise of a grade where one is near
_MOST_NEIGHBOURS, _FEW_LETTERS = 4, 65  # and where the blocks between them are short
_NEIGHBOURS = 2  # blocks within which an outcome that is not named is taken to be the last one spoken of


def leaning(document: Document, lines: Sequence[Line], claims: Sequence[GradeClaim]) -> tuple[GradeClaim, ...]:
    """The claims, those that only describe with the claims they lean on."""
    return tuple(
        claim._replace(
            near=tuple(
                each
                for each in _near(document, lines, claims, lines[claim.sentence], claim.word.start, "outcome")
                if each != number
            )
        )
        if claim.form is Form.DESCRIBED
        else claim
        for number, claim in enumerate(claims)
    )


def praises(
    document: Document,
    lines: Sequence[Line],
    claims: Sequence[GradeClaim],
    threads: Sequence[Thread],
    lexicon: Lexicon,
    remarked: Sequence[Remark] = (),
) -> tuple[Praise, ...]:
    """Every characterisation of the paper that is not part of a remark, with the claims it leans on, nearest first."""
    found = []
    taken = {claim.word.start for claim in claims if claim.form is not Form.DESCRIBED}
    ends = {remark.sentence: remark.span for remark in remarked if remark.kind not in _LEAVES or remark.visit}
    praising = (line for line in lines if not _PRAISING.isdisjoint(line.around))
    for line in praising:
        for each in characterisations(line, lexicon):
            if line.start(each.word) in taken:
                continue  # a grade given is no praise of it
            if (remark := ends.get(line.sentence)) and remark.start <= line.start(each.word) < remark.end:
                continue
            span = Span(line.start(each.first), line.stop(each.end - 1))
            found.append(
                Praise(
                    span=span,
                    words=Span(line.start(each.word), span.end),
                    sentence=line.sentence,
                    standing=each.standing,
                    about=each.about,
                    stance=stance_of(line, each.first, each.end, lines[line.sentence + 1 : line.sentence + 4]),
                    inspection=(about := _inspection(line, threads[line.sentence])),
                    near=_of_subject(
                        claims, about.subject, _near(document, lines, claims, line, span.start, each.about)
                    ),
                    voice=_voice(line),
                )
            )
    return tuple(found)


def remarks(
    document: Document,
    lines: Sequence[Line],
    claims: Sequence[GradeClaim],
    threads: Sequence[Thread],
    phrasings: tuple[Phrasing, ...],
    known: Visits,
) -> tuple[Remark, ...]:
    """Every remark of the paper with the claims it leans on, nearest first."""
    ways = ways_by_key(phrasings)
    credited = frozenset(listed(document, lines))
    others = {line.block for line in lines if of_others(line)}
    return tuple(
        Remark(
            kind=each.kind,
            span=(span := Span(line.start(_opening(each)), line.stop(each.end - 1))),
            sentence=line.sentence,
            stance=_stance(line, each, lines),
            inspection=(about := _inspection(line, threads[line.sentence])),
            near=_of_subject(claims, about.subject, _near(document, lines, claims, line, span.start, "outcome")),
            voice=_voice(line),
            label=each.label,
            on_inspection=(on_it := line.has(*_ON_INSPECTION) or _continues(line, lines)),
            among_them=on_it or not _AMONG_INSPECTIONS.isdisjoint(line.around) or line.sentence in credited,
            visit=visit_of(document, lines, line.sentence, known),
            inspectorates=frozenset(hit.value for hit in line.of("inspectorate")),
            of_others=line.block in others,
            unit=unit_among(line, each.core),
        )
        for line in lines
        if line.sentence in credited or not ways.keys().isdisjoint(line.around)
        for each in (*phrased(line, ways), *_listed(line, credited))
        if not _ordinary(line, each)
    )


def _stance(line: Line, remark: Phrased, lines: Sequence[Line]) -> Stance:
    """The stance of a remark; a denial between its words denies it: "mission not accomplished"."""
    own = {index for hit in remark.core for index in range(hit.first, hit.end)}
    inner = (hit for hit in line.of("negation") if remark.first < hit.first < remark.end and hit.first not in own)
    if any(hit.end in own or hit.end + 1 in own for hit in inner):
        return Stance.NEGATED
    return stance_of(
        line, remark.first, remark.end, lines[line.sentence + 1 : line.sentence + 4], False, remark.kind not in _ENDS
    )


def _opening(found: Phrased) -> int:
    """Where a remark begins: rejoicing over a grade, behind the grade's own words."""
    beyond = (hit.first for hit in found.core if hit.kind not in ("grade", "grade-noun"))
    return next(beyond, found.first) if found.kind == _CHEER else found.first


def _ordinary(line: Line, remark: Phrased) -> bool:
    """Whether the grade word of a remark about bodies is none here: "carried over its good behaviour policy"."""
    if remark.kind not in _OF_BODIES:
        return False
    grades = [hit for hit in remark.core if hit.kind == "grade" and line.word(hit.end) not in _TYING]
    common = line.marks("ordinary")
    return bool(grades) and all(hit.first in common for hit in grades)


def _listed(line: Line, credited: frozenset[int]) -> tuple[Phrased, ...]:
    """An item of a list whose lead gives it as inspectors' praise."""
    return (Phrased(CREDIT, line.first, line.end, ()),) if line.sentence in credited else ()


def _continues(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a sentence goes on about what the one before it spoke of: "It tells us that ..."."""
    before = line.sentence - 1
    goes_on = line.word(line.first) in _GOING_ON or line.word(line.first + 1) in _GOING_ON
    return goes_on and before >= 0 and lines[before].block == line.block and lines[before].has(*_ON_INSPECTION)


def _voice(line: Line) -> str:
    return "quoted or reported, not corrected nearby" if reported(line) else "the paper's own"


def _inspection(line: Line, thread: Thread) -> Inspection:
    """The inspection that the line itself names or dates; else the one spoken of, as not named."""
    own = line.has("framework") or (bool(line.dates) and line.has("inspecting", "inspectorate"))
    dated = own and bool(line.dates)
    period = line.dates[0].period if dated and thread.inspection.period is None else thread.inspection.period
    return thread.inspection._replace(period=period, dated=dated, named=own and line.has("framework"))


def _near(
    document: Document, lines: Sequence[Line], claims: Sequence[GradeClaim], line: Line, at: int, about: str
) -> tuple[int, ...]:
    near_only = about == "service" and not line.has("inspecting", "inspectorate", "outcome-noun")
    heading = line.kind is BlockKind.HEADING
    ranked = []
    for number in (*_window(claims, line), *_in_notes(document, lines, claims, line)):
        claim = claims[number]
        block = lines[claim.sentence].block
        note = document.blocks[block].note
        if not (note or heading) and abs(block - line.block) > _MOST_NEIGHBOURS:
            continue  # most of them, and quickly told
        noted = bool(note) and note in _noted(document, line)
        distance = 2 if noted else _distance(document, line, block, claim.sentence)
        if distance is not None and not (near_only and distance > 3 and not heading):
            ranked.append((distance, abs(claim.word.start - at), number))
    return tuple(number for _, _, number in sorted(set(ranked)))


def _of_subject(claims: Sequence[GradeClaim], subject: str, near: tuple[int, ...]) -> tuple[int, ...]:
    """Without the claims about another authority or provider than the line speaks of."""
    return tuple(each for each in near if not subject or claims[each].inspection.subject in ("", subject))


def _window(claims: Sequence[GradeClaim], line: Line) -> range:
    """The claims near enough to be looked at; bounded, so that time stays linear in the paper."""
    at = bisect_left(claims, line.sentence, key=lambda claim: claim.sentence)
    return range(max(0, at - _REACH), min(len(claims), at + _REACH))


def _in_notes(document: Document, lines: Sequence[Line], claims: Sequence[GradeClaim], line: Line) -> list[int]:
    """The last claims of the paper that stand in notes, when the line refers to one."""
    if not _noted(document, line):
        return []
    tail = range(max(0, len(claims) - _REACH), len(claims))
    return [number for number in tail if document.blocks[lines[claims[number].sentence].block].note]


def _noted(document: Document, line: Line) -> frozenset[str]:
    text = document.text[line.start(line.first) : line.stop(line.end - 1) + 6] if line.first < line.end else ""
    return frozenset(_NOTE.findall(text))


def _distance(document: Document, line: Line, block: int, sentence: int) -> int | None:
    """0 same sentence, 1 earlier in the paragraph, 2 later in it, then neighbours; None when too far."""
    if sentence == line.sentence:
        return 0
    if block == line.block:
        return 1 if sentence < line.sentence else 2
    if line.kind is BlockKind.HEADING:
        return 3 + block - line.block if _under(document, line.block, block) else None
    gap = abs(block - line.block)
    same_section = document.blocks[block].under == document.blocks[line.block].under
    return 3 + gap if same_section and (gap <= _NEIGHBOURS or _close(document, line.block, block)) else None


def _close(document: Document, one: int, other: int) -> bool:
    """Whether only a few short lines stand between two blocks, as in a post or on a slide."""
    first, last = sorted((one, other))
    between = document.blocks[last].span.start - document.blocks[first].span.end
    return last - first <= _MOST_NEIGHBOURS and between <= _FEW_LETTERS


def _under(document: Document, heading: int, block: int) -> bool:
    """Whether a block stands under a heading (until the next one of the same or a higher level)."""
    level, above = document.blocks[heading].level, document.blocks[block].under
    while above is not None and above > heading and document.blocks[above].level > level:
        above = document.blocks[above].under
    return block > heading and above == heading
