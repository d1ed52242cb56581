"""A vocabulary: one inspectorate's grades in one remit, over time, with who says so."""

from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from gradelint.model.period import Period

# Reports come out weeks after the inspectors leave; a paper may date the inspection by the report.
_PUBLICATION = timedelta(days=150)


class Kind(StrEnum):
    """Whether a framework's inspections end in a grade; unknown where no source says."""

    GRADED = "graded"
    OUTCOMES = "outcomes"
    UNGRADED = "ungraded"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """On whose word one grade is read as another, strongest first."""

    SAME = "same"
    OFFICIAL = "official"
    CONVENTIONAL = "conventional"
    DENIED = "denied"
    REMOVED = "removed"
    NONE = "none"


class Source(NamedTuple):
    """A published document that bears a fact out; `date` is as the source gives it."""

    id: str
    title: str
    url: str
    date: str


class Grade(NamedTuple):
    """One grade of a scale. `rank` 1 is the best; `code` is the number printed for it, if any.

    `forms` are other printed and inflected forms of the label ("require improvement").
    """

    label: str
    rank: int
    code: int | None = None
    definition: str = ""
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Scale(NamedTuple):
    """Grades best first. `areas` are the ids it applies to (empty: all); `span` its own dates, if any."""

    id: str
    grades: tuple[Grade, ...]
    direction: str = ""
    areas: tuple[str, ...] = ()
    span: Period | None = None

    @property
    def size(self) -> int:
        """How many grades the scale has."""
        return max((grade.rank for grade in self.grades), default=0)


class Area(NamedTuple):
    """What a judgement is about: the whole (`overall`), a strand with its own overall, or a part."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = "part"


class Framework(NamedTuple):
    """The rules under which inspections were made between two dates.

    `inspected` runs from the earliest to the latest INSPECTION date (open ends are year 1 or 9999).
    `overall` says whether one overall grade exists. `drafts` are labels consulted on that never came
    in. `terms` are findings that are not grades ("areas for priority action"). `family` is the name
    papers use for several frameworks alike ("ILACS"). `limits` say how one grade caps another.
    """

    id: str
    code: str
    name: str
    kind: Kind
    inspected: Period
    overall: bool
    body: str = "council"
    inspectorates: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    scales: tuple[Scale, ...] = ()
    drafts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    family: str = ""
    limits: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By its id: hashing every area and grade of a framework at each look-up is slow."""
        return hash(self.id)

    @property
    def graded(self) -> bool:
        """Whether its inspections end in grades."""
        return self.kind is Kind.GRADED

    def ran(self, period: Period) -> bool:
        """Whether an inspection inspected or published in `period` may have been made under it."""
        return self.inspected.first <= period.last and period.first - _PUBLICATION <= self.inspected.last

    def grade(self, label: str, area: str = "") -> Grade | None:
        """The grade that `label` (or one of its forms) names here, in `area`'s scale if one is given."""
        return _grade(self, label, area)

    def scale_of(self, grade: Grade) -> Scale:
        """The scale a grade of this framework belongs to. Raises LookupError for a stranger."""
        for scale in self.scales:
            if grade in scale.grades:
                return scale
        raise LookupError(f"{grade.label} is not a grade of {self.id}")


@lru_cache(maxsize=4096)  # asked many times a paper for the same few labels
def _grade(framework: Framework, label: str, area: str) -> Grade | None:
    wanted = label.casefold()
    for scale in framework.scales:
        if area and scale.areas and area not in scale.areas:
            continue
        for grade in scale.grades:
            if wanted == grade.label.casefold() or wanted in (form.casefold() for form in grade.forms):
                return grade
    return None


class Equivalence(NamedTuple):
    """How one grade is read in a later framework; `label` "*" (every grade) goes with no later label.

    With `area` it holds for that area alone, which the later framework calls `to_area`.
    """

    framework: str
    label: str
    to_framework: str
    to_label: str | None
    basis: Basis
    note: str = ""
    area: str = ""
    sources: tuple[str, ...] = ()
    to_area: str = ""


class Vocabulary(NamedTuple):
    """Every framework of one remit, oldest first, and the equivalences between their grades.

    `cues` are words of a paper that place a grade in this remit ("children's services",
    "looked after children"); `subjects` says what is inspected ("council", "school"). `notes` hold for
    the whole remit, homonyms elsewhere among them.
    """

    id: str
    version: str
    title: str
    inspectorate: str
    remit: str
    frameworks: tuple[Framework, ...]
    equivalences: tuple[Equivalence, ...] = ()
    sources: tuple[Source, ...] = ()
    inspectorate_aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By id and version, which name a released vocabulary for ever."""
        return hash((self.id, self.version))

    def framework(self, code: str) -> Framework | None:
        """The framework with this id or code (case is ignored)."""
        wanted = code.casefold()
        return next((each for each in self.frameworks if wanted in (each.id.casefold(), each.code.casefold())), None)

    def in_force(self, period: Period) -> tuple[Framework, ...]:
        """The frameworks under which an inspection in `period` may have been made, oldest first."""
        return tuple(each for each in self.frameworks if each.inspected.overlaps(period))

    def source(self, name: str) -> Source | None:
        """The source with this id."""
        return next((each for each in self.sources if each.id == name), None)

    def cite(self, names: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources with these ids, in order, unknown ones left out."""
        return tuple(source for name in names if (source := self.source(name)) is not None)
