"""Grade claims: each grade word that counts, joined to its inspection, area, stance and time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gradelint.model.document import Block, BlockKind, Document, Span
from gradelint.model.reading import GradeClaim, Inspection
from gradelint.model.standing import Form
from gradelint.reading.candidates import Setting
from gradelint.reading.coding import by_code
from gradelint.reading.kinds import OF_INSPECTIONS, TELLING, THREADING
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.mentions import Mention, mentions
from gradelint.reading.pairing import Numbered
from gradelint.reading.resolving import Scope, Thread, area_of, by_outcome, inspection_of, scopes, standing_of
from gradelint.reading.stances import reported, stance_of
from gradelint.reading.subjects import met_before, subject_of
from gradelint.reading.tables import with_header
from gradelint.reading.units import inferred, unit_of

_NAMING = frozenset(("inspectorate", "framework"))
_VERB_REACH = 12
_DENIAL = 3  # tokens behind a peer in which "does not" denies that it grades


def grade_claims(
    document: Document,
    lines: Sequence[Line],
    lexicon: Lexicon,
    setting: Setting,
    names: Mapping[str, str],
    numbered: Mapping[int, Numbered],
) -> tuple[tuple[GradeClaim, ...], tuple[Thread, ...]]:
    """Every claim in order, and for each line the inspection it ends on; `numbered` holds the numbers of each line."""
    inspecting = inspecting_blocks(document, lines)
    claims: list[GradeClaim] = []
    threads: list[Thread] = []
    thread, last = Thread(), ("", -1)
    known: dict[str, Inspection | None] = {}
    telling = {line.block for line in lines if line.sentence in numbered or _tells(line)}
    for line in lines:
        if line.block not in telling:  # nothing is claimed or characterised here, and no thread begins
            threads.append(thread)
            continue
        block = document.blocks[line.block]
        rowlike = block if line.kind is BlockKind.TABLE_ROW or not block.cells else block._replace(cells=())
        subject = (
            subject_of(line, rowlike, names, setting.authority, setting.name_starts, setting.closed)
            or met_before(line, known)
            or (last[0] if last[1] == line.block and last[0] else setting.authority)
        )
        last = subject, line.block  # a sentence that names nobody speaks of whoever the one before it spoke of
        found = list(mentions(line, block, lexicon, line.block in inspecting))
        if line.sentence in numbered:
            keys = {pair.label for pair in numbered[line.sentence].pairs if pair.number.key}
            given = [each for each in found if each.hit not in keys]  # "1 = outstanding" gives nobody a grade
            found = sorted((*given, *_by_number(numbered[line.sentence])), key=lambda each: each.hit.first)
        following = lines[line.sentence + 1 : line.sentence + 4] if found else ()
        before = _of_its_own(subject, known.get(subject), thread, setting)
        made = list(_of_line(line, block, found, subject, before, setting, lexicon, following)) if found else []
        claims += made
        for inspection in (each.inspection for each in made if each.inspection.dated):
            alone = known.setdefault(subject, inspection)
            known[subject] = alone if alone is not None and alone.period == inspection.period else None
        thread = _next(line, [each for each in made if each.form is not Form.NAMED], subject, thread, setting)
        threads.append(_about(subject, thread))
    return tuple(claims), tuple(threads)


def _of_its_own(subject: str, known: Inspection | None, thread: Thread, setting: Setting) -> Thread:
    """The thread, or a provider's one inspection that the paper has dated before ("in the table above")."""
    if known is None or subject in ("", setting.authority) or thread.inspection.subject == subject:
        return thread
    return thread._replace(inspection=known)


def inspecting_blocks(document: Document, lines: Sequence[Line]) -> frozenset[int]:
    """The blocks that speak of an inspection, an inspectorate or a framework, or stand under a heading that does."""
    found = {line.block for line in lines if not OF_INSPECTIONS.isdisjoint(line.around)}
    plain = {line.block for line in lines if line.has("other-inspection") and line.around.isdisjoint(_NAMING)}
    found -= plain  # a planning inspector's, a lift's
    asking = {line.block for line in lines if line.kind is BlockKind.HEADING and line.has("judging", "grade-noun")}
    headings = {block for block in found if document.blocks[block].kind is BlockKind.HEADING}
    return frozenset(found | {block + 1 for block in asking | headings})


