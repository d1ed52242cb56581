"""The marks inside a Markdown block to the words a reader sees, each letter still tied to its place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection

from gradelint.model import Piece

_MARKS = re.compile(r"[*_\[\]<>&\\`~!]")
_TOKEN = re.compile(
    r"(?P<escape>\\(?:[!-/:-@\[-`{-~]|(?= ?\n)))"
    r"|(?P<code>`+)"
    r"|(?P<run>\*+|_+|~~+)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>)"
    r"|(?P<comment><!--)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,4000}>)"
)
_TARGET = (
    r"\(\s{0,9}(?:<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000}+)?"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
)
_REFERENCE = r"\[([^\[\]]{0,200})\]"
_BREAKS = r"(?i)</?(?:br|hr)\b"

Change = tuple[int, int, str]


def shown(raw: str, references: Collection[str]) -> tuple[str, list[Piece]]:
    """The raw text as a reader sees it, and its letters' places in the raw text (none: one for one)."""
    if _MARKS.search(raw) is None:
        return raw, []
    changes = _Marks(raw, references).changes()
    return _changed(raw, changes) if changes else (raw, [])


def _changed(raw: str, changes: list[Change]) -> tuple[str, list[Piece]]:
    out: list[str] = []
    pieces: list[Piece] = []
    done = length = 0
    for start, end, words in changes:
        if start < done:
            continue
        if start > done or words:
            pieces.append(Piece(length, done, start - done))
        out += (raw[done:start], words)
        length += start - done + len(words)
        done = end
    out.append(raw[done:])
    pieces.append(Piece(length, done, len(raw) - done))
    return "".join(out), pieces


class _Marks:
    """One pass over the marks of a block, with the runs and brackets still open."""

    def __init__(self, raw: str, references: Collection[str]) -> None:
        self.raw, self.references = raw, references
        self.found: list[Change] = []
        self.runs: dict[str, list[list[int]]] = {}
        self.brackets: list[tuple[int, int]] = []
        self.no_comment_end = False

    def changes(self) -> list[Change]:
        """What to leave out or replace, in order."""
        ticks: dict[int, deque[int]] = {}
        for run in re.finditer(r"`+", self.raw):
            ticks.setdefault(run.end() - run.start(), deque()).append(run.start())
        at = 0
        while token := _TOKEN.search(self.raw, at):
            at = token.end()
            match token.lastgroup:
                case "code":
                    at = self._code(token, ticks)
                case "comment":
                    at = self._comment(token)
                case "close":
                    at = self._bracket_closes(token.start())
                case "run":
                    self._run(token)
                case "open":
                    self.brackets.append((token.start(), token.end()))
                case _:
                    self._single(token)
        self.found.sort()
        return self.found

    def _single(self, token: re.Match[str]) -> None:
        start, end = token.span()
        match token.lastgroup:
            case "escape":
                self.found.append((start, start + 1, ""))
            case "entity":
                from html import unescape

                self.found.append((start, end, unescape(token[0])))
            case "auto":
                self.found += ((start, start + 1, ""), (end - 1, end, ""))
            case _:
                self.found.append((start, end, " " if re.match(_BREAKS, token[0]) else ""))

    def _code(self, token: re.Match[str], ticks: dict[int, deque[int]]) -> int:
        """Past a code span, whose words stand as they are; past the ticks alone where none closes them."""
        start, end = token.span()
        same = ticks[end - start]
        while same and same[0] <= start:
            same.popleft()
        if not same:
            return end
        close = same.popleft()
        self.found += ((start, end, ""), (close, close + end - start, ""))
        return close + end - start

    def _comment(self, token: re.Match[str]) -> int:
        end = -1 if self.no_comment_end else self.raw.find("-->", token.end())
        if end < 0:
            self.no_comment_end = True
            return token.end()
        self.found.append((token.start(), end + 3, ""))
        return end + 3

    def _bracket_closes(self, at: int) -> int:
        """Leave out a link's brackets and target; square brackets that are no link stay."""
        if not self.brackets:
            return at + 1
        start, inner = self.brackets.pop()
        target = re.compile(_TARGET).match(self.raw, at + 1)
        if target is None:
            target = re.compile(_REFERENCE).match(self.raw, at + 1)
            named = target[1] if target and target[1] else self.raw[inner : min(at, inner + 200)]
            if not self.references or _label(named) not in self.references:
                return at + 1
        end = target.end() if target else at + 1
        self.found += ((start, inner, ""), (at, end, ""))
        return end

    def _run(self, token: re.Match[str]) -> None:
        """Pair a run of stars, underscores or tildes with those still open; what pairs is left out."""
        start, end = token.span()
        mark = token[0][0]
        before = self.raw[start - 1] if start else " "
        after = self.raw[end] if end < len(self.raw) else " "
        opens = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
        if mark == "_":
            opens, closes = opens and not (closes and before.isalnum()), closes and not (opens and after.isalnum())
        waiting = self.runs.setdefault(mark, [])
        left = end - start
        while closes and left and waiting:
            opened = waiting[-1]
            used = min(left, opened[1] - opened[0])
            self.found.append((opened[1] - used, opened[1], ""))
            self.found.append((end - left, end - left + used, ""))
            opened[1] -= used
            left -= used
            if opened[0] == opened[1]:
                waiting.pop()
        if opens and left:
            waiting.append([end - left, end])


def _label(text: str) -> str:
    return " ".join(text.casefold().split())
