"""Which rules run: by code (GL101), by the start of a code (GL1), or by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.errors import GradelintError, UnknownError
from gradelint.rules import Rule


def selected(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that `select` names (all when it is empty) without those that `ignore` names. Raises UnknownError."""
    wanted = {rule.code for term in _terms(select) for rule in _meant(rules, term)} or {rule.code for rule in rules}
    unwanted = {rule.code for term in _terms(ignore) for rule in _meant(rules, term)}
    left = tuple(rule for rule in rules if rule.code in wanted - unwanted)
    if not left:
        raise GradelintError("no rule is left to check with; select more or ignore fewer")
    return left


def _terms(given: Sequence[str]) -> Iterator[str]:
    return (term.strip() for each in given for term in each.split(",") if term.strip())


def _meant(rules: Sequence[Rule], term: str) -> list[Rule]:
    code, name = term.upper(), term.casefold().replace("_", "-")
    meant = [rule for rule in rules if (code.startswith("GL") and rule.code.startswith(code)) or rule.name == name]
    if not meant:
        from gradelint.model.question import near  # costs a tenth of a start-up

        raise UnknownError("rule", term, near(term, [each for rule in rules for each in (rule.code, rule.name)]))
    return meant
