"""How a grade stands in time: put as the present one or told as history, how old, and whether it was final yet."""

from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.period import Period


class Timing(NamedTuple):
    """What a claim's own sentence and those beside it say of its time.

    `present` says that the grade is put as holding on the paper's day; `since` is the day of its
    inspection, told at `told`; `aged` that the paper calls it old or sets a later one against it.
    `early` is where the paper says that the result is not out yet, or comes from feedback, a draft
    or a trial; `hedged` that it calls the result provisional. Where neither a day nor such words are
    told, nothing else is.
    """

    present: bool = False
    since: Period | None = None
    told: Span | None = None
    aged: bool = False
    early: Span | None = None
    hedged: bool = False
