"""A finding: a place where a paper is inconsistent with what a grade meant or with the record."""

from enum import StrEnum
from typing import NamedTuple

from gradelint.model.document import Document, Span
from gradelint.model.period import Period
from gradelint.model.register import Record
from gradelint.model.vocabulary import Source


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for an info."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]


class Confidence(StrEnum):
    """How sure the reading is; what is low is reported as info, whatever the rule."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Evidence(NamedTuple):
    """One thing a finding contradicts: words of the same paper, a record, or a rule of the framework.

    `note` says in a few words what it shows ("third of four"). Exactly one of `span`, `record` is set,
    or neither when the evidence is a fact of the vocabulary.
    """

    note: str
    span: Span | None = None
    record: Record | None = None


class Statement(NamedTuple):
    """What the paper says, as far as it could be resolved; empty text where it could not."""

    authority: str = ""
    inspectorate: str = ""
    framework: str = ""
    area: str = ""
    inspected: Period | None = None
    grade: str = ""
    reads_now: str = ""
    stance: str = ""


class Edit(NamedTuple):
    """Words to be added after `position`; nothing is ever taken out."""

    position: int
    words: str


class Finding(NamedTuple):
    """A span, a sentence about it, and the evidence; one without evidence is a bug.

    `label` is the short remark under the quoted words, `now` the grade's present-day reading as a
    sentence, `voice` who speaks. `vocabulary` is `id@version` of the vocabulary it rests on.
    """

    code: str
    rule: str
    severity: Severity
    confidence: Confidence
    span: Span
    message: str
    because: tuple[Evidence, ...]
    statement: Statement = Statement()
    sources: tuple[Source, ...] = ()
    suggestion: str = ""
    label: str = ""
    now: str = ""
    voice: str = ""
    vocabulary: str = ""
    edit: Edit | None = None


class Coverage(NamedTuple):
    """How much of a paper was understood: grade mentions, and how many of them were resolved."""

    mentions: int = 0
    resolved: int = 0


class Checked(NamedTuple):
    """What became of one file: its document and findings, or why it could not be read."""

    path: str
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    error: str = ""
