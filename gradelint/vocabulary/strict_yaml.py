"""Turns the bytes of a YAML file into plain values, refusing everything in YAML that can surprise.

Values are built from PyYAML's pure event stream, so nothing is ever composed or constructed by tag,
and nesting is counted before it is followed (the C parser ends the process on a deep nest).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from gradelint.errors import BadDataError
from gradelint.vocabulary.faults import Route

if TYPE_CHECKING:
    import yaml

MOST_BYTES = 1024 * 1024
MOST_DEPTH = 64
_NUMBER = re.compile(r"(?:0|-?[1-9][0-9]*)\Z")
_MOST_DIGITS = 15
_NOTHING = ("", "~", "null")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Loaded(NamedTuple):
    """The mapping a file holds, and the line each of its values stands on."""

    tree: dict[str, Any]
    lines: Mapping[Route, int]


def load(data: bytes, path: str) -> Loaded:
    """Read one YAML mapping of text, whole numbers, lists and mappings. Raises BadDataError.

    Dates, yes/no and decimals stay the text they were written as. Tags, anchors, aliases, merge keys,
    duplicate keys and further documents are refused.
    """
    import yaml

    building = _Building()
    text = _text(data, path)
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            building.take(event)
    except yaml.YAMLError as error:
        raise BadDataError(path, (_syntax(error, text),)) from None
    except (ValueError, OverflowError):  # a directive's number or an escape that is no character
        raise BadDataError(path, (f"line {building.line}: a number or escape that YAML does not allow",)) from None
    except _TooDeepError:
        fault = f"line {building.line}: nested more than {MOST_DEPTH} deep; a data file needs no more than ten levels"
        raise BadDataError(path, (fault,)) from None
    if building.faults:
        raise BadDataError(path, tuple(building.faults))
    if not isinstance(building.tree, dict):
        raise BadDataError(path, ("line 1: the file is not a mapping; begin with a key such as `id:`",))
    return Loaded(building.tree, building.lines)


def _text(data: bytes, path: str) -> str:
    if len(data) > MOST_BYTES:
        fault = f"{len(data):,} bytes; a data file may have {MOST_BYTES:,} at most, so split it"
        raise BadDataError(path, (fault,))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDataError(path, (f"line {line}: not UTF-8; save the file as UTF-8",)) from None


def _syntax(error: yaml.YAMLError, text: str) -> str:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        problem = getattr(error, "problem", None) or "not YAML"
        return f"line {mark.line + 1}: column {mark.column + 1}: not valid YAML: {problem}"
    line = text.count("\n", 0, getattr(error, "position", 0)) + 1
    return f"line {line}: a control character; remove it"


class _TooDeepError(Exception):
    pass


class _Open:
    """A mapping or list that has begun and not ended."""

    def __init__(self, value: dict[str, Any] | list[Any], route: Route) -> None:
        self.value, self.route = value, route
        self.key: str | None = None


class _Building:
    """What has been read so far, event by event."""

    def __init__(self) -> None:
        self.tree: Any = None
        self.lines: dict[Route, int] = {}
        self.faults: list[str] = []
        self.line = 1
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event."""
        import yaml

        self.line = event.start_mark.line + 1 if event.start_mark else self.line
        match event:
            case yaml.ScalarEvent():
                self._refuse_marks(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._refuse_marks(event)
                self._begin({})
            case yaml.SequenceStartEvent():
                self._refuse_marks(event)
                self._begin([])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.AliasEvent():
                self._fault(f"an alias (*{event.anchor})", "write the value out again")
                self._put(None)
            case yaml.DocumentStartEvent():
                self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fault("a second document", "keep one document in a file")
        if event.tags:
            self._fault("a %TAG directive", "remove it")

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._fault(f"an anchor (&{event.anchor})", "write the value out where it is needed")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(f"a tag ({tag})", "write plain text, a whole number, a list or a mapping")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text = event.value
        if _UNSAFE.search(text):
            self._fault("a control character", "remove it")
        if self._awaits_key():
            self._key(text)
        elif event.style is None and _NUMBER.match(text):
            self._put(self._number(text))
        else:
            self._put(None if event.style is None and text in _NOTHING else text)

    def _number(self, text: str) -> int:
        if len(text) > _MOST_DIGITS:
            self._fault(f"a number of {len(text)} digits", "quote it if it is text")
            return 0
        return int(text)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _key(self, text: str) -> None:
        top = self._open[-1]
        place = (*top.route, text)
        if text == "<<":
            self._fault("a merge key (<<)", "write the values out where they are needed")
        if text in top.value:
            first = self.lines.get(place, self.line)
            self._fault(f"the key {text!r} stands on line {first} and on line {self.line}", "keep one")
        else:
            self.lines[place] = self.line
        top.key = text

    def _begin(self, value: dict[str, Any] | list[Any]) -> None:
        if len(self._open) >= MOST_DEPTH:
            raise _TooDeepError
        if self._awaits_key():
            self._fault("a key that is a list or mapping", "use plain text as the key")
            self._open[-1].key = ""
        self._open.append(_Open(value, self._put(value)))

    def _put(self, value: Any) -> Route:
        if not self._open:
            self.tree = value
            return ()
        top = self._open[-1]
        if isinstance(top.value, list):
            route: Route = (*top.route, len(top.value))
            self.lines[route] = self.line
            top.value.append(value)
            return route
        key = top.key or ""
        top.key = None
        top.value[key] = value
        return (*top.route, key)

    def _fault(self, message: str, remedy: str) -> None:
        self.faults.append(f"line {self.line}: {message}; {remedy}")
