"""One index of every word and phrase that counts: grades, frameworks, areas, and the language's groups."""

import marshal
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple
from zlib import crc32

from gradelint.model.language import Language
from gradelint.model.vocabulary import Vocabulary
from gradelint.reading import tokens as tokenising
from gradelint.reading.tokens import Tokens, fold, tokenise


class Hit(NamedTuple):
    """A phrase found at tokens `first` up to but not including `end`."""

    kind: str
    first: int
    end: int
    value: str


class Triggers(NamedTuple):
    """Words (in Latin-1) that make a block worth a closer look: one of `words`, or a key of `sets` and a whole set."""

    words: frozenset[bytes]
    sets: dict[bytes, tuple[frozenset[bytes], ...]]

    def fire(self, words: Set[bytes]) -> bool:
        """Whether a block of these words is worth it."""
        if not self.words.isdisjoint(words):
            return True
        return any(word in self.sets and any(map(words.__ge__, self.sets[word])) for word in words)

    def all_words(self) -> Iterator[bytes]:
        """Every word that has a part in it, some more than once."""
        yield from self.words
        for first, rests in self.sets.items():
            yield from (first, *(word for rest in rests for word in rest))


class Directory(NamedTuple):
    """What can be told of the vocabularies without opening one.

    `remits` gives each id's inspectorate and main body inspected; `labels` the ids that have a label (or
    form of one) as a grade, `codes` those that have a framework of a code, id or alias; keys are folded.
    """

    remits: dict[str, tuple[str, str]]
    labels: dict[str, tuple[str, ...]]
    codes: dict[str, tuple[str, ...]]


Entry = tuple[tuple[str, ...], str, str]
"""The words of a phrase after its first, its kind, and its value."""


class Phrases(dict[str, dict[str, tuple[Entry, ...]]]):
    """Phrases by their first word, then by their second ("" for any other), longest first.

    They are kept in marshal's bytes until the first word is met, because a paper has few of them.
    """

    def __init__(self, frozen: dict[str, bytes]) -> None:
        super().__init__()
        self.frozen = frozen

    def __missing__(self, word: str) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = marshal.loads(self.frozen[word])
        self[word] = found
        return found

    def __eq__(self, other: object) -> bool:
        """Whether the phrases are the same, whichever have been met."""
        return isinstance(other, Phrases) and self.frozen == other.frozen

    __hash__ = None  # as any dict's


class Lexicon(NamedTuple):
    """Phrases that count, and what makes a block worth a closer look.

    `core` fires on grade words and idioms, `context` on inspections and inspectorates, `colour` on
    praise and blame, `scene` on words of a remit; no other words than `telling` have a part in that.
    """

    phrases: Phrases
    closed: frozenset[str]
    core: Triggers
    context: Triggers
    colour: Triggers
    scene: Triggers
    telling: frozenset[bytes]
    directory: Directory

    def hits(self, tokens: Tokens) -> Iterator[Hit]:
        """Every longest phrase of each kind, from left to right; those of one kind overlap only where they are one."""
        taken: dict[str, tuple[int, int]] = {}
        words, phrases = tokens.words, self.phrases
        following = (*words[1:], "")
        known = phrases.frozen
        for index in [index for index, word in enumerate(words) if word in known]:
            follows, after = phrases[words[index]], following[index]
            for rest, kind, value in follows[after if after in follows else ""]:
                end = index + 1 + len(rest)
                last = taken.get(kind, _NONE)
                if (last[1] <= index or last == (index, end)) and (not rest or words[index + 1 : end] == rest):
                    taken[kind] = index, end
                    yield Hit(kind, index, end, value)


_NONE = (0, 0)
_FORMAT = 2  # of marshal; the same phrases are the same bytes, which they are not from 3 on
# Asked for one word at a time, not found as phrases.
_LOOKED_UP = ("function", "abbreviation")
_CORE = ("grade", "praise-idiom", "blame-verdict", "top-grade")
_CONTEXT = ("framework", "inspectorate", "inspecting", "ungraded-visit")
_SCENE = ("cue", "provider-noun")
_COLOUR = (
    *("praise", "blame", "blame-adjective", "celebrate"),
    *("rank", "arrival", "softener", "tells-more", "near-miss", "best", "watching"),
    *("all-clear", "worry", "approving", "credit-word", "praise-telling"),
)


