"""The `key: value` lines between `---` at the top of a Markdown paper to its authority, date and title."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from gradelint.errors import BadPeriodError
from gradelint.formats.paper_dates import date_in
from gradelint.model import Period

_FENCED = r"(?sm)---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
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
    if not flat.startswith("---"):
        return FrontMatter()
    fenced = re.match(_FENCED, flat)
    if fenced is None:
        return FrontMatter()
    values: dict[str, str] = {}
    for line in fenced[1].split("\n"):
        if found := re.match(_LINE, line.rstrip()):
            values.setdefault(re.sub(r"[ _]", "-", found[1].lower()), _plain(found[2] or ""))
    authority = next((values[key] for key in _AUTHORITY if values.get(key)), "")
    date = next((day for key in _DATE if (day := _period(values.get(key, "")))), None)
    return FrontMatter(fenced.end(), authority, date, values.get("title", ""))


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
