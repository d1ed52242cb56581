"""The reader: built once from the vocabularies, the language and the register, then asked paper by paper."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from gradelint.model.document import Document, Span
from gradelint.model.language import Language
from gradelint.model.period import Period
from gradelint.model.reading import Outcome, Reading, Sentence
from gradelint.model.register import Record, Register, authority_key
from gradelint.model.standing import Form, Standing
from gradelint.model.vocabulary import Framework, Vocabulary
from gradelint.reading.beside import with_words_beside
from gradelint.reading.candidates import Setting
from gradelint.reading.claims import grade_claims, inspecting_blocks
from gradelint.reading.equations import equations
from gradelint.reading.leaning import leaning, praises, remarks
from gradelint.reading.lexicon import Lexicon, build
from gradelint.reading.lines import Line, lines
from gradelint.reading.meanings import meanings
from gradelint.reading.naming import named_inspections
from gradelint.reading.opinions import opinions
from gradelint.reading.pairing import numbered_lines
from gradelint.reading.scenes import Scene
from gradelint.reading.screening import worth_reading
from gradelint.reading.subjects import most_named, name_starts
from gradelint.reading.tallies import aggregates
from gradelint.reading.timing import timed
from gradelint.reading.tokens import fold, tokenise
from gradelint.reading.visiting import visits

_FOREIGN = frozenset(("other-body", "other-inspection"))


class Reader(NamedTuple):
    """Everything that reading a paper needs; the same for every paper of a run.

    `vocabularies` are by their ids; a mapping that opens one when it is asked for will do.
    """

    vocabularies: Mapping[str, Vocabulary]
    language: Language
    lexicon: Lexicon
    register: Register | None = None

    @classmethod
    def of(cls, vocabularies: Sequence[Vocabulary], language: Language, register: Register | None = None) -> "Reader":
        """A reader with its index built."""
        return cls({each.id: each for each in vocabularies}, language, build(vocabularies, language), register)

    def read(self, document: Document, as_of: date, authority: str = "", dated: Period | None = None) -> Reading:
        """What the paper says. `authority` and `dated` stand in where the paper gives none."""
        authority, today = document.authority or authority, document.date or dated
        folded = fold(document.text)
        found = tuple(
            lines(
                document,
                folded,
                worth_reading(document, folded, self.lexicon),
                self.lexicon,
                today,
                frozenset(self.language.words("abbreviation")),
            )
        )
        names = self.register.names if self.register else {}
        setting = self._setting(found, authority, today, names)
        own = setting.authority
        numbered = numbered_lines(document, found, self.lexicon, inspecting_blocks(document, found))
        told, threads = grade_claims(document, found, self.lexicon, setting, names, numbered)
        claims = tuple(each for each in told if each.form is not Form.NAMED)
        found = with_words_beside(found, claims, self.lexicon)
        counted = aggregates(document, found, self.lexicon, setting)
        claims = tuple(claim for claim in claims if not counted.covers(claim.word, claim.sentence))
        known = visits(found, self.vocabularies)
        remarked = remarks(document, found, claims, threads, self.language.phrasings, known)
        by_word = {claim.word.start: claim for claim in claims}
        scene = Scene(document, found, threads, by_word, numbered, setting, self.lexicon)
        return Reading(
            document=document,
            language=self.language,
            vocabularies=self.vocabularies,
            dated=today,
            as_of=as_of,
            authority=authority,
            sentences=_sentences(document, found),
            claims=leaning(document, found, timed(found, claims)),
            praise=praises(document, found, claims, threads, self.lexicon, remarked),
            remarks=remarked,
            labels=tuple(each for each in told if each.form is Form.NAMED),
            outcomes=self._outcomes({own, *(claim.inspection.subject for claim in claims)}, today),
            glossed=_glossed(found),
            meanings=tuple(each for each in meanings(scene) if not counted.told_at(each.span, each.claim.sentence)),
            opinions=opinions(found, threads, setting),
            named=tuple(named_inspections(document, found, threads, self.lexicon, setting)),
            tallies=counted.tallies,
            figures=counted.figures,
            averages=counted.averages,
            visits=tuple(known.values()),
            subject=own,
            equations=equations(scene, claims),
        )

    def _setting(
        self, found: Sequence[Line], authority: str, today: Period | None, names: Mapping[str, str]
    ) -> Setting:
        own = self._own(authority, names) or most_named(found, names)
        return Setting(
            vocabularies=self.vocabularies,
            today=today,
            authority=own,
            votes=_votes(found),
            directory=self.lexicon.directory,
            foreign=frozenset(line.block for line in found if not _FOREIGN.isdisjoint(line.around)),
            register=self.register,
            name_starts=name_starts(names, own),
            closed=self.lexicon.closed,
            own_remits=self._remits_of(authority),
        )

    def _remits_of(self, authority: str) -> tuple[str, ...]:
        """The vocabularies that an authority's name speaks of by its longest words: `care home` before `home`."""
        name = fold(authority)
        cues = [hit for hit in self.lexicon.hits(tokenise(name, 0, len(name))) if hit.kind == "cue"]
        longest = max((hit.end - hit.first for hit in cues), default=0)
        return tuple(hit.value for hit in cues if hit.end - hit.first == longest)

    def _own(self, authority: str, names: Mapping[str, str]) -> str:
        key = authority_key(authority)
        return names.get(key, key) if authority else ""

    def _outcomes(self, subjects: set[str], today: Period | None) -> tuple[Outcome, ...]:
        if self.register is None:
            return ()
        records = [(subject, record) for subject in sorted(subjects - {""}) for record in self.register.of(subject)]
        return tuple(
            self._outcome(subject, record)
            for subject, record in records
            if today is None or record.inspected.first <= today.last
        )

    def _outcome(self, subject: str, record: Record) -> Outcome:
        known = self.lexicon.directory.codes.get(record.framework.casefold(), ())
        for vocabulary in (self.vocabularies[name] for name in known):
            for framework in _frameworks(vocabulary, record):
                grade = framework.grade(record.grade) if record.grade else None
                area = next(
                    (each for each in framework.areas if _named(record.area, (each.id, each.name, *each.aliases))), None
                )
                whole = record.area in ("", "overall") or (area is not None and area.role != "part")
                standing = Standing(vocabulary, framework, grade, framework.scale_of(grade).size) if grade else None
                if standing or not record.grade:
                    return Outcome(record, subject, framework, standing, whole, area.name if area else record.area)
        return Outcome(record, subject, None, None, record.area in ("", "overall"), record.area)


