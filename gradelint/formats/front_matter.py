"""The front matter of a Markdown paper (`key: value` lines between `---`, or TOML between `+++`) to what it says."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gradelint.errors import BadPeriodError
from gradelint.formats.paper_dates import date_in
from gradelint.model import Period

_FENCED = r"(?sm)---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
_TOML = r"(?sm)\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)"
_LINE = r"([A-Za-z][\w -]{0,60}?)[ \t]*:(?:[ \t]+(.*))?\Z"
_AUTHORITY = ("authority", "council", "local-authority", "organisation")
_DATE = ("date", "dated", "meeting-date", "published", "date-of-meeting")


class FrontMatter(NamedTuple):
    """What the front matter says; `end` is where the paper itself begins."""

    end: int = 0
    authority: str = ""
    date: Period | None = None
    title: str = ""


def front_matter(flat: str) -> FrontMatter:
    """Read it if there is any. What is not a plain `key: value` line is passed over: it is not ours to judge."""
    toml = flat.startswith("+++")
    fenced = re.match(_TOML if toml else _FENCED, flat) if toml or flat.startswith("---") else None
    if fenced is None:
        return FrontMatter()
    values: dict[str, str] = {}
    for key, value in _from_toml(fenced[1]) if toml else _from_lines(fenced[1]):
        values.setdefault(re.sub(r"[ _]", "-", key.lower()), value)
    authority = next((values[key] for key in _AUTHORITY if values.get(key)), "")
    dated = next((day for key in _DATE if (day := _period(values.get(key, "")))), None)
    return FrontMatter(fenced.end(), authority, dated, values.get("title", ""))


def _from_lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        if found := re.match(_LINE, line.rstrip()):
            yield found[1], _plain(found[2] or "")


def _from_toml(text: str) -> Iterator[tuple[str, str]]:
    """The top-level values, as site generators write them; TOML that is not well formed says nothing."""
    import tomli  # few papers have it

    try:
        table = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError):
        return
    for key, value in table.items():
        yield key, value.isoformat()[:10] if isinstance(value, date) else str(value)


def _plain(value: str) -> str:
    """A value without its quotes."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            read: object = json.loads(value)
        except ValueError:
            return value[1:-1]
        return read if isinstance(read, str) else value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value.partition(" #")[0].rstrip()


def _period(value: str) -> Period | None:
    try:
        return Period.parse(value)
    except BadPeriodError:
        return date_in(value)
