"""One index of every word and phrase that counts: grades, frameworks, areas, and the language's groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gradelint.model.language import Language
from gradelint.model.vocabulary import Vocabulary
from gradelint.reading.tokens import Tokens, fold, tokenise


class Hit(NamedTuple):
    """A phrase found at tokens `first` up to but not including `end`."""

    kind: str
    first: int
    end: int
    value: str


class Lexicon(NamedTuple):
    """Phrases by their first word, longest first; `triggers` are the first words worth a closer look."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    triggers: frozenset[str]
    closed: frozenset[str]

    def hits(self, tokens: Tokens) -> Iterator[Hit]:
        """Every longest phrase of each kind, from left to right; phrases of one kind overlap only where they are one."""
        taken: dict[str, tuple[int, int]] = {}
        words = tokens.words
        for index, word in enumerate(words):
            for rest, kind, value in self.phrases.get(word, ()):
                end = index + 1 + len(rest)
                last = taken.get(kind, (0, 0))
                if (last[1] <= index or last == (index, end)) and words[index + 1 : end] == rest:
                    taken[kind] = index, end
                    yield Hit(kind, index, end, value)


_TRIGGER_KINDS = ("grade", "framework", "inspectorate", "inspecting", "praise-idiom")


def build(vocabularies: Sequence[Vocabulary], language: Language) -> Lexicon:
    """The index for these vocabularies and this language."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    triggers = set()
    seen = set()
    closed = frozenset(language.words("function"))
    for kind, phrase, value in (*_from_vocabularies(vocabularies), *_from_language(language)):
        words = _words(phrase)
        key = words, kind, value
        if key in seen:
            continue
        seen.add(key)
        found.setdefault(words[0], []).append((words[1:], kind, value))
        if kind in _TRIGGER_KINDS:
            triggers.add(next((word for word in words if word not in closed), words[0]))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return Lexicon({word: tuple(entries) for word, entries in found.items()}, frozenset(triggers), closed)


def _words(phrase: str) -> tuple[str, ...]:
    folded = fold(phrase)
    return tokenise(folded, 0, len(folded)).words


def _from_language(language: Language) -> Iterator[tuple[str, str, str]]:
    for group in language.groups:
        for word in group.words:
            yield group.kind, word, str(group.standing or "")


def _from_vocabularies(vocabularies: Iterable[Vocabulary]) -> Iterator[tuple[str, str, str]]:
    for vocabulary in vocabularies:
        for name in (vocabulary.inspectorate, *vocabulary.inspectorate_aliases):
            yield "inspectorate", name, vocabulary.inspectorate
        for cue in vocabulary.cues:
            yield "cue", cue, vocabulary.id
        for framework in vocabulary.frameworks:
            for name in (framework.code, framework.name, *framework.aliases):
                yield "framework", name, f"{vocabulary.id}/{framework.id}"
            for area in framework.areas:
                for name in (area.name, *area.aliases):
                    yield "area", name, fold(name)
            for scale in framework.scales:
                for grade in scale.grades:
                    for label in (grade.label, *grade.forms):
                        yield "grade", label, label
            for draft in framework.drafts:
                yield "grade", draft, draft
