"""One index of every word and phrase that counts: grades, frameworks, areas, and the language's groups."""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple
from zlib import crc32

from gradelint.model.language import Language
from gradelint.model.vocabulary import Vocabulary
from gradelint.reading import kinds, triggers
from gradelint.reading import tokens as tokenising
from gradelint.reading.tokens import Tokens, fold, tokenise
from gradelint.reading.triggers import Triggers, triggering


class Hit(NamedTuple):
    """A phrase found at tokens `first` up to but not including `end`."""

    kind: str
    first: int
    end: int
    value: str


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
    praise and blame, `scene` on words of a remit, `naming` on names that frameworks alone bear; no other
    words than `telling` have a part in that. `numbering` are the words right behind which a number may be a grade.
    `beside` holds the phrases that count only near a grade, `counting` those about numbers, for few sentences.
    """

    phrases: Phrases
    closed: frozenset[str]
    core: Triggers
    context: Triggers
    colour: Triggers
    scene: Triggers
    numbering: Triggers
    naming: Triggers
    telling: frozenset[bytes]
    directory: Directory
    beside: Phrases
    counting: Phrases

    def hits(self, tokens: Tokens) -> tuple[Hit, ...]:
        """Every longest phrase of each kind, from left to right; those of one kind overlap only where they are one."""
        return _hits(self.phrases, tokens.words, 0, len(tokens.words))

    def beside_hits(self, tokens: Tokens) -> tuple[Hit, ...]:
        """The same for the words that count only beside a grade."""
        return _hits(self.beside, tokens.words, 0, len(tokens.words))

    def all_hits(self, tokens: Tokens) -> tuple[Hit, ...]:
        """Both, for a text that is known to be about a grade."""
        return tuple(sorted((*self.hits(tokens), *self.beside_hits(tokens)), key=lambda hit: hit.first))

    def counting_hits(self, tokens: Tokens, first: int, end: int) -> tuple[Hit, ...]:
        """The same for the words about numbers, in the tokens `first` up to `end`."""
        return _hits(self.counting, tokens.words, first, end)


def _hits(phrases: Phrases, words: tuple[str, ...], first: int, stop: int) -> tuple[Hit, ...]:
    found: list[Hit] = []
    taken: dict[str, tuple[int, int]] = {}
    new = tuple.__new__  # what `Hit(...)` comes to; asked for directly, matching takes a seventh less
    following = (*words[first + 1 : stop], "")
    for index in compress(range(first, stop), map(phrases.frozen.__contains__, words[first:stop])):
        follows = phrases[words[index]]
        for rest, kind, value in follows.get(following[index - first]) or follows[""]:
            end = index + 1 + len(rest)
            last = taken.get(kind, _NONE)
            if (last[1] <= index or last == (index, end)) and (not rest or words[index + 1 : end] == rest):
                taken[kind] = index, end
                found.append(new(Hit, (kind, index, end, value)))
    return tuple(found)


_NONE = (0, 0)
_LONGEST_CODE = 5  # a longer one (FOCUSED, INDEPENDENT) is an everyday word and no paper's name for a framework
_FORMAT = 2  # of marshal; the same phrases are the same bytes, which they are not from 3 on
# Asked for one word at a time, not found as phrases.
_LOOKED_UP = ("function", "abbreviation", "number-grade", "commonplace")
# Common words, looked for only in sentences that may count grades.
_COUNTING = frozenset(
    (
        *("counted-provider", "counted-generic", "counted-people", "counted-judgement", "counted-phase"),
        *("amount-least", "amount-at-most", "amount-nearly", "amount-about", "amount-most", "amount-bulk"),
        *("amount-few", "amount-all", "amount-none", "amount-but", "schooling", "inferring", "adding"),
        *("kept-apart", "elsewhere", "moved-on", "forecasting", "lately"),
    )
)


def build(vocabularies: Sequence[Vocabulary], language: Language) -> Lexicon:
    """The index for these vocabularies and this language."""
    found: dict[str, dict[Entry, None]] = {}
    beside: dict[str, dict[Entry, None]] = {}
    counting: dict[str, dict[Entry, None]] = {}
    by_kind: dict[str, set[tuple[str, ...]]] = {}
    for kind, phrase, value in (*_from_vocabularies(vocabularies), *_from_language(language)):
        words = _words(phrase)
        held = counting if kind in _COUNTING else beside if kind in kinds.BESIDE else found
        held.setdefault(words[0], {})[words[1:], kind, value] = None
        by_kind.setdefault(kind, set()).add((phrase.lower(),) if len(words) > 1 and phrase.isalnum() else words)
    closed = frozenset(language.words("function"))
    core, context, colour, scene, naming = triggering(
        by_kind, closed, language.words("commonplace"), map(_words, _visits(vocabularies))
    )
    before = (*language.words("number-grade"), *(words[-1] for words in by_kind.get("area", ())))
    numbering = Triggers(frozenset(word.encode("latin-1", "replace") for word in before), {})
    telling = frozenset(word for each in (core, context, colour, scene, naming) for word in each.all_words())
    made = (core, context, colour, scene, numbering, naming)
    tables = (_phrases(beside), _phrases(counting))
    return Lexicon(_phrases(found), closed, *made, telling, _directory(vocabularies), *tables)


def _visits(vocabularies: Iterable[Vocabulary]) -> Iterator[str]:
    """The names of what ends without a grade: few, and what is made of them is worth a look."""
    for vocabulary in vocabularies:
        for framework in vocabulary.frameworks:
            if not framework.graded:
                yield from (framework.name, *(name for name in framework.aliases if " " in name or name.isupper()))


def _phrases(found: dict[str, dict[Entry, None]]) -> Phrases:
    return Phrases(
        {
            word: marshal.dumps(_by_second(sorted(entries, key=lambda entry: -len(entry[0]))), _FORMAT)
            for word, entries in found.items()
        }
    )


def freeze(lexicon: Lexicon) -> bytes:
    """The index as bytes that `thaw` reads back."""
    phrases, closed, *triggers, telling, directory, beside, counting = lexicon
    kept = phrases.frozen, beside.frozen, counting.frozen
    return marshal.dumps((kept, closed, tuple(map(tuple, triggers)), telling, tuple(directory)), _FORMAT)


def thaw(frozen: bytes) -> Lexicon:
    """The index that was frozen. Raises ValueError, EOFError or TypeError for bytes of anything else."""
    (phrases, *tables), closed, triggers, telling, directory = marshal.loads(frozen)
    core, context, colour, scene, numbering, naming = (Triggers(*each) for each in triggers)
    kept = (core, context, colour, scene, numbering, naming)
    return Lexicon(Phrases(phrases), closed, *kept, telling, Directory(*directory), *map(Phrases, tables))


def filed_under(key: str) -> str:
    """What the frozen index of the vocabularies with this key is called: another name once this code is other code."""
    checksum = 0
    for module in (__file__, kinds.__file__, tokenising.__file__, triggers.__file__):
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
            code = framework.code if max(map(len, framework.code.split("-"))) <= _LONGEST_CODE else ""
            for name in filter(None, (code, framework.name, *framework.aliases)):
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
