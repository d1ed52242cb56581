"""Which inspection a statement is about: by name, date, area and remit, or by what the paper spoke of before."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gradelint.model.period import Period
from gradelint.model.reading import Inspection
from gradelint.model.standing import Standing
from gradelint.model.vocabulary import Area, Framework, Vocabulary
from gradelint.reading.candidates import Setting, areas_of, at, bodies, given_then, latest_first, on_record, plausible
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line
from gradelint.reading.periods import Dated

_HOUSES = frozenset(("house", "lodge", "court", "grange", "cottage"))
_US = frozenset(("us", "we", "our", "council"))
_NOT_YET = frozenset(("by", "until", "before", "till"))
_APART = frozenset(("before", "until", "than", "unlike"))
_ADJACENT = 4
_BREAKS = frozenset((";", ":", ",", "and", "but", "while", "then", "(", "."))


class Thread(NamedTuple):
    """The inspection last spoken of, and where."""

    inspection: Inspection = Inspection()
    sentence: int = -9
    block: int = -1


class Scope(NamedTuple):
    """The tokens that belong to one grade word: from the grade word before it to the one after it."""

    first: int
    end: int


def scopes(line: Line, words: Sequence[Hit]) -> list[Scope]:
    """One scope a grade word of the line, in order."""
    bounds = [line.first, *(hit.end for hit in words), line.end]
    return [
        Scope(bounds[number], words[number + 1].first if number + 1 < len(words) else line.end)
        for number in range(len(words))
    ]


def inspection_of(
    line: Line, word: Hit | None, scope: Scope, subject: str, thread: Thread, setting: Setting
) -> Inspection:
    """The inspection that the words of `scope` speak of."""
    dated = _date(line, word, scope)
    named = _named(line, word, setting)
    if not named and line.has("own-assessment"):
        return Inspection(subject=subject, period=dated.period if dated else None, dated=bool(dated))
    vocabulary = (
        named[0][0]
        if named
        else _remit(line, word, setting, thread, subject)
        or _by_label(line, word, setting, subject, dated)
        or _by_body(line, word, setting, dated)
        or _by_inspectorate(line, word, setting, dated)
    )
    if vocabulary is None:
        return Inspection(subject=subject, period=dated.period if dated else None, dated=bool(dated))
    if not named and not dated:
        return _from_before(vocabulary, subject, thread, line, setting)
    period = dated.period if dated else _thread_period(thread, [framework for _, framework in named])
    frameworks = tuple(framework for _, framework in named) or plausible(line, vocabulary, period)
    if period:
        frameworks = at(frameworks, period, line.has("publishing")) or frameworks
        if dated and not named:
            frameworks = on_record(vocabulary, period, subject, setting) or frameworks
    return Inspection(subject, vocabulary, latest_first(frameworks), period, bool(dated), bool(named))


def standing_of(label: str, inspection: Inspection, area: str = "") -> Standing | None:
    """The grade of that label in the first framework of the inspection that has it."""
    vocabulary = inspection.vocabulary
    if vocabulary is None:
        return None
    for framework in inspection.frameworks:
        grade = framework.grade(label, area) or framework.grade(label)
        if grade is not None:
            return Standing(vocabulary, framework, grade, framework.scale_of(grade).size)
    return None


def by_outcome(label: str, inspection: Inspection) -> Inspection:
    """A label of several words, or with a number in it, that one framework alone has names that framework."""
    vocabulary = inspection.vocabulary
    distinct = " " in label or label[-1:].isdigit()
    if vocabulary is None or not distinct or inspection.named:
        return inspection
    having = tuple(each for each in vocabulary.frameworks if each.grade(label) is not None)
    sure = label.count(" ") > 1 or label[-1:].isdigit()
    fits = inspection.period is None or any(each.inspected.overlaps(inspection.period) for each in having)
    return inspection._replace(frameworks=having, named=sure) if len(having) == 1 and (sure or fits) else inspection


def area_of(line: Line, word: Hit, scope: Scope, inspection: Inspection, setting: Setting) -> Area | None:
    """The judgement area named for a grade word: in its scope before it, else after it behind for, at or in."""
    before = [hit for hit in line.of("area") if scope.first <= hit.first and hit.end <= word.first]
    after = [hit for hit in line.of("area") if word.end <= hit.first < min(scope.end, word.end + 6)]
    after = [hit for hit in after if not any(line.word(i) in _BREAKS for i in range(word.end, hit.first))]
    tied = [hit for hit in after if any(line.word(i) in ("for", "at", "in", "on") for i in range(word.end, hit.first))]
    for hit in (*tied[:1], *reversed(before), *after[:1]):
        for framework in inspection.frameworks:
            area = areas_of(framework).get(hit.value)
            if area is not None:
                return area
    return None


def _date(line: Line, word: Hit | None, scope: Scope) -> Dated | None:
    found = [each for each in line.dates if line.word(each.first - 1) not in _NOT_YET]
    if not found:
        return None
    if word is None:
        return found[0]
    after = [each for each in found if word.end <= each.first < scope.end]
    before = [each for each in found if scope.first <= each.first < word.first]
    if line.word(word.end) == "(" and after and after[0].first == word.end + 1:
        return after[0]  # "Good (2019)"
    if before and before[-1].end == word.first and line.word(before[-1].first - 1) not in ("in", "of", "since"):
        return before[-1]  # "2011 adequate, 2016 requires improvement"
    if after and after[0].first - word.end <= _ADJACENT:
        between = {line.word(index) for index in range(word.end, after[0].first)}
        lists = not between  # "May 2012: good June 2014: adequate": each day stands before its grade
        if not (before and (lists or between & _BREAKS)):
            return after[0]
    if line.word(word.first - 1) == "from":
        return None  # "improved from satisfactory to ... in 2013": the date is that of the grade arrived at
    if before and "now" in line.tokens.words[before[-1].end : word.first]:
        return None  # "found good in 2012, have now been found to ..."
    if before:
        return before[-1]
    opening = [each for each in found if each.first < word.first]
    return next(iter(after or opening), None)


def _named(line: Line, word: Hit | None, setting: Setting) -> list[tuple[Vocabulary, Framework]]:
    hits = [hit for hit in line.of("framework") if not _contrasted(line, hit)]
    if not hits:
        return []
    at = word.first if word else line.first
    nearest = min(hits, key=lambda hit: abs(at - hit.first) + (6 if hit.first > at else 0))
    found = []
    for hit in hits:
        if (hit.first, hit.end) == (nearest.first, nearest.end):
            vocabulary_id, _, framework_id = hit.value.partition("/")
            vocabulary = setting.vocabularies[vocabulary_id]
            framework = vocabulary.framework(framework_id)
            if framework is not None:
                found.append((vocabulary, framework))
    return [pair for pair in found if pair[0].id == found[0][0].id]


def _contrasted(line: Line, name: Hit) -> bool:
    """Whether another framework is named only to set this one apart: "which came before the SIF"."""
    before = name.first - 2 if line.word(name.first - 1) in ("the", "our", "its") else name.first - 1
    return line.word(before) in _APART


def _remit(line: Line, word: Hit | None, setting: Setting, thread: Thread, subject: str) -> Vocabulary | None:
    """The vocabulary that most of the sentence's, then the paper's, cues belong to."""
    cues = line.of("cue")
    if line.has("other-body") and not (cues or line.has("inspectorate")):
        return None
    before = Counter(hit.value for hit in cues if word is None or hit.first < word.end)
    votes = Counter(hit.value for hit in cues)
    own = Counter(setting.own_remits if subject in ("", setting.authority) else ())
    inspectorates = {hit.value for hit in line.of("inspectorate")}
    paper = Counter() if _of_us(line, setting) else setting.votes
    for number, counts in enumerate((before, _of_thread(thread, line), votes, own, paper)):
        for vocabulary_id, _ in counts.most_common():
            inspectorate, body = setting.directory.remits.get(vocabulary_id, ("", ""))
            if not inspectorate or (inspectorates and inspectorate not in inspectorates):
                continue
            if number in (1, 4) and _of_other_remits(word, vocabulary_id, setting):
                continue
            of_another = bool(subject) and subject != setting.authority
            if number and of_another and body == "council" and not inspectorates:
                continue
            return setting.vocabularies[vocabulary_id]
    return None


def _of_other_remits(word: Hit | None, vocabulary_id: str, setting: Setting) -> bool:
    """Whether a label of several words is a grade, but none of this vocabulary's."""
    having = setting.directory.labels.get(word.value.casefold(), ()) if word is not None and " " in word.value else ()
    return bool(having) and vocabulary_id not in having