def _by_number(numbered: Numbered) -> Iterator[Mention]:
    """The grades given by a number alone; where a label stands beside it, that one is the grade given."""
    for number in numbered.alone:
        yield Mention(number.hit, number.form, cell=number.cell, code=number.code)


def _tells(line: Line) -> bool:
    """Whether a line may hold a claim or a characterisation, or begin a thread; or another of its block may."""
    return not TELLING.isdisjoint(line.around) or (bool(line.dates) and line.has(*THREADING))


def _about(subject: str, thread: Thread) -> Thread:
    if thread.inspection.subject == subject:
        return thread
    return thread._replace(inspection=thread.inspection._replace(subject=subject))


def _of_line(
    line: Line,
    block: Block,
    found: Sequence[Mention],
    subject: str,
    thread: Thread,
    setting: Setting,
    lexicon: Lexicon,
    following: Sequence[Line],
) -> Iterator[GradeClaim]:
    cells = sum(mention.cell is not None for mention in found)
    for mention, scope in zip(found, scopes(line, [mention.hit for mention in found]), strict=True):
        if mention.tally:
            continue
        seen = line
        if mention.cell is not None:
            seen = with_header(line, block, mention.hit, mention.cell, lexicon)
            scope = Scope(line.first, line.end)
        inspection = inspection_of(seen, mention.hit, scope, subject, thread, setting)
        claim = _claim(seen, block, mention, scope, inspection, following, setting)
        if cells > 1 and claim.area is None and not claim.overall:
            claim = claim._replace(whole=False)  # a column an area, though its name is not known
        if not (mention.quoted or mention.capital) and _mere_praise(line, mention) and not _labelled(claim):
            continue
        if claim.standing is not None or mention.code is None:
            yield claim


def _labelled(claim: GradeClaim) -> bool:
    """Whether the word is a grade of the very framework that the sentence speaks of."""
    if claim.standing is None or claim.form is Form.DESCRIBED:
        return False
    return claim.inspection.named or claim.standing.framework.id == claim.inspection.frameworks[0].id


def _mere_praise(line: Line, mention: Mention) -> bool:
    """A word of another scale that is everyday praise here: "performing well", "an excellent set of results"."""
    first, end = mention.hit.first, mention.hit.end
    if any(hit.end == first for hit in line.of("strict-grading")):
        return False
    return any(hit.first <= first and end <= hit.end for kind in ("praise", "praise-idiom") for hit in line.of(kind))


def _claim(
    line: Line,
    block: Block,
    mention: Mention,
    scope: Scope,
    inspection: Inspection,
    following: Sequence[Line],
    setting: Setting,
) -> GradeClaim:
    word = mention.hit
    if not _mere_praise(line, mention):
        inspection = by_outcome(word.value, inspection)
    area = None if _overall_beside(line, word) else area_of(line, word, scope, inspection, setting)
    whole = area is None or area.role != "part"
    if mention.code is None:
        standing = standing_of(word.value, inspection, area.id if area else "")
    else:
        standing = by_code(line, word, inspection, setting.today)
        inspection = inspection._replace(frameworks=(standing.framework,) if standing else ())
    stance = stance_of(line, word.first, word.end, following)
    span = (
        block.span
        if mention.form is Form.CELL
        else Span(line.start(_opening(line, word, scope)), line.stop(word.end - 1))
    )
    return GradeClaim(
        span=span,
        word=Span(line.start(word.first), line.stop(word.end - 1)),
        label=standing.grade.label if standing else word.value,
        sentence=line.sentence,
        inspection=inspection,
        standing=standing,
        area=area,
        whole=whole,
        stance=stance,
        form=mention.form,
        current=_current(line, word, scope),
        latest=line.has("latest"),
        quoted=mention.quoted,
        voice="reported" if reported(line) else "the paper's own",
        overall=any(scope.first <= hit.first < scope.end for hit in line.of("overall")),
        moving=_moving(line, word),
        every=not line.has("exception") and any(scope.first <= hit.first < word.first for hit in line.of("every")),
        glossing=line.has("gloss"),
        holding=any(scope.first <= hit.first < scope.end for hit in line.of("holding")),
        several=line.has("several"),
        topic=mention.topic,
        inspectorates=frozenset(hit.value for hit in line.of("inspectorate")),
        equating=_equating(line, word),
        own=_own(line),
        trend=_trend(line, following),
        code=mention.code,
        graded=_graded(line, mention),
        unit=unit_of(line, word, scope.first, scope.end),
        inferred=inferred(line, word, scope.first, scope.end),
    )


