"""A language: the words a paper uses around grades, in groups that say what each group is for."""

from typing import NamedTuple


class Group(NamedTuple):
    """Words and phrases with one use. `standing` is the rank of four that praise or caution implies (0: none)."""

    kind: str
    words: tuple[str, ...]
    why: str
    standing: int = 0


class Phrasing(NamedTuple):
    """Ways to make one kind of remark, each a row of group kinds that follow one another in a sentence.

    In a way, `a b` says that a word of group b follows one of group a at once or nearly so, `a .. b` that it
    follows in the same sentence at some distance; `a|b` is either; `^` before all says that the
    sentence begins so. A sentence with a word of a group in
    `unless` makes no such remark.
    """

    kind: str
    ways: tuple[str, ...]
    why: str
    unless: tuple[str, ...] = ()


class Language(NamedTuple):
    """Every group and phrasing of one language, by version."""

    id: str
    version: str
    title: str
    groups: tuple[Group, ...]
    phrasings: tuple[Phrasing, ...] = ()

    def words(self, kind: str) -> tuple[str, ...]:
        """All words of the groups of this kind, in file order."""
        return tuple(word for group in self.groups if group.kind == kind for word in group.words)