def _of_us(line: Line, setting: Setting) -> bool:
    """Whether a council's paper speaks of the council itself and names an inspectorate: "Ofsted called us good"."""
    ours = any(line.word(index) in _US for index in range(line.first, line.end))
    return ours and line.has("inspectorate") and bool(setting.authority) and not setting.own_remits


def _by_label(line: Line, word: Hit | None, setting: Setting, subject: str, dated: Dated | None) -> Vocabulary | None:
    """A council's own paper that names no remit: the one vocabulary of councils that had the label then, if one did."""
    named = {hit.value for hit in line.of("inspectorate")}
    if (line.block in setting.foreign and not named) or (subject and subject != setting.authority):
        return None
    of_named = [each for each, (inspectorate, _) in setting.directory.remits.items() if inspectorate in named]
    having = list(setting.directory.labels.get(word.value.casefold(), of_named)) if word else of_named
    distinct = word is not None and (" " in word.value or word.value[-1:].isdigit())
    if distinct and len(having) == 1 and (not named or having[0] in of_named):
        return setting.vocabularies[having[0]]
    alike = {setting.directory.remits[each][0] for each in having}
    common = word is not None and word.first in line.marks("ordinary")
    if distinct and len(alike) == 1 and not common and not set(having) & set(setting.default):
        return setting.vocabularies[having[0]]  # every remit of one inspectorate that has it, the first of them
    if (setting.foreign or setting.votes) and not named:
        return None
    fitting = [each for each in having if each in setting.default and (not named or each in of_named)]
    when = dated.period if dated else setting.today
    if len(fitting) > 1 and word is not None and when is not None:
        fitting = [each for each in fitting if given_then(setting.vocabularies[each], word.value, when)]
    return setting.vocabularies[fitting[0]] if len(fitting) == 1 else None


