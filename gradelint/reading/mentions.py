"""Grade words told apart from ordinary words: is "good" here a grade, a description, or neither?"""

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.document import Block, BlockKind
from gradelint.model.standing import Form
from gradelint.reading import bare_labels
from gradelint.reading.auditing import of_auditor
from gradelint.reading.grade_classes import counted, listed, one_of_them
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.predicates import said_of

_REACH = 16  # tokens to the left in which a verb of grading still governs a grade word
_NOUN_RUN = 4  # tokens to the right in which the noun that a grade word qualifies is looked for
_OBJECT = 5  # tokens between a verb of judging and the label of what it judges
_JUDGED = frozenset(("us", "it", "them"))
_POINTERS = frozenset(("this", "that", "such", "these", "those"))
_COMPLEMENT = 5  # tokens between "rated" and the word put as the rating
_RATED = frozenset(("rated", "graded"))
_SHORT = 5  # letters up to which a form such as RI counts in capitals only
_DISTINCT = 3  # words from which a label cannot be anything but a grade or an outcome
_ARTICLES = frozenset(("a", "an"))
_DASHES = frozenset((":", "–", "—", "-", "="))
_BREAKS = frozenset((";",))
_NEW_CLAUSE = frozenset(("which", "they", "we"))


class Mention(NamedTuple):
    """A grade word that counts, with how it stands and how it is printed; `code` for a number in its place."""

    hit: Hit
    form: Form
    quoted: bool = False
    capital: bool = False
    tally: bool = False
    cell: int | None = None
    topic: bool = False
    code: int | None = None


def mentions(line: Line, block: Block, lexicon: Lexicon, inspecting: bool) -> Iterator[Mention]:
    """The grade words of a line. `inspecting` says that its block speaks of an inspection or inspectorate."""
    if not line.has("grade", "verdict-word"):  # nearly every line
        return
    found = sorted(_mentions(line, block, lexicon, inspecting), key=lambda each: each.hit.first)
    counting = any(counted(line, hit) for hit in grade_words(line))
    for each in found:
        yield each._replace(tally=True) if counting and one_of_them(line, each.hit) else each


def _mentions(line: Line, block: Block, lexicon: Lexicon, inspecting: bool) -> Iterator[Mention]:
    ordinary = line.marks("ordinary")
    hits = list(grade_words(line))
    classes = listed(line, hits)
    yield from _off_scale(line, lexicon, hits, inspecting)
    for hit in hits:
        quoted, capital = line.quoted(hit), line.capital(hit)
        cell = _cell(line, block, hit)
        if cell is not None:
            yield Mention(hit, Form.CELL, quoted, capital, cell=cell)
            continue
        if hit in classes or of_auditor(line, hit):
            continue
        if not quoted and hit.first in ordinary and not _graded_anyway(line, hit, capital):
            continue
        form = Form.GIVEN if quoted else _form(line, hit, lexicon, capital, inspecting)
        if form is not None:
            yield Mention(hit, form, quoted, capital, counted(line, hit), topic=_topic(line, hit))


def _off_scale(line: Line, lexicon: Lexicon, hits: list[Hit], inspecting: bool) -> Iterator[Mention]:
    """Words that are no grade, put as one: "Ofsted rated leadership ineffective"."""
    taken = {index for hit in hits for index in range(hit.first, hit.end)}
    told = line.has("inspectorate", "inspecting") or (inspecting and line.has("overall"))
    for hit in line.of("verdict-word") if told else ():
        after = line.word(hit.end)
        rated = {line.word(index) for index in range(max(line.first, hit.first - _COMPLEMENT), hit.first)} & _RATED
        if rated and hit.first not in taken and (not after.isalpha() or after in lexicon.closed):
            words = " ".join(line.tokens.words[hit.first : hit.end])
            yield Mention(Hit("grade", hit.first, hit.end, words), Form.GIVEN, line.quoted(hit), line.capital(hit))


