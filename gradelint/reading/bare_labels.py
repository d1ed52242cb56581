"""Labels that no verb of grading governs: beside a number or a date, at one end of a move, alone."""

from __future__ import annotations

from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line

_THEM = frozenset(("they", "it", "we", "which", "that"))
_STEP = 6  # tokens from one end of a move to the other: "from adequate in 2013 to good"
_BEHIND_GRADING = frozenset(("grade", "grades", "rating", "of", "as"))
_GRADING = frozenset(
    ("grade", "rating", "judgement", "judgment", "rated", "judged", "graded", "assessed", "verdict", "conclusion")
)
_SELVES = frozenset(("we're", "they're", "you're"))
_SUBJECTS = frozenset(
    ("it", "which", "who", "what", "this", "they", "we", "you", "one", "that", "these", "those", "some", "all", "each")
)
_STILL = frozenset(("now", "still", "also", "then", "already", "only", "just", "always", "never", "not"))
_CAME = frozenset(("confirmed", "achieved", "secured", "again", "having", "overall"))
_AT = frozenset(("with", "at", "from", "beyond", "above", "below", "past"))


def numbered(line: Line, hit: Hit) -> bool:
    """A label beside its number: "2, adequate", "grade 3 (good)"."""
    number = line.word(hit.first - 2)
    return line.word(hit.first - 1) in (",", "(", "-", "–", "=") and len(number) == 1 and number.isdecimal()


def dated(line: Line, hit: Hit) -> bool:
    """A label right beside a date, as in a history: "2008 good, 2011 adequate", "last year, good.", "Good (2019)"."""
    end = hit.first - 1 if line.word(hit.first - 1) in (":", ",", "(", "-", "–") else hit.first
    last = not line.word(hit.end).isalpha()
    if any(each.end == end and (last or not each.relative) for each in line.dates):
        return True
    before = line.word(hit.first - 1)
    opens = line.word(hit.end) == "(" or (line.word(hit.end) == "in" and not before.isalpha())
    return opens and any(each.first == hit.end + 1 for each in line.dates)


def of_area(line: Line, hit: Hit) -> bool:
    """A label right behind an area: "inclusion, secure; attendance, strong standard"."""
    marked = line.word(hit.first - 1) in (",", ":") and not line.word(hit.end).isalpha()
    return marked and any(each.end == hit.first - 1 for each in line.of("area"))


def said_of_them(line: Line, hit: Hit) -> bool:
    """A label that is its own verb: "it said that they require improvement"."""
    own_verb = line.word(hit.first).startswith("requir")
    return own_verb and (
        line.word(hit.first - 1) in _THEM or any(each.end == hit.first for each in line.of("service-noun"))
    )


def got(line: Line, hit: Hit) -> bool:
    """A label right behind a verb of getting: "the partnership had achieved good"."""
    return any(each.end == hit.first for each in line.of("getting"))


def alone(line: Line, hit: Hit) -> bool:
    """A label that is all of a remark ("Requires improvement, Ofsted said"), or a noun ("with adequate secured")."""
    before, after = line.word(hit.first - 1), line.word(hit.end)
    if hit.first == line.first:
        return not after.isalpha() or (not line.has("link") and line.has("inspectorate"))
    return before in _AT and not everyday(line, hit) and after not in (",", "and", "or", "but")


def stepped(line: Line, hit: Hit) -> bool:
    """One end of a move between two grades: "the change from good to inadequate"."""
    before = line.word(hit.first - 1)
    if before == "from":
        goals = {each.first - 1 for each in line.of("grade") if hit.end <= each.first <= hit.end + _STEP}
        return any(line.word(goal) == "to" for goal in goals)
    starts = (each for each in line.of("grade") if hit.first - _STEP <= each.end < hit.first)
    return before == "to" and any(line.word(each.first - 1) in ("from", "'", '"', "‘", "“") for each in starts)


def of_grading(line: Line, hit: Hit) -> bool:
    """Right behind a word of grading with "of" or "as": "a judgement of inadequate", "rated as good"."""
    graded = line.word(hit.first - 1) in _BEHIND_GRADING and line.word(hit.first - 2) in _GRADING
    return graded and not (everyday(line, hit) and line.word(hit.end).isalpha())


def named_alone(line: Line, hit: Hit, lexicon: Lexicon) -> bool:
    """A label that is named and not used: one that begins a remark ("Adequate! What a day", "Satisfactory for the
    third time"), or one of verb and object where no verb can be ("from special measures to requires improvement")."""
    before, after = line.word(hit.first - 1), line.word(hit.end)
    if everyday(line, hit):
        return False
    if hit.first == line.first or before in _SELVES or not before.isalpha():
        capital = line.text[line.start(hit.first)].isupper() or bool(before)
        return capital and (not after.isalpha() or after in lexicon.closed or after in _CAME)
    last = hit.first - (before in _STILL)
    if hit.end - hit.first > 1 and any(each.end == last for each in line.of("service-noun", "cue")):
        return True
    said = before == "that" and any(each.end == hit.first - 1 for each in line.of("report-verb"))
    noun = hit.end - hit.first > 1 and (said or (before in lexicon.closed and before not in _SUBJECTS))
    return noun and (before not in _STILL or bool(line.of("link")))


def everyday(line: Line, hit: Hit) -> bool:
    """Whether the grade word is also everyday praise."""
    return any(each.first == hit.first for each in line.of("everyday"))