def _by_body(line: Line, word: Hit | None, setting: Setting, dated: Dated | None) -> Vocabulary | None:
    """The one vocabulary of the kind of body that the line speaks of ("the four-bed home") that had the label then."""
    when = dated.period if dated else setting.today
    bodies_named = {
        line.word(hit.first) for hit in line.of("provider-noun", "service-noun") if hit.end == hit.first + 1
    }
    bodies_named.discard("council")
    if not bodies_named.isdisjoint(_HOUSES):
        bodies_named.add("home")
    if word is None or when is None or not bodies_named or line.has("inspectorate") or setting.own_remits:
        return None
    having = setting.directory.labels.get(word.value.casefold(), ())
    of_body = [each for each in having if setting.directory.remits[each][1] in bodies_named]
    fitting = [each for each in of_body if given_then(setting.vocabularies[each], word.value, when)]
    return setting.vocabularies[fitting[0]] if len(fitting) == 1 else None


def _by_inspectorate(line: Line, word: Hit | None, setting: Setting, dated: Dated | None) -> Vocabulary | None:
    """The one vocabulary of the inspectorates that the line names that had the label then."""
    named = {hit.value for hit in line.of("inspectorate")}
    when = dated.period if dated else setting.today
    if word is None or when is None or not named:
        return None
    having = setting.directory.labels.get(word.value.casefold(), ())
    of_named = (each for each in having if setting.directory.remits[each][0] in named)
    fitting = [each for each in of_named if given_then(setting.vocabularies[each], word.value, when)]
    return setting.vocabularies[fitting[0]] if len(fitting) == 1 else None


def _of_thread(thread: Thread, line: Line) -> Counter[str]:
    vocabulary = thread.inspection.vocabulary
    near = vocabulary is not None and line.sentence - thread.sentence <= 3
    return Counter([vocabulary.id]) if vocabulary is not None and near else Counter()


def _thread_period(thread: Thread, frameworks: Sequence[Framework]) -> Period | None:
    """A framework named again without a date is the inspection the paper last dated under it."""
    before = thread.inspection
    same = {each.id for each in before.frameworks} & {each.id for each in frameworks}
    return before.period if same else None


def _from_before(vocabulary: Vocabulary, subject: str, thread: Thread, line: Line, setting: Setting) -> Inspection:
    before = thread.inspection
    same = before.vocabulary is not None and before.vocabulary.id == vocabulary.id
    if (
        same
        and not _other_body(before, vocabulary, line)
        and (not subject or not before.subject or subject == before.subject)
    ):
        return before._replace(subject=subject or before.subject, dated=False, named=False)
    return Inspection(subject, vocabulary, latest_first(plausible(line, vocabulary, setting.today, past=True)))


def _other_body(before: Inspection, vocabulary: Vocabulary, line: Line) -> bool:
    """Whether a board or partnership was spoken of, and the line turns to the council itself."""
    body = before.frameworks[0].body if before.frameworks else ""
    if not body or body in bodies(vocabulary):
        return False
    return any(line.word(index) in vocabulary.subjects for index in range(line.first, line.end))
