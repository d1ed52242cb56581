"""What a schema cannot say of a vocabulary or language: pure functions, each yielding its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gradelint.vocabulary import grade_checks, link_checks, name_checks, time_checks
from gradelint.vocabulary.faults import Fault

Check = Callable[[dict[str, Any]], Iterator[Fault]]

VOCABULARY: tuple[Check, ...] = (*name_checks.CHECKS, *grade_checks.CHECKS, *link_checks.CHECKS, *time_checks.CHECKS)
"""Every check of a vocabulary that fits its schema."""

LANGUAGE: tuple[Check, ...] = (name_checks.words_have_one_standing, name_checks.phrasings_use_known_kinds)
"""Every check of a language that fits its schema."""


def faults(tree: dict[str, Any], kind: str) -> Iterator[Fault]:
    """Every fault that the checks of a `vocabulary` or `language` find."""
    for check in VOCABULARY if kind == "vocabulary" else LANGUAGE:
        yield from check(tree)
