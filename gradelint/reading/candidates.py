"""Candidates: which frameworks a statement may mean, by their dates, the body inspected, and the register."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from gradelint.model.period import Period
from gradelint.model.register import Register
from gradelint.model.vocabulary import Area, Framework, Kind, Vocabulary
from gradelint.reading.lexicon import Directory
from gradelint.reading.lines import Line
from gradelint.reading.tokens import fold

_STILL_HELD = timedelta(days=3 * 365)  # how long a council lives with its last grade before the next inspection
_GRADING = (Kind.GRADED, Kind.OUTCOMES)


class Setting(NamedTuple):
    """What holds for the whole paper: its vocabularies, date, own authority, and which remits it speaks of.

    `foreign` are the blocks that speak of bodies gradelint may have no scale for. `own_remits` are the vocabularies
    that the name of the paper's own authority speaks of ("Kirkgate High School"); a council's name speaks of none.
    """

    vocabularies: Mapping[str, Vocabulary]
    today: Period | None
    authority: str
    votes: Counter[str]
    directory: Directory
    foreign: frozenset[int] = frozenset()
    register: Register | None = None
    name_starts: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    own_remits: tuple[str, ...] = ()

    @property
    def default(self) -> list[str]:
        """The vocabularies whose body is a council, which a council's paper means when it names no remit."""
        if self.own_remits:
            return []
        return [name for name, (_, body) in self.directory.remits.items() if body == "council"]


def plausible(line: Line, vocabulary: Vocabulary, period: Period | None, past: bool = False) -> tuple[Framework, ...]:
    """Frameworks with grades that may be meant: in force then (or begun by then), of the body spoken of.

    Where several ran at the time, those with a judgement area that the line names go before the others.
    """
    spoken = {hit.value for hit in line.of("area")}
    grading = [each for each in vocabulary.frameworks if each.kind in _GRADING]
    found = [each for each in grading if each.body in bodies(vocabulary)]
    if period is None:
        return tuple(found)
    if past:
        return tuple(each for each in found if each.inspected.first <= period.last)
    wider = tuple(each for each in grading if _spoken_of(each, vocabulary, spoken))
    running = at(wider, period, line.has("publishing"))
    return tuple(each for each in running if spoken & areas_of(each).keys()) or running


def _spoken_of(framework: Framework, vocabulary: Vocabulary, spoken: set[str]) -> bool:
    """Whether a framework of another body (an adoption agency, say) is meant: the line names what it judges whole."""
    if framework.body in bodies(vocabulary):
        return True
    areas = areas_of(framework)
    return any(name in areas and areas[name].role == "overall" and name != "overall" for name in spoken)


def bodies(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The main bodies of a vocabulary; a board or a partnership is meant only where it is named."""
    return vocabulary.subjects[:1] or ("council",)


def on_record(vocabulary: Vocabulary, period: Period, subject: str, setting: Setting) -> tuple[Framework, ...]:
    """The graded frameworks under which the register has an inspection of the subject in the period."""
    records = setting.register.of(subject) if setting.register and subject else ()
    then = {
        record.framework
        for record in records
        if record.grade and any(each and each.overlaps(period) for each in (record.inspected, record.published))
    }
    found = (vocabulary.framework(code) for code in sorted(then))
    return tuple(each for each in found if each is not None and each.body in bodies(vocabulary))


def given_then(vocabulary: Vocabulary, label: str, period: Period) -> bool:
    """Whether the vocabulary's main bodies had the label as a grade in the period, or not long before it."""
    return any(
        each.body in bodies(vocabulary)
        and each.grade(label) is not None
        and each.inspected.first <= period.last
        and period.first - _STILL_HELD <= each.inspected.last
        for each in vocabulary.frameworks
    )


def at(frameworks: tuple[Framework, ...], period: Period, publishing: bool) -> tuple[Framework, ...]:
    """Those in force in the period; where none was, or the date is a report's, those whose reports then came out."""
    strict = tuple(each for each in frameworks if each.inspected.overlaps(period))
    return strict if strict and not publishing else tuple(each for each in frameworks if each.ran(period))


@lru_cache(maxsize=256)
def areas_of(framework: Framework) -> Mapping[str, Area]:
    """A framework's judgement areas by their folded names."""
    return {fold(name): area for area in reversed(framework.areas) for name in (area.name, *area.aliases)}


def latest_first(frameworks: Sequence[Framework]) -> tuple[Framework, ...]:
    """The frameworks, the one that began last first."""
    return tuple(sorted(frameworks, key=lambda each: each.inspected.first, reverse=True))