def _frameworks(vocabulary: Vocabulary, record: Record) -> list[Framework]:
    named = vocabulary.framework(record.framework)
    if named is not None:
        return [named]
    wanted = record.framework.casefold()
    family = [each for each in vocabulary.frameworks if wanted in (alias.casefold() for alias in each.aliases)]
    then = [each for each in family if each.inspected.overlaps(record.inspected)]
    return then or [each for each in family if each.ran(record.inspected)] or family


def _named(name: str, names: Sequence[str]) -> bool:
    return name.casefold() in (each.casefold() for each in names)


def _votes(found: Sequence[Line]) -> Counter[str]:
    return Counter(hit.value for line in found if "cue" in line.around for hit in line.of("cue"))


def _sentences(document: Document, found: Sequence[Line]) -> tuple[Sentence, ...]:
    ranks, rank = [], 0
    for index, block in enumerate(document.blocks):
        rank += not (block.row and index and document.blocks[index - 1].row)
        ranks.append(rank)
    return tuple([Sentence(_span(line), line.block, ranks[line.block]) for line in found])


def _span(line: Line) -> Span:
    tokens, first, end = line.tokens, line.first, line.end
    return Span(tokens.starts[first], tokens.ends[end - 1]) if first < end else Span(0, 0)


def _glossed(found: Sequence[Line]) -> frozenset[str]:
    """Labels whose present-day reading the paper itself gives: those in a paragraph that says how grades read."""
    return frozenset(hit.value for line in found if "gloss" in line.around for hit in line.of("grade"))
