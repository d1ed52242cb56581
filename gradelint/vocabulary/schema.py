"""Holds a loaded file against its JSON Schema and says in plain words what does not fit."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from gradelint import shipped
from gradelint.vocabulary.faults import Fault, Route, suggestion

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def faults(tree: dict[str, Any], kind: str) -> Iterator[Fault]:
    """Every place where a `vocabulary` or `language` does not fit its schema."""
    from jsonschema import Draft202012Validator

    text = (shipped.folder("schemas") / f"{kind}.schema.json").read_text(encoding="utf-8")
    for error in Draft202012Validator(json.loads(text)).iter_errors(tree):
        yield from _faults(error)


def _faults(error: ValidationError) -> Iterator[Fault]:
    route = tuple(error.absolute_path)
    match error.validator:
        case "required" | "dependentRequired":
            yield from _missing(error, route)
        case "additionalProperties":
            yield from _surplus(error, route)
        case _:
            yield Fault(route, _message(error), _remedy(error))


def _missing(error: ValidationError, route: Route) -> Iterator[Fault]:
    key = error.message.split("'")[1]
    yield Fault(route, f"the key {key!r} is missing", f"add {key}:")


def _surplus(error: ValidationError, route: Route) -> Iterator[Fault]:
    known = list(error.schema.get("properties", ())) if isinstance(error.schema, dict) else []
    for key in cast(dict[str, Any], error.instance):
        if key not in known:
            yield Fault((*route, key), f"no key called {key!r} here", suggestion(key, known, "remove it"))


def _message(error: ValidationError) -> str:
    value, rule = cast(Any, error.instance), cast(Any, error.validator_value)
    shown = _shown(value)
    match error.validator:
        case "pattern" | "anyOf" | "oneOf" | "type" | "format":
            return f"{shown} does not fit"
        case "enum":
            return f"{shown} is none of {', '.join(map(str, rule))}"
        case "const":
            return f"{shown} is not {rule}"
        case "minItems" | "minProperties" | "minLength":
            return "it is empty" if not value else f"{shown} is too short"
        case "uniqueItems":
            (twice, _), *_ = Counter(map(str, value)).most_common(1)
            return f"{_shown(twice)} stands twice"
        case "maxItems":
            return f"{len(value)} items, {rule} at most"
        case "not":
            return "it may not stand here"
        case _:
            return f"{shown} does not fit: {error.message[-80:]}"


def _remedy(error: ValidationError) -> str:
    schema = error.schema
    if not isinstance(schema, dict):
        return "remove it"
    if error.validator == "uniqueItems":
        return "keep one of them"
    if "x-remedy" in schema:
        return str(schema["x-remedy"])
    if error.validator == "type":
        return f"it must be {_kinds(cast(Any, error.validator_value))}"
    return str(schema.get("description", ""))


def _kinds(value: str | list[str]) -> str:
    names = {"object": "a mapping", "array": "a list", "string": "text", "integer": "a whole number", "null": "null"}
    return " or ".join(names[each] for each in ([value] if isinstance(value, str) else value))


def _shown(value: Any) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
