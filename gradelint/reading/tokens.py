"""Words of a text with their places, and the text folded for look-up letter for letter."""

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import NamedTuple

# A word keeps its inner apostrophes (council's, isn't) and a number its decimals (3.5, 80%); a hyphen
# between letters is no token, so that "high-quality" and "high quality" are one phrase; every other mark
# stands alone. Without nested repeats, so that no text can make it slow; told first that no token begins with a
# blank, a search passes the gaps in two thirds of the time.
_FORM = r"((?! )(?:{0}++(?:'{0}++)?|\d++(?:[.,:/]\d++)*+%?|[^\w\s-]|(?<!{0})-|-(?!{0})))"
# What Unicode calls a letter up to U+00FF, spelled out: found half as fast again as by looking each letter up.
_WESTERN = re.compile(_FORM.format("[A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ÿ]"))


class Tokens(NamedTuple):
    """Tokens `words[i]` (folded, without a possessive 's) at `starts[i]` to `ends[i]` of the document's text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def index_at(self, position: int) -> int:
        """The first token that ends after `position`."""
        return bisect_left(self.ends, position + 1)

    def possessive(self, index: int) -> bool:
        """Whether a token stands in the text with a possessive 's."""
        return self.ends[index] - self.starts[index] > len(self.words[index])

    def within(self, start: int, end: int) -> range:
        """The tokens that begin at or after `start` and before `end`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def fold(text: str) -> str:
    """Lower case, one letter for one, with straight apostrophes."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters, such as İ, grow when lowered
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("’", "'").replace("‘", "'")


def tokenise(folded: str, start: int, end: int) -> Tokens:
    """The tokens of `folded[start:end]`."""
    text = folded[start:end]
    token = _WESTERN if _is_western(text) else _any_token()
    parts = token.split(text)  # gaps and tokens in turn; quicker than asking each match for its place
    bounds = tuple(accumulate(map(len, parts), initial=start))
    words = tuple(parts[1::2])
    if "'s" in text or "&" in text:
        words = tuple(map(_plain, words))
    return Tokens(words, bounds[1:-1:2], bounds[2::2])


def _is_western(text: str) -> bool:
    """Whether a text has no letters beyond U+00FF."""
    try:
        text.encode("latin-1")  # where that can be done, twenty times as quick as a search
    except UnicodeEncodeError:
        return _not_western().search(text) is None
    return True


@cache
def _not_western() -> re.Pattern[str]:
    return re.compile("[^\x00-\xff‐-‧•…€]")


@cache
def _any_token() -> re.Pattern[str]:
    return re.compile(_FORM.format(r"[^\W\d_]"))


def _plain(word: str) -> str:
    """A word without its possessive, so that "Ofsted's" is found where "Ofsted" is looked for."""
    return "and" if word == "&" else word.removesuffix("'s")
