"""A reading: what a paper says about inspections, sentence by sentence, with nothing judged yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from gradelint.model.document import Document, Span
from gradelint.model.language import Language
from gradelint.model.meaning import Meaning
from gradelint.model.period import Period
from gradelint.model.register import Record
from gradelint.model.standing import Form, Stance, Standing
from gradelint.model.timing import Timing
from gradelint.model.visit import Visit
from gradelint.model.vocabulary import Area, Framework, Vocabulary

if TYPE_CHECKING:  # these speak of standings, stances and inspections
    from gradelint.model.equation import Equation
    from gradelint.model.naming import NamedInspection
    from gradelint.model.tally import Average, Figure, Tally


class Sentence(NamedTuple):
    """One sentence; `block` is the index of its block, `rank` counts blocks with a table as one."""

    span: Span
    block: int
    rank: int = 0


class Inspection(NamedTuple):
    """What a statement is about, as far as the paper or the record tells.

    `subject` is the authority or provider by its folded name (empty: not known). `frameworks` are the
    candidates, latest first. `dated` and `named` say whether the statement itself (not its
    surroundings) gives the date and the framework.
    """

    subject: str = ""
    vocabulary: Vocabulary | None = None
    frameworks: tuple[Framework, ...] = ()
    period: Period | None = None
    dated: bool = False
    named: bool = False

    def same_as(self, other: Inspection) -> bool:
        """Whether nothing known of the two forbids that they are one inspection."""
        if self.subject != other.subject and self.subject and other.subject:
            return False
        if self.period and other.period and not self.period.overlaps(other.period):
            return False
        if self.frameworks == other.frameworks:
            return True
        mine = {framework.id for framework in self.frameworks}
        theirs = {framework.id for framework in other.frameworks}
        return not (mine and theirs) or bool(mine & theirs)


class Outcome(NamedTuple):
    """A record of the register, joined to its framework and grade where the vocabulary knows them.

    `subject` is the authority's folded name, as in `Inspection`. `area` is the area's name.
    """

    record: Record
    subject: str
    framework: Framework | None
    standing: Standing | None
    whole: bool
    area: str = ""


class Praise(NamedTuple):
    """Words that set something high or low without a grade word of its scale.

    `span` takes in the verb or article, `words` the praise alone.

    `standing` is the rank of four that the words imply (1 or 2 for praise, 4 for blame). `about` is
    outcome, service or idiom. `near` are the indexes of the grade claims it leans on, nearest first.
    """

    span: Span
    words: Span
    sentence: int
    standing: int
    about: str
    stance: Stance
    inspection: Inspection
    near: tuple[int, ...] = ()
    voice: str = ""


class Remark(NamedTuple):
    """Words that put an outcome in a light without giving a grade: a rank, an excuse, an ending, a soft name for it.

    `kind` is that of the language's phrasing, `label` the grade word among the words, if there is one. `near`
    are the indexes of the grade claims it leans on, nearest first. `on_inspection` says that its sentence
    itself speaks of an inspection, an inspectorate, a grade or an outcome, `among_them` that its paragraph does.
    `visit` is the visit without a grade that it is about, `inspectorates` those that its sentence names, `of_others`
    says that bodies are spoken of that are inspected for themselves, `unit` are its words for a body other than the
    one it gives a grade to.
    """

    kind: str
    span: Span
    sentence: int
    stance: Stance
    inspection: Inspection
    near: tuple[int, ...] = ()
    voice: str = ""
    label: str = ""
    on_inspection: bool = False
    among_them: bool = False
    visit: Visit | None = None
    inspectorates: frozenset[str] = frozenset()
    of_others: bool = False
    unit: Span | None = None


class GradeClaim(NamedTuple):
    """A place where the paper gives a grade, or describes something by a grade's word.

    `span` covers the words that carry the claim, `word` the grade word alone. `area` is the judgement
    area the sentence names (None: none named, so the whole). `whole` says that the claim is about the
    inspection's overall result (or a strand that has its own). `current` says it is put as the present
    position, `latest` that the paper calls it the most recent. `near` are the indexes of the claims
    around it, nearest first, for a word that only describes. What the sentence adds: `overall` says
    that it uses that word, `moving` that it tells of a change, `glossing` that it gives a present-day
    reading, `holding` that the grade is one already held, `several` that it speaks of many judgements,
    `every` that all of them are said to share the grade, `topic` that it is about the grade as such,
    `trend` that it tells of a rise or fall, with no caveat near, `own` that a peer or the body itself
    judged and no inspectorate, `equating` that it puts two grades on one footing, `inspectorates`
    those that it names. `code` is the number the paper gives instead of the label, `graded` says that a verb or noun of
    grading stands right beside it, `timing` how the grade stands in time, `unit`
    are the words for a body that is inspected for itself and has the grade, `inferred` that it is concluded.
    """

    span: Span
    word: Span
    label: str
    sentence: int
    inspection: Inspection
    standing: Standing | None
    area: Area | None
    whole: bool
    stance: Stance
    form: Form
    current: bool = False
    latest: bool = False
    quoted: bool = False
    voice: str = ""
    near: tuple[int, ...] = ()
    overall: bool = False
    moving: bool = False
    glossing: bool = False
    holding: bool = False
    several: bool = False
    every: bool = False
    topic: bool = False
    trend: bool = False
    own: bool = False
    equating: bool = False
    inspectorates: frozenset[str] = frozenset()
    code: int | None = None
    graded: bool = False
    timing: Timing = Timing()
    unit: Span | None = None
    inferred: bool = False

    @property
    def tabular(self) -> bool:
        """Whether the grade stands in a table, or in a line of one that lost its rulings."""
        return self.form is Form.CELL or (self.inspection.named and self.inspection.dated and self.voice != "reported")

    @classmethod
    def of_words(cls, praise: Praise | Remark | Equation, words: str) -> GradeClaim:
        """A claim to a grade that is not named, only placed ("the highest grade available")."""
        return cls(
            praise.span,
            praise.span,
            words,
            praise.sentence,
            praise.inspection,
            None,
            None,
            True,
            praise.stance,
            Form.GIVEN,
        )

    @classmethod
    def of_record(cls, praise: Praise | Remark, outcome: Outcome) -> GradeClaim:
        """The grade on record, as if the words of praise or blame that lean on it had claimed it."""
        standing = outcome.standing
        label = standing.grade.label if standing else ""
        return cls(
            praise.span,
            praise.span,
            label,
            praise.sentence,
            praise.inspection,
            standing,
            None,
            True,
            praise.stance,
            Form.DESCRIBED,
        )


def nearest(claims: tuple[GradeClaim, ...], sentence: int) -> tuple[GradeClaim, ...]:
    """Of claims in the order of their sentences, the ones about a sentence, a bounded number on either side."""
    at = bisect_left(claims, sentence, key=lambda claim: claim.sentence)
    return claims[max(0, at - _WINDOW) : at + _WINDOW]


class Reading(NamedTuple):
    """Everything the rules look at. `dated` is the paper's own date, `as_of` the day present-day readings are for.

    `labels` are grades that the paper merely names ("Adequate! What a day"): too little to judge them by, enough to
    tell what a remark beside them is about.
    """

    document: Document
    language: Language
    vocabularies: Mapping[str, Vocabulary]
    dated: Period | None
    as_of: date
    authority: str
    sentences: tuple[Sentence, ...]
    claims: tuple[GradeClaim, ...]
    praise: tuple[Praise, ...]
    outcomes: tuple[Outcome, ...]
    remarks: tuple[Remark, ...] = ()
    glossed: frozenset[str] = frozenset()
    meanings: tuple[Meaning, ...] = ()
    opinions: tuple[GradeClaim, ...] = ()
    named: tuple[NamedInspection, ...] = ()
    tallies: tuple[Tally, ...] = ()
    figures: tuple[Figure, ...] = ()
    averages: tuple[Average, ...] = ()
    visits: tuple[Visit, ...] = ()
    subject: str = ""
    labels: tuple[GradeClaim, ...] = ()
    equations: tuple[Equation, ...] = ()

    def sentence_text(self, index: int) -> str:
        """The words of a sentence."""
        return self.document.quote(self.sentences[index].span)

    def around(self, sentence: int) -> tuple[GradeClaim, ...]:
        """The claims nearest to a sentence, in order: bounded, so that time stays linear in the paper."""
        return nearest(self.claims, sentence)

    def apart(self, one: int, other: int) -> int:
        """How many blocks lie between two sentences; the rows of a table count as one."""
        return abs(self.sentences[one].rank - self.sentences[other].rank)

    def block_of(self, sentence: int) -> int:
        """The block a sentence stands in."""
        return self.sentences[sentence].block


# Claims on either side that a statement is held against; more than any committee paper has, less than a bound book.
_WINDOW = 60
