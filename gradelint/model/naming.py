"""An inspection that a paper names by its framework and dates in one breath, whether or not it tells a grade."""

from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.reading import GradeClaim, Inspection
from gradelint.model.standing import Form, Stance


class NamedInspection(NamedTuple):
    """`inspection.frameworks` are all that bear the name, whether or not they ran on the day given."""

    span: Span
    sentence: int
    inspection: Inspection
    stance: Stance

    def as_claim(self) -> GradeClaim:
        """The same as a claim, for a finding to speak of: no grade is told."""
        return GradeClaim(
            span=self.span,
            word=self.span,
            label="",
            sentence=self.sentence,
            inspection=self.inspection,
            standing=None,
            area=None,
            whole=True,
            stance=self.stance,
            form=Form.GIVEN,
        )
