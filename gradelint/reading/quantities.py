"""Numbers and shares in a sentence: "44", "forty-four", "81%", "nine in ten", "two thirds", "all but two", "most"."""

from __future__ import annotations

import re
from typing import NamedTuple

from gradelint.model.tally import Amount
from gradelint.reading.lines import Line

_UNITS = {
    word: number
    for number, word in enumerate(
        (
            *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "twentieth": 20}
_STARTERS = frozenset((*_UNITS, *_TENS, "a", "half", "dozen"))
_NUMERAL = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,3})?\Z")
_PAIR = re.compile(r"([1-9]\d{0,4})/([1-9]\d{0,4})\Z")
# A number after one of these counts a place in the paper, a grade or money.
_NUMBERING = frozenset(
    (
        *(
            "slide",
            "page",
            "p",
            "table",
            "figure",
            "grade",
            "grades",
            "section",
            "item",
            "para",
            "paragraph",
            "appendix",
        ),
        *(
            "no",
            "number",
            "level",
            "tier",
            "band",
            "year",
            "key",
            "stage",
            "ks",
            "chapter",
            "annex",
            "agenda",
            "£",
            "$",
        ),
        *("version", "minute", "band", "round", "question", "recommendation", "judgement", "first", "second", "point"),
    )
)
_MEASURES = frozenset(
    (
        *("points", "point", "percentage", "years", "year", "months", "month", "weeks", "week", "days", "day", "hours"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
        *("december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "th", "st"),
        *("million", "times", "minutes", "pages", "grades", "grade", "pp", "year-olds", "star", "stars"),
    )
)
_EARLIER = frozenset(("from", "against", "versus", "vs"))
_DETERMINERS = frozenset(("the", "our", "its", "their", "these", "those", "his", "her", "your", "my", "all", "every"))
_ROUND = frozenset((3, 4, 5, 6, 8, 10, 20, 100))
_NOT_A_SHARE = frozenset(
    ("term", "terms", "year", "yearly", "hour", "day", "way", "past", "time", "century", "marathon")
)
_ORDERED = frozenset(("first", "second", "other", "top", "bottom", "upper", "lower", "last", "next", "this", "each"))


class Quantity(NamedTuple):
    """An amount at tokens `first` up to `end`; `of` is where the words for what it is of begin. `kind` says how it is
    put: number, percent, ratio (a fraction, "nine in ten"), or the group of a word for it ("most")."""

    amount: Amount
    first: int
    end: int
    kind: str


def quantities(line: Line) -> list[Quantity]:
    """Every amount of a sentence, left to right, with the words that qualify it ("more than", "nearly")."""
    taken = line.marks("grade") | {index for each in line.dates for index in range(each.first, each.end)}
    found: list[Quantity] = []
    vague = {hit.first: hit for hit in line.of(*_VAGUE) if hit.first not in taken}
    index = line.first
    while index < line.end:
        made, word = None, line.word(index)
        if index not in taken and index in vague:
            made = _vague(line, vague[index].kind, index, vague[index].end)
        of_those = line.word(index - 1) in ("those", "these") and line.word(index - 2) == "of"  # "of those 30, 24"
        if made is None and index not in taken and not of_those and (word in _STARTERS or word[:1].isdecimal()):
            made = _exact(line, index)
        if made is not None:
            found.append(_qualified(line, _based(line, made)))
        index = made.end if made else index + 1
    return found


def number_at(line: Line, index: int) -> tuple[float, int] | None:
    """A whole or decimal number in figures or words, and the token after it."""
    word = line.word(index)
    if _NUMERAL.match(word):
        return float(word.replace(",", "")), index + 1
    if word in _TENS:
        unit = _UNITS.get(line.word(index + 1), 0)
        return (_TENS[word] + unit, index + 2) if 0 < unit < 10 else (_TENS[word], index + 1)
    if word in _UNITS:
        return (100.0 * _UNITS[word], index + 2) if line.word(index + 1) == "hundred" else (_UNITS[word], index + 1)
    if word == "dozen" or (word == "a" and line.word(index + 1) in ("dozen", "hundred")):
        at = index + (word == "a")
        return 12.0 if line.word(at) == "dozen" else 100.0, at + 1
    return None


def _exact(line: Line, index: int) -> Quantity | None:
    before, word = line.word(index - 1), line.word(index)
    if before in _NUMBERING or before in _EARLIER or (before == "." and index - 1 > line.first):
        return None
    pair = _PAIR.match(word)
    if pair and int(pair[1]) <= int(pair[2]):
        return Quantity(_number(int(pair[1]), int(pair[2])), index, index + 1, "number")
    if word.endswith("%") and _NUMERAL.match(word[:-1]):
        return _percent(line, word[:-1], index, index + 1)
    found = number_at(line, index)
    part = _part(line, index, found)
    if part is not None or found is None:
        return part
    value, end = found
    if line.word(end) in ("percent", "pc", "%") or (line.word(end), line.word(end + 1)) == ("per", "cent"):
        return _percent(line, str(value), index, end + 1 + (line.word(end) == "per"))
    numbering = line.word(end) == "." and index == line.first
    if line.word(end) in _MEASURES or value != int(value) or numbering:
        return None
    return _of(line, int(value), index, end) or _plain(value, index, end)


def _plain(value: float, first: int, end: int) -> Quantity:
    return Quantity(_number(int(value)), first, end, "number")


def _number(value: int, base: int | None = None) -> Amount:
    return Amount(value, value, number=True, base=base)


def _percent(line: Line, digits: str, first: int, end: int) -> Quantity | None:
    if line.word(end) in _MEASURES:
        return None
    value = float(digits.replace(",", ""))
    if value > 100:
        return None
    decimals = digits.partition(".")[2].rstrip("0")
    slack = 0.15 if decimals else (2.5 if value % 5 == 0 and value < 100 else 1.0)
    return Quantity(Amount((value - slack) / 100, (value + slack) / 100), first, end, "percent")


def _part(line: Line, index: int, found: tuple[float, int] | None) -> Quantity | None:
    """ "Two thirds", "a quarter", "half"."""
    word = line.word(index)
    if found is None:
        number, at = (1, index + 1) if word == "a" else (1, index)
    else:
        number, at = int(found[0]), found[1]
    name = line.word(at)
    size = _PARTS.get(name) or _PARTS.get(name.removesuffix("s") if name != "halves" else "half")
    if size is None or number >= size or line.word(at + 1) in _NOT_A_SHARE:
        return None
    bare = found is None and word != "a"
    if (bare and name != "half") or line.word(index - 1) in _ORDERED or line.word(at + 1).isdecimal():
        return None
    return _ratio(number, size, index, at + 1)


def _ratio(number: int, size: int, first: int, end: int) -> Quantity:
    return Quantity(Amount(number / size - 0.05, number / size + 0.05), first, end, "ratio")


def _of(line: Line, value: int, first: int, end: int) -> Quantity | None:
    """ "Nine in ten", "nine out of ten", "five of our six homes"."""
    at, link = end, line.word(end)
    if link not in ("in", "of", "out", "/"):
        return None
    at += 2 if link == "out" and line.word(end + 1) == "of" else 1
    named = line.word(at) in _DETERMINERS
    each = line.word(at) == "every"
    while line.word(at) in _DETERMINERS or (line.word(at) and line.tokens.possessive(at)):
        at += 1
    whole = number_at(line, at)
    if whole is None or any(date.first <= at < date.end for date in line.dates):
        return None
    base = int(whole[0])
    if not 0 <= value <= base or (base == value and link == "in"):
        return None
    if (link == "in" or each or (link == "out" and not named)) and base in _ROUND and value < base:
        return _ratio(value, base, first, whole[1])
    if link == "in" and not named:
        return Quantity(Amount((value - 0.5) / base, (value + 0.5) / base), first, whole[1], "ratio")
    return Quantity(_number(value, base), first, whole[1], "number")


_VAGUE = ("amount-most", "amount-bulk", "amount-few", "amount-all", "amount-none")
_SHARES = {"amount-most": (0.5001, 1.0), "amount-bulk": (0.6, 1.0), "amount-few": (0.0, 0.4999)}


def _vague(line: Line, kind: str, first: int, end: int) -> Quantity | None:
    """ "Most", "all", "none", "all but two"; whether it counts anything is for whoever joins it to a grade to tell."""
    if kind in _SHARES:
        return Quantity(Amount(*_SHARES[kind]), first, end, kind)
    if kind == "amount-none":
        return Quantity(Amount(0, 0, total=True), first, end, kind)
    but = next((hit for hit in line.of("amount-but") if hit.first == end), None)
    short = number_at(line, but.end) if but else None
    if but is not None:
        if short is None:
            return None
        return Quantity(Amount(0, 1, short=int(short[0])), first, short[1], kind)
    number = number_at(line, end)
    if number is not None and number[0] == int(number[0]):
        return Quantity(Amount(1, 1, base=int(number[0]), total=True), first, number[1], kind)
    return Quantity(Amount(1, 1, total=True), first, end, kind)


def _based(line: Line, made: Quantity) -> Quantity:
    """ "80% of our six homes": a share of a number that is given."""
    at = made.end + 1
    if made.amount.number or made.amount.base is not None or line.word(made.end) != "of":
        return made
    while line.word(at) in _DETERMINERS:
        at += 1
    whole = number_at(line, at)
    if whole is None or whole[0] < 2 or whole[0] != int(whole[0]) or line.word(whole[1]) in _MEASURES:
        return made
    return made._replace(amount=made.amount._replace(base=int(whole[0])), end=whole[1])


def _qualified(line: Line, made: Quantity) -> Quantity:
    """ "More than", "nearly", "about" before an amount, which say which way it may be off."""
    for hit in line.of(*_QUALIFIERS):
        gap = {line.word(index) for index in range(hit.end, made.first)}
        if hit.end <= made.first <= hit.end + 1 and gap <= {"a", "the", "some", "of"}:
            amount = _QUALIFIERS[hit.kind](made.amount)
            return made._replace(amount=amount, first=min(hit.first, made.first))
    return made


def _least(amount: Amount) -> Amount:
    middle = (amount.low + amount.high) / 2
    return amount._replace(low=middle - (0 if amount.number else 0.005), high=float("inf") if amount.number else 1.0)


def _at_most(amount: Amount) -> Amount:
    middle = (amount.low + amount.high) / 2
    return amount._replace(low=0, high=middle + (0 if amount.number else 0.005))


def _nearly(amount: Amount) -> Amount:
    if amount.total:
        return amount._replace(low=0.8, total=False)
    slack = max(1, 0.06 * amount.low) if amount.number else 0.05
    return amount._replace(low=amount.low - slack)


def _about(amount: Amount) -> Amount:
    slack = max(1, 0.06 * amount.low) if amount.number else 0.03
    return amount._replace(low=amount.low - slack, high=amount.high + slack)


_QUALIFIERS = {
    "amount-least": _least,
    "amount-at-most": _at_most,
    "amount-nearly": _nearly,
    "amount-about": _about,
}