def grade_words(line: Line) -> Iterator[Hit]:
    """Grade hits, the longest at each place; short forms such as RI only in capitals."""
    end = -1
    for hit in line.hits:
        if hit.kind != "grade" or hit.first < end:
            continue
        printed = line.text[line.start(hit.first) : line.stop(hit.end - 1)]
        if hit.value.isupper() and len(hit.value) <= _SHORT and not printed.isupper():
            continue
        end = hit.end
        yield hit


def _cell(line: Line, block: Block, hit: Hit) -> int | None:
    """The number (from 0) of the table cell that the grade word fills or opens."""
    if line.kind is not BlockKind.TABLE_ROW or block.head:
        return None
    start, stop = line.start(hit.first), line.stop(hit.end - 1)
    for number, cell in enumerate(block.cells):
        if cell.span.start <= start < cell.span.end:
            before = line.text[cell.span.start : start].strip(" *'\"‘“†‡")
            after = line.text[stop : cell.span.end].lstrip(" '\"’”")
            return number if not before and (not after or not after[0].isalpha()) else None
    return None


def _graded_anyway(line: Line, hit: Hit, capital: bool) -> bool:
    """A common phrase is a grade all the same when it is printed as one after a verb of grading, or in capitals."""
    printed = line.text[line.start(hit.first) : line.stop(hit.end - 1)]
    area = any(hit.end < each.first <= hit.end + 3 for each in line.of("area"))
    rated = any(each.end == hit.first for each in line.of("strict-grading"))  # "graded good at its last inspection"
    told = capital or area or _object_between(line, hit)
    return rated or (_governed(line, hit) and told) or (capital and printed.isupper())


def _object_between(line: Line, hit: Hit) -> bool:
    """ "Inspectors graded the force good at ...": what was judged stands between the verb and the label."""
    verb = next((each for each in reversed(line.of("judging")) if each.end < hit.first), None)
    if verb is None or hit.first - verb.end > _OBJECT:
        return False
    nouns = line.of("service-noun", "people-noun", "cue", "area")
    return line.word(hit.first - 1) in _JUDGED or any(each.end == hit.first for each in nouns)


def _form(line: Line, hit: Hit, lexicon: Lexicon, capital: bool, inspecting: bool) -> Form | None:
    if line.kind is BlockKind.TABLE_ROW:
        return Form.GIVEN if capital and inspecting and not line.prose_at(hit.first) else None
    if hit.end - hit.first >= _DISTINCT or _topic(line, hit) or bare_labels.of_grading(line, hit):
        return Form.GIVEN
    found = _in_sentence(line, hit, lexicon, capital, inspecting)
    return Form.NAMED if found is None and bare_labels.named_alone(line, hit, lexicon) else found


def _in_sentence(line: Line, hit: Hit, lexicon: Lexicon, capital: bool, inspecting: bool) -> Form | None:
    after = line.word(hit.end)
    parted = _begins(line, hit.end, "inspectorate", "framework") or any(each.first == hit.end for each in line.dates)
    if after.isalpha() and after not in lexicon.closed and not parted:
        return _qualifying(line, hit, lexicon, capital)
    before = line.word(hit.first - 1)
    if (
        before in _ARTICLES
        or bare_labels.numbered(line, hit)
        or bare_labels.dated(line, hit)
        or bare_labels.of_area(line, hit)
        or bare_labels.got(line, hit)
        or (inspecting and bare_labels.said_of_them(line, hit))
        or (inspecting and bare_labels.alone(line, hit))
        or (before in _DASHES and (capital or line.has("grade-noun", "inspectorate", "inspecting", "area")))
    ):
        return Form.GIVEN
    if not capital and bare_labels.everyday(line, hit) and said_of(line, hit) and not _governed(line, hit, "judging"):
        return Form.DESCRIBED
    if _governed(line, hit) or bare_labels.stepped(line, hit):
        return Form.GIVEN
    if capital and (inspecting or len(line.of("grade")) > 1):
        return Form.GIVEN
    if _linked(line, hit):
        printed = line.text[line.start(hit.first) : line.stop(hit.end - 1)]
        return (
            Form.GIVEN
            if inspecting or printed.isupper() or (hit.end - hit.first > 1 and line.has("inspecting", "inspectorate"))
            else Form.DESCRIBED
        )
    if hit.end - hit.first > 1 and inspecting and _service_before(line, hit):
        return Form.GIVEN
    return None


