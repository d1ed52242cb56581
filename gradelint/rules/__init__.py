"""The rules: one module each, found because it is there; its docstring is its manual page."""

import importlib
import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from gradelint.model.finding import Finding, Severity
from gradelint.model.reading import Reading

_TITLE = re.compile(r"(GL\d{3}) ([a-z-]+) \((error|warning|info)\): (.+)")


class Rule(NamedTuple):
    """A rule: its code and name for ever, its usual severity, one line, its manual, and the predicate."""

    code: str
    name: str
    severity: Severity
    summary: str
    manual: str
    check: Callable[[Reading], Iterator[Finding]]


def catalogue() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = (file[:-3] for file in os.listdir(__path__[0]) if file.endswith(".py") and not file.startswith("_"))
    return tuple(sorted((_rule(name) for name in names), key=lambda rule: rule.code))


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    manual = module.__doc__ or ""
    title = _TITLE.match(manual)
    if title is None or title.group(2) != name.replace("_", "-"):
        raise ValueError(
            f"the first line of rules/{name}.py must read 'GL### {name.replace('_', '-')} (severity): summary'"
        )
    code, rule, severity, summary = title.groups()
    check = partial(_stamped, getattr(module, name), code, rule, Severity(severity))
    return Rule(code, rule, Severity(severity), summary, manual, check)


def _stamped(
    predicate: Callable[[Reading], Iterator[Finding]], code: str, rule: str, severity: Severity, reading: Reading
) -> Iterator[Finding]:
    """What the predicate finds, under the rule's code and name; a finding may be milder than its rule, never graver."""
    for finding in predicate(reading):
        mildest = min(severity, finding.severity, key=lambda each: each.weight)
        yield finding._replace(code=code, rule=rule, severity=mildest)
