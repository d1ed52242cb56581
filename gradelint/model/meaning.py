"""A meaning: what a paper says that a grade stands for, or where in its scale it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gradelint.model.document import Span

if TYPE_CHECKING:
    from gradelint.model.reading import GradeClaim

_SAME_PLACE = 0.05  # of a whole scale; the places of a scale of seven lie further apart


class Meaning(NamedTuple):
    """Words at `span` about the grade of `claim`, which has a standing.

    Either `place` tells where the words put it (0 the best grade of its scale, 1 the lowest), or
    `standings` are the ranks of four that they imply, and `meant` those that the vocabulary's own
    definition implies. `key` says that the words tell how a scale is numbered.
    """

    claim: GradeClaim
    span: Span
    place: float | None = None
    standings: frozenset[int] = frozenset()
    meant: frozenset[int] = frozenset()
    key: bool = False

    @property
    def apart(self) -> bool:
        """Whether the words say something else of the grade than its scale and its definition do."""
        if self.place is not None:
            standing = self.claim.standing
            return standing is not None and abs(self.place - standing.position) > _SAME_PLACE
        return bool(self.standings) and not self.standings & self.meant
