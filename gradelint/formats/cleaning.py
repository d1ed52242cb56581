"""Raw text to clean text: one space for any white space, no invisible letters, wrapped words joined, offsets kept.

Every format hands its raw blocks to `clean`. What a reader cannot see must not hide a word, and what a
reader sees as one word must be one word; nothing is guessed beyond that (no letter spacing, no digits
for letters).
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from gradelint.model import Piece

_SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Control letters, and what Unicode calls default-ignorable: soft hyphen, joiners, bidi controls, selectors, tags.
_UNSEEN = (
    r"\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
)
_LINE_END = r"\n\v\f\r\x85\u2028\u2029"
_FOLDABLE = r"ĲĳĿŀŉſǄ-ǌǱ-ǳ\u2010\u2011ℂ-ⅉﬀ-ﬆ！-～\U0001d400-\U0001d7ff"
_TERMINAL = r"\x1b(?:\[[0-?]*+[ -/]*+[@-~]|\][^\x07\x1b]*+(?:\x07|\x1b\\)?)?"

# Letters that need no look at all; the search for any other runs at the speed of C.
_ODD = re.compile(r"[^\n -~¡-¬®-ıĴ-ľŁ-ňŊ-žƀ-ǃǍ-ǰ‒-‧•…€\u2190-\u21ff\u2500-\u27bf\U0001f300-\U0001faff]")
_AWKWARD = ("-\n", "\n ", " \n", "\n\n")
_GAP = rf"(?:[{_SPACE}{_UNSEEN}]++|{_TERMINAL})*+"

# A hyphen at a line end is part of the word after a compound's first part, before its last part, or where two
# vowels would meet (re-open, but re-quires); never after "in", "un" or "of": in-adequate and Of-sted are one word.
_FIRST_PARTS = frozenset(
    ("well", "self", "non", "long", "short", "high", "low", "multi", "cross", "anti", "semi", "half", "full", "all")
    + ("first", "second", "third", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "year")
)
_LAST_PARTS = frozenset(
    ("based", "led", "wide", "term", "time", "being", "known", "level", "year", "old", "making", "funded", "focused")
    + ("centred", "free", "quality", "style", "scale", "off", "on", "depth", "house", "inspection", "inspections")
)
_LINKS = frozenset(("to", "of", "by", "on", "in", "the"))
_BEFORE_VOWEL = frozenset(("re", "co", "pre"))
_ENDINGS = frozenset(
    ("er", "est", "ly", "ing", "ed", "en", "ant", "ary", "age", "ages", "teen", "ple", "ples", "plied")
)
_SUSPENDED = frozenset(("and", "or", "to"))

_LOOKALIKE = re.compile(r"[\u0370-\u052f]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")
_TO_LATIN = str.maketrans(
    "аеорсухіјѕһԁԛԝѵАВЕКМНОРСТХУІЈЅԚԜοαινρυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwvABEKMHOPCTXYIJSQWoaivpukABEZHIKMNOPTYX",
)


class Cleaned(NamedTuple):
    """Clean text and where its letters stand in the raw text; without pieces they stand one for one."""

    text: str
    pieces: tuple[Piece, ...] = ()


def clean(raw: str) -> Cleaned:
    """Clean one block. Pieces, if any, begin at its first and end at its last letter."""
    if _ODD.search(raw) is None and "  " not in raw:
        if "\n" not in raw:
            return _stripped(raw)
        if not any(map(raw.__contains__, _AWKWARD)):
            return _stripped(raw.replace("\n", " "))
    cleaned = _clean_slowly(raw)
    if _LOOKALIKE.search(cleaned.text):
        return Cleaned(_WORD.sub(_in_one_script, cleaned.text), cleaned.pieces)
    return cleaned


def _stripped(raw: str) -> Cleaned:
    stripped = raw.strip()
    if len(stripped) == len(raw):
        return Cleaned(raw)
    return Cleaned(stripped, (Piece(0, len(raw) - len(raw.lstrip()), len(stripped)),) if stripped else ())


@cache
def _token() -> re.Pattern[str]:
    """An odd place: compiled on first need, for most papers have none and it takes milliseconds."""
    # One leading class, so that the search skips ordinary letters in C; a look-behind then tells the cases apart.
    return re.compile(
        rf"[\-\x1b{_SPACE}{_UNSEEN}{_FOLDABLE}](?:"
        rf"(?<=[-\u2010\u00ad])(?<=\w.)[{_UNSEEN}]*+(?P<wrap>[ \t\xa0]*+[{_LINE_END}][{_SPACE}{_UNSEEN}]*+(?=\w))"
        rf"|(?<= )(?=[{_SPACE}{_UNSEEN}\x1b]){_GAP}"
        rf"|(?<=[{_SPACE}{_UNSEEN}])(?<! ){_GAP}"
        rf"|(?<=\x1b)(?:\[[0-?]*+[ -/]*+[@-~]|\][^\x07\x1b]*+(?:\x07|\x1b\\)?)?{_GAP}"
        rf"|(?<=[{_FOLDABLE}])(?P<fold>)"
        r")"
    )


def _clean_slowly(raw: str) -> Cleaned:
    """Replace the odd places one by one; a place that changes its length ends a piece."""
    begin, stop = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    out: list[str] = []
    pieces: list[Piece] = []
    done = piece_raw = begin
    length = piece_text = 0
    for token in _token().finditer(raw, begin, stop):
        start, end = token.span()
        out.append(raw[done:start])
        words = _replacement(token, raw, out, at_edge=not (length or start > done) or end == stop)
        out.append(words)
        length += start - done + len(words)
        if len(words) != end - start:
            pieces.append(Piece(piece_text, piece_raw, start - piece_raw))
            piece_text, piece_raw = length, end
        done = end
    out.append(raw[done:stop])
    length += max(0, stop - done)
    if not pieces and len(raw) == length:
        return Cleaned("".join(out))
    pieces.append(Piece(piece_text, piece_raw, max(0, stop - piece_raw)))
    return Cleaned("".join(out), _trimmed(pieces, length))


def _trimmed(pieces: list[Piece], length: int) -> tuple[Piece, ...]:
    """Without the empty pieces that removed letters leave at either end."""
    first = next((n for n, piece in enumerate(pieces) if piece.length or piece.text), 0)
    if first and pieces[first].text > 0:
        first -= 1
    last = len(pieces)
    while last > first + 1 and pieces[last - 1].length == 0 and _ends(pieces[last - 2]) == length:
        last -= 1
    return tuple(pieces[first:last]) if length else ()


def _ends(piece: Piece) -> int:
    return piece.text + piece.length


def _replacement(token: re.Match[str], raw: str, out: list[str], at_edge: bool) -> str:
    if token["fold"] is not None:
        return _folded(token[0])
    if token["wrap"] is not None:
        # The letter before may be the last of what a terminal does not show.
        after_word = re.match(r"\w", next((each[-1] for each in reversed(out) if each), "")) is not None
        return _hyphen(raw, token.start(), token.end()) if after_word or token[0][0] == "\u00ad" else "- "
    if at_edge or not re.search(f"[{_SPACE}]", re.sub(_TERMINAL, "", token[0])):
        return ""
    return " "


def _hyphen(raw: str, start: int, end: int) -> str:
    """What stands for a hyphen and a line end between two word letters: nothing, the hyphen, or hyphen and space."""
    if raw[start] == "\u00ad":
        return ""
    before = re.search(r"[^\W\d_]{1,30}\Z", raw[max(0, start - 31) : start])
    after = re.match(r"[^\W\d_]+", raw[end : end + 40])
    if before is None or after is None or not after[0][0].islower():
        return "-"
    first, rest = before[0].casefold(), after[0]
    if rest in _SUSPENDED:
        return "- "
    linked = first in _LINKS and raw[start - len(first) - 1 : start - len(first)] in ("-", "\u2010")
    return "-" if linked or _is_compound(first, rest) else ""


def _is_compound(first: str, rest: str) -> bool:
    if first in _FIRST_PARTS:
        return rest not in _ENDINGS
    return rest in _LAST_PARTS or (first in _BEFORE_VOWEL and rest[0] in "aeiou")


def _folded(letter: str) -> str:
    """The plain letters a reader sees: a ligature, full-width or mathematical letter taken apart."""
    if letter in "\u2010\u2011":
        return "-"
    if letter.isalnum() or letter >= "！":
        return unicodedata.normalize("NFKC", letter)
    return letter


def _in_one_script(word: re.Match[str]) -> str:
    """Cyrillic and Greek look-alikes as Latin, in a word that has Latin letters too: no honest word mixes them."""
    found = word[0]
    return found.translate(_TO_LATIN) if _LATIN.search(found) and _LOOKALIKE.search(found) else found
