"""The dates that papers carry on their face: "16 July 2013", "July 16, 2013", "16/07/2013", 2013-07-16, "July 2013"."""

from __future__ import annotations

import re

from gradelint.model import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_FORMS = (
    rf"\b(?P<d1>{_DAY})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_MONTH}),? (?P<y1>(?:19|20)\d\d)\b",
    rf"\b(?P<m2>{_MONTH})(?: (?P<d2>{_DAY})(?:st|nd|rd|th)?,?)? (?P<y2>(?:19|20)\d\d)\b",
    r"\b(?P<y3>(?:19|20)\d\d)-(?P<m3>0[1-9]|1[0-2])-(?P<d3>[0-3]\d)\b",
    rf"\b(?P<d4>{_DAY})(?P<s>[/.])(?P<m4>0?[1-9]|1[0-2])(?P=s)(?P<y4>(?:19|20)\d\d)\b",
)


def date_in(text: str) -> Period | None:
    """The first date in a text, a day or a month; None when it has none or the calendar has no such day."""
    if "19" not in text and "20" not in text:
        return None
    found = re.search("|".join(_FORMS), text, re.IGNORECASE)
    if found is None:
        return None
    part = {name[0]: value for name, value in found.groupdict().items() if value}
    month = int(part["m"]) if part["m"].isdigit() else _MONTHS.index(part["m"][:3].lower()) + 1
    if "d" not in part:
        return Period.month(int(part["y"]), month)
    try:
        return Period.day(int(part["y"]), month, int(part["d"]))
    except ValueError:
        return None
