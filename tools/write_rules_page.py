"""Writes `docs/rules.md` from the manuals of the rules: `python tools/write_rules_page.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gradelint.rules import Rule, catalogue

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
OPENING = """\
# The rules

This page is made from the rules' own manuals by `tools/write_rules_page.py`; change the manual, not the page.

A rule judges wording, not people, and every finding names the grade or the record that the wording is inconsistent
with. The examples are run as tests. Each opens with whose paper it is, its date and what is on record; `[[` and `]]`
stand round the words that are flagged in it, and in one marked `clean` the rule flags nothing.
"""


def page() -> str:
    """The whole page: a table of the rules, then their manuals."""
    rules = catalogue()
    return "\n".join([OPENING, *_table(rules), "", *(_manual(rule) for rule in rules)]).rstrip() + "\n"


def _table(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "| code | name | severity | the paper ... |"
    yield "|---|---|---|---|"
    for rule in rules:
        anchor = f"{rule.code.lower()}-{rule.name}"
        yield f"| [{rule.code}](#{anchor}) | {rule.name} | {rule.severity} | {rule.summary} |"


def _manual(rule: Rule) -> str:
    body = rule.manual.partition("\n")[2].strip()
    summary = rule.summary[0].upper() + rule.summary[1:]
    return f"## {rule.code} {rule.name}\n\n{summary} ({rule.severity}).\n\n{body}\n"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