def _own(line: Line) -> bool:
    """Whether a peer or the body itself judged: one that is named, and not said to give no grade."""
    if line.has("framework", "no-grade"):
        return False
    denied = {hit.first for hit in line.of("negation")}
    return any(denied.isdisjoint(range(hit.end, hit.end + _DENIAL)) for hit in line.of("own-assessment"))


def _equating(line: Line, word: Hit) -> bool:
    """Whether the sentence puts the grade on one footing with another; what it denies afterwards is another matter."""
    denied = any(hit.first < word.first for hit in line.of("negation"))
    return line.has("equating") and not denied and not line.has("caveat", "question")


def _graded(line: Line, mention: Mention) -> bool:
    """Whether the word is put as a grade beyond doubt: behind "rated", before "grade", or in quotation marks."""
    first, end = mention.hit.first, mention.hit.end
    behind = any(hit.end == first for hit in line.of("strict-grading"))
    return mention.quoted or behind or any(hit.first == end for hit in line.of("grade-noun"))


def _trend(line: Line, following: Sequence[Line]) -> bool:
    near = [line, *(each for each in following[:2] if each.block == line.block)]
    grades = line.marks("grade")
    return any(hit.first not in grades for hit in line.of("direction")) and not any(each.has("caveat") for each in near)


def _overall_beside(line: Line, word: Hit) -> bool:
    """Whether "overall" stands right after the label, whatever area was named before: "... => GOOD OVERALL"."""
    return any(hit.first == word.end for hit in line.of("overall"))


def _moving(line: Line, word: Hit) -> bool:
    """Whether the sentence tells of a change; the words of a grade ("requires improvement") do not count."""
    grades = line.marks("grade")
    before = line.word(word.first - 1)
    stepping = before == "from" or (before == "to" and "from" in line.tokens.words[line.first : word.first])
    return stepping or any(hit.first not in grades for hit in line.of("trend"))


def _opening(line: Line, word: Hit, scope: Scope) -> int:
    """Where the words that carry the claim begin: at the verb or noun of grading that governs the label."""
    start = word.first
    for hit in line.hits:
        if (
            hit.kind in ("grading-verb", "grade-noun", "link", "area")
            and max(scope.first, word.first - _VERB_REACH) <= hit.first < start
        ):
            start = hit.first
    return start


def _current(line: Line, word: Hit, scope: Scope) -> bool:
    now = [hit.first for hit in line.of("current") if scope.first <= hit.first <= max(word.first, scope.end)]
    past = [hit.first for hit in line.of("past") if scope.first <= hit.first < word.first]
    if line.kind is BlockKind.TABLE_ROW:
        return bool(now)
    return (bool(now) or _carried(line, word)) and not past


def _carried(line: Line, word: Hit) -> bool:
    """A grade that a service carries before it, in a line without a verb of the past: "an 'Outstanding' service"."""
    told = line.has("past", "later", "trend", "grading-verb") or line.dates
    return not told and any(word.end <= hit.first <= word.end + 1 for hit in line.of("service-noun"))


def _next(line: Line, made: Sequence[GradeClaim], subject: str, thread: Thread, setting: Setting) -> Thread:
    telling = [claim.inspection for claim in made if claim.inspection.vocabulary is not None]
    if telling:
        return Thread(telling[-1], line.sentence, line.block)
    if line.has("framework") or (line.dates and line.has(*THREADING)):
        found = inspection_of(line, None, Scope(line.first, line.end), subject, thread, setting)
        if found.vocabulary is not None:
            return Thread(found, line.sentence, line.block)
    if line.block == thread.block:
        return Thread(thread.inspection, line.sentence, thread.block)
    return thread