def build(vocabularies: Sequence[Vocabulary], language: Language) -> Lexicon:
    """The index for these vocabularies and this language."""
    found: dict[str, dict[Entry, None]] = {}
    by_kind: dict[str, set[tuple[str, ...]]] = {}
    for kind, phrase, value in (*_from_vocabularies(vocabularies), *_from_language(language)):
        words = _words(phrase)
        found.setdefault(words[0], {})[words[1:], kind, value] = None
        by_kind.setdefault(kind, set()).add(words)
    closed = frozenset(language.words("function"))
    phrases = {
        word: marshal.dumps(_by_second(sorted(entries, key=lambda entry: -len(entry[0]))), _FORMAT)
        for word, entries in found.items()
    }
    core, context, colour, scene = (
        _triggers([by_kind.get(kind, set()) for kind in kinds], closed) for kinds in (_CORE, _CONTEXT, _COLOUR, _SCENE)
    )
    telling = frozenset(word for each in (core, context, colour, scene) for word in each.all_words())
    return Lexicon(Phrases(phrases), closed, core, context, colour, scene, telling, _directory(vocabularies))


def freeze(lexicon: Lexicon) -> bytes:
    """The index as bytes that `thaw` reads back."""
    phrases, closed, *triggers, telling, directory = lexicon
    return marshal.dumps((phrases.frozen, closed, tuple(map(tuple, triggers)), telling, tuple(directory)), _FORMAT)


def thaw(frozen: bytes) -> Lexicon:
    """The index that was frozen. Raises ValueError, EOFError or TypeError for bytes of anything else."""
    phrases, closed, triggers, telling, directory = marshal.loads(frozen)
    core, context, colour, scene = (Triggers(*each) for each in triggers)
    return Lexicon(Phrases(phrases), closed, core, context, colour, scene, telling, Directory(*directory))


def filed_under(key: str) -> str:
    """What the frozen index of the vocabularies with this key is called: another name once this code is other code."""
    checksum = 0
    for module in (__file__, tokenising.__file__):
        with open(module, "rb", buffering=0) as source:
            checksum = crc32(source.read(), checksum)
    return f"{key}-{checksum:08x}.index"


def _directory(vocabularies: Iterable[Vocabulary]) -> Directory:
    labels: dict[str, dict[str, None]] = {}
    codes: dict[str, dict[str, None]] = {}
    remits = {}
    for vocabulary in vocabularies:
        remits[vocabulary.id] = vocabulary.inspectorate, next(iter(vocabulary.subjects), "")
        for framework in vocabulary.frameworks:
            for name in (framework.id, framework.code, *framework.aliases):
                codes.setdefault(name.casefold(), {})[vocabulary.id] = None
            for scale in framework.scales:
                for label in (label for grade in scale.grades for label in (grade.label, *grade.forms)):
                    labels.setdefault(label.casefold(), {})[vocabulary.id] = None
    return Directory(
        remits, {label: tuple(ids) for label, ids in labels.items()}, {code: tuple(ids) for code, ids in codes.items()}
    )


def _by_second(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    """What may stand where each second word follows: the phrases that go on with it, then those of one word."""
    seconds = dict.fromkeys(rest[0] for rest, _, _ in entries if rest)
    return {second: tuple(each for each in entries if each[0][:1] in ((), (second,))) for second in ("", *seconds)}


def _triggers(phrases: Iterable[set[tuple[str, ...]]], closed: frozenset[str]) -> Triggers:
    single: set[bytes] = set()
    sets: dict[bytes, set[frozenset[bytes]]] = {}
    for words in (words for group in phrases for words in group):
        open_words = [word for word in words if word not in closed and word.isalpha()] or list(words)
        first, *rest = (word.encode("latin-1", "replace") for word in open_words)
        if rest:
            sets.setdefault(first, set()).add(frozenset(rest))
        else:
            single.add(first)
    return Triggers(frozenset(single), {first: tuple(rests) for first, rests in sets.items() if first not in single})


def _words(phrase: str) -> tuple[str, ...]:
    folded = fold(phrase)
    spaced = folded.replace("-", " ")
    if spaced.replace(" ", "").isalpha():  # nearly every phrase, and several times as fast
        return tuple(spaced.split())
    return tokenise(folded, 0, len(folded)).words


def _from_language(language: Language) -> Iterator[tuple[str, str, str]]:
    for group in language.groups:
        for word in () if group.kind in _LOOKED_UP else group.words:
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
