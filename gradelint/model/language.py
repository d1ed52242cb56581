"""A language: the words a paper uses around grades, in groups that say what each group is for."""

from typing import NamedTuple


class Group(NamedTuple):
    """Words and phrases with one use. `standing` is the rank of four that praise or caution implies (0: none)."""

    kind: str
    words: tuple[str, ...]
    why: str
    standing: int = 0


class Language(NamedTuple):
    """Every group of one language, by version."""

    id: str
    version: str
    title: str
    groups: tuple[Group, ...]

    def words(self, kind: str) -> tuple[str, ...]:
        """All words of the groups of this kind, in file order."""
        return tuple(word for group in self.groups if group.kind == kind for word in group.words)