def _qualifying(line: Line, hit: Hit, lexicon: Lexicon, capital: bool) -> Form | None:
    """A grade word before a noun: "adequate rating" gives the grade, "a good school" describes one."""
    noun = _noun(line, hit, lexicon)
    plain = not capital and bare_labels.everyday(line, hit)
    if noun == "grade":
        return Form.DESCRIBED if plain and line.word(hit.first - 1) in _POINTERS else Form.GIVEN
    if noun == "outcome":
        return Form.DESCRIBED if plain else Form.GIVEN
    if noun == "service":
        return Form.GIVEN if capital and line.has("inspectorate") else Form.DESCRIBED
    if _verb_follows(line, hit) and _governed(line, hit):
        return Form.GIVEN
    return Form.GIVEN if capital and hit.end - hit.first > 1 and _governed(line, hit) else None


def _noun(line: Line, hit: Hit, lexicon: Lexicon) -> str:
    run = []
    for index in range(hit.end, min(hit.end + _NOUN_RUN, line.end)):
        word = line.word(index)
        if not word.replace("'", "").isalpha() or word in lexicon.closed:
            break
        run.append(index)
    for index in (*run[:1], *run[-1:]):
        kinds = {each.kind for each in line.hits if each.first <= index < each.end}
        for kind in ("grade-noun", "outcome-noun", "service-noun"):
            if kind in kinds:
                return kind.partition("-")[0]
    return ""


def _topic(line: Line, hit: Hit) -> bool:
    """The grade itself is spoken of: "adequate might be regarded as ...", "Adequate is not good"."""
    before = line.word(hit.first - 1)
    opens = (
        not before
        or not before.isalpha()
        or before in ("that", "as", "whether", "describe", "described", "called", "call")
    )
    after = next((word for index in (hit.end, hit.end + 1) if (word := line.word(index)).isalpha()), "")
    return opens and (after in _AUXILIARIES or (before.startswith(("describe", "call")) and after == "as"))


def _verb_follows(line: Line, hit: Hit) -> bool:
    return _begins(line, hit.end, "report-verb", "grading-verb", "link")


def _begins(line: Line, index: int, *kinds: str) -> bool:
    return any(each.first == index for kind in kinds for each in line.of(kind))


def _governed(line: Line, hit: Hit, *kinds: str) -> bool:
    """Whether a verb of grading or a word for a grade stands before it in the same run of words."""
    for each in reversed(line.of(*(kinds or ("grading-verb", "grade-noun")))):
        if each.first >= hit.first or hit.first - each.end > _REACH:
            continue
        breaks = _BREAKS | _NEW_CLAUSE if kinds else _BREAKS
        return not any(line.word(index) in breaks for index in range(each.end, hit.first))
    return False


def _linked(line: Line, hit: Hit) -> bool:
    """Whether it is said of a service or an outcome: "services are inadequate"."""
    return bool(said_of(line, hit))


def _service_before(line: Line, hit: Hit) -> bool:
    return any(
        each.end <= hit.first and hit.first - each.end <= _REACH
        for each in line.of("service-noun", "outcome-noun", "cue", "area")
    )


_AUXILIARIES = frozenset(
    ("is", "was", "means", "meant", "might", "may", "should", "can", "could", "does", "did", "cannot", "will")
)
