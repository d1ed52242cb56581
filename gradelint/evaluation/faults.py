"""What is wrong with an item of a labelled set, each fault in words that say what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from gradelint.errors import BadDataError, BadPeriodError, UnknownError
from gradelint.evaluation.items import history
from gradelint.model import Period, Severity
from gradelint.model.question import near


class _Field(NamedTuple):
    kind: type
    needed: bool = True


_KINDS: dict[type, str] = {str: "a text in quotation marks", list: "a list in brackets", dict: "an object in braces"}
_ITEM = {"id": _Field(str), "text": _Field(str), "context": _Field(dict), "expected": _Field(list)}
_CONTEXT = {"authority": _Field(str), "as_of": _Field(str)}
_LABEL = {"type": _Field(str), "quote": _Field(str), "severity": _Field(str, needed=False)}
_LABEL_KEYS = (*_LABEL, "alt", "or", "note", "notes")
_SHOWN = 60


def item_faults(data: object, rules: Collection[str]) -> Iterator[str]:
    """The faults of an item; `rules` are the names that a label may give."""
    if not isinstance(data, dict):
        yield f"an item is an object in braces with {_listed(_ITEM)}; write it so"
        return
    if astray := list(_field_faults(data, _ITEM, "the item")):
        yield from astray
        return
    if not data["id"].strip():
        yield "the id is empty; give each item its own"
    if not data["context"].keys() >= _CONTEXT.keys():
        yield f"the context needs {_listed(_CONTEXT)}; where the paper does not say, write ''"
    yield from context_faults(data["context"])
    yield from label_faults(data["expected"], data["text"], rules)
    yield from _allowed_faults(data.get("also"), data["text"])


def context_faults(context: object) -> Iterator[str]:
    """The faults of what is known of a paper."""
    if not isinstance(context, dict):
        yield f"the context is not {_KINDS[dict]}; write it so"
        return
    optional = {name: field._replace(needed=False) for name, field in _CONTEXT.items()}
    if astray := list(_field_faults(context, optional, "the context")):
        yield from astray
        return
    if _broken(context.get("authority") or ""):
        yield "the authority holds half a letter; write it anew"
    try:
        Period.parse(context.get("as_of") or "2000")
    except BadPeriodError as error:
        yield f"as_of is {error}"
    yield from _history_faults(context)


def label_faults(expected: object, text: str, rules: Collection[str]) -> Iterator[str]:
    """The faults of what is expected to be found in a text."""
    if not text.strip():
        yield "the text is empty; give the words of the paper"
    elif _broken(text):
        yield "the text holds half a letter (a lone surrogate); write it anew"
    if not isinstance(expected, list):
        yield f"what is expected is not {_KINDS[list]}; write [] where nothing is to be found"
        return
    for number, label in enumerate(expected, 1):
        for fault in _label_faults(label, text, rules):
            yield f"entry {number} of expected: {fault}"


def _label_faults(label: object, text: str, rules: Collection[str]) -> Iterator[str]:
    if not isinstance(label, dict):
        yield f"not {_KINDS[dict]}; write one with {_listed(('type', 'quote', 'severity'))}"
        return
    if astray := list(_field_faults(label, _LABEL, "the entry")):
        yield from astray
        return
    for name in label.keys() - set(_LABEL_KEYS):
        yield f"{name!r} is no part of an entry{_hint(name, _LABEL_KEYS)}; take it out"
    if label.get("severity") not in (None, *map(str, Severity)):
        yield f"no severity is called {label['severity']!r}; write {', '.join(Severity)}"
    for name in ("alt", "or"):
        if not _is_list_of_texts(label.get(name)):
            yield f"{name!r} is not a list of texts in brackets; write it so"
            return
    for rule in (label["type"], *(label.get("alt") or ())):
        if rule not in rules:
            yield _unknown_rule(rule, rules)
    yield from _quote_faults((label["quote"], *(label.get("or") or ())), text)


def _unknown_rule(rule: str, rules: Collection[str]) -> str:
    alike = near(rule, rules)
    return str(UnknownError("rule", rule, alike)) + ("" if alike else "; `gradelint rules` lists them")


def _allowed_faults(also: object, text: str) -> Iterator[str]:
    if also is None:
        return
    if not isinstance(also, list) or not all(isinstance(each, dict) for each in also):
        yield "'also' is not a list of objects; write [{\"quote\": ...}]"
        return
    for number, each in enumerate(also, 1):
        quote = each.get("quote")
        found = _quote_faults((quote,), text) if isinstance(quote, str) else ("no 'quote' in it; give it",)
        yield from (f"entry {number} of also: {fault}" for fault in found)


def _quote_faults(quotes: Collection[str], text: str) -> Iterator[str]:
    for quote in quotes:
        if not quote:
            yield "the quote is empty; give the words that carry the claim"
        elif quote not in text:
            shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}..."
            yield f"the quote {shown!r} is not in the text; copy its words letter for letter"


def _history_faults(context: Mapping[str, Any]) -> Iterator[str]:
    rows = context.get("history")
    if rows is None:
        return
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield '\'history\' is not a list of objects; write [{"date": ..., "framework": ..., "grade": ...}]'
        return
    if any(_broken(str(value)) for row in rows for value in row.values()):
        yield "the history holds half a letter (a lone surrogate); write it anew"
        return
    try:
        history(context)
    except BadDataError as error:
        yield f"the history as a register (row 1 is its head): {error.faults[0]}"


def _field_faults(data: Mapping[str, Any], fields: Mapping[str, _Field], what: str) -> Iterator[str]:
    for name, field in fields.items():
        value = data.get(name)
        if value is None and field.needed:
            yield f"{what} has no {name!r}; give it"
        elif value is not None and not isinstance(value, field.kind):
            yield f"{name!r} is not {_KINDS[field.kind]}; write it so"


def _is_list_of_texts(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def _broken(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _hint(name: str, names: Collection[str]) -> str:
    alike = near(name, names)
    return f" (did you mean {' or '.join(map(repr, alike))}?)" if alike else ""


def _listed(names: Collection[str]) -> str:
    *most, last = map(repr, names)
    return f"{', '.join(most)} and {last}"
