"""An item to what is found in it, checked as the Markdown paper it would be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from gradelint.errors import GradelintError
from gradelint.evaluation.items import Item
from gradelint.lint import Context, check
from gradelint.model import Severity, Span
from gradelint.register import merge
from gradelint.rules import Rule


class Placed(NamedTuple):
    """A finding and its place in the item's own text."""

    rule: str
    severity: Severity
    span: Span

    @property
    def loud(self) -> bool:
        """Whether it is more than a remark."""
        return self.severity is not Severity.INFO


def findings(item: Item, setting: Context, rules: Sequence[Rule]) -> tuple[Placed, ...]:
    """What the rules find in an item. Its history is on record beside the setting's register."""
    head = _front_matter(item)
    checked = check((head + item.text).encode(), f"{item.id}.md", _with_history(setting, item), rules)
    if checked.document is None:
        raise GradelintError(f"{item.source}: the text cannot be checked ({checked.error}); correct it")
    spans = (checked.document.source_span(each.span)[1:] for each in checked.findings)
    moved = (Span(start - len(head), end - len(head)) for start, end in spans)
    return tuple(Placed(each.rule, each.severity, span) for each, span in zip(checked.findings, moved, strict=True))


def _front_matter(item: Item) -> str:
    """The head that the paper would have; none where nothing is known, so that the text may have its own."""
    known = {"authority": item.authority, "date": item.as_of}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    return "\n".join(["---", *lines, "---", "", ""]) if lines else ""


def _with_history(setting: Context, item: Item) -> Context:
    if item.register is None:
        return setting
    shipped = setting.reader.register
    register = item.register if shipped is None else merge([shipped, item.register])
    return setting._replace(reader=setting.reader._replace(register=register))
