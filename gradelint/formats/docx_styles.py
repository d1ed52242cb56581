"""What a Word paragraph's style says it is: a heading of some depth, a list item, a caption, a quotation."""

from __future__ import annotations

from typing import NamedTuple

from gradelint.formats.docx_story import Attributes, parse, word_value

_PLAIN = frozenset(("", "normal", "bodytext", "nospacing", "listparagraph", "header", "footer", "footnotetext"))
_PLACED = {"title": 0, **{f"heading{depth}": depth for depth in range(1, 10)}}
_LISTS = frozenset(
    f"{name}{number}" for name in ("listbullet", "listnumber", "listcontinue") for number in ("", *range(2, 6))
)
_ROLES = {"caption": "caption", "quote": "quotation", "intensequote": "quotation"} | dict.fromkeys(_LISTS, "list")
_LONGEST_CHAIN = 20


class Style(NamedTuple):
    """What a style makes of a paragraph: `depth` of a heading (0 the title), else None; its other role, if any."""

    depth: int | None = None
    role: str = ""


class Written(NamedTuple):
    """A style as the file tells it."""

    name: str
    based_on: str
    outline: int | None
    listed: bool


class Styles:
    """The styles of a file. The part that tells them is read only for names that Word itself does not have."""

    def __init__(self, part: bytes | None, path: str, name: str) -> None:
        self._part, self._path, self._name = part, path, name
        self._written: dict[str, Written] | None = None

    def of(self, id: str) -> Style:
        """What the style with this id says."""
        if (known := _known(id)) is not None:
            return known
        if self._written is None:
            self._written = _written(self._part, self._path, self._name) if self._part else {}
        for _ in range(_LONGEST_CHAIN):
            written = self._written.get(id)
            if written is None:
                break
            if (known := _known(written.name)) is not None and known != Style():
                return known
            if written.outline is not None:
                return Style(written.outline + 1)
            if written.listed:
                return Style(role="list")
            id = written.based_on
        return Style()


def _known(name: str) -> Style | None:
    """What a name of Word's own says, whatever its spaces and case."""
    plain = name.replace(" ", "").lower()
    if plain in _PLACED:
        return Style(_PLACED[plain])
    if plain in _ROLES:
        return Style(role=_ROLES[plain])
    return Style() if plain in _PLAIN else None


def _written(part: bytes, path: str, name: str) -> dict[str, Written]:
    found: dict[str, Written] = {}

    def start(element: str, attributes: Attributes) -> None:
        kind = element.rpartition(" ")[2]
        if kind == "style":
            found[word_value(attributes, "styleId")] = Written("", "", None, False)
        elif kind in ("name", "basedOn", "outlineLvl", "numId") and found:
            last = next(reversed(found))
            found[last] = _told(found[last], kind, word_value(attributes, "val"))

    parse(part, path, name, start)
    return found


def _told(style: Written, kind: str, value: str) -> Written:
    if kind == "name":
        return style._replace(name=value)
    if kind == "basedOn":
        return style._replace(based_on=value)
    if kind == "numId":
        return style._replace(listed=value != "0")
    return style._replace(outline=int(value) if value.isdecimal() and int(value) < 9 else None)
