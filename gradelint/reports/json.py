"""JSON: one object for the whole run, with the findings, the files, and what could not be read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from gradelint.model import Checked
from gradelint.reports import Run
from gradelint.reports.parts import fields

_COUNTED = (
    *("files", "unreadable", "read_in_part", "mentions", "resolved", "unresolved"),
    *("errors", "warnings", "infos"),
)


def render(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """The object in pieces, so that no more than one file is held at a time."""
    head = {"version": run.version, "vocabularies": run.vocabularies, "register": run.register}
    yield f'{json.dumps(head).removesuffix("}")}, "findings": ['
    files: list[fields.Data] = []
    unreadable: list[fields.Data] = []
    counts: Counter[str] = Counter()
    separator = ""
    for each in checked:
        counts.update(_counts(each))
        if each.document is None:
            unreadable.append({"path": each.path, "error": each.error})
            continue
        files.append(fields.file(each.document, each))
        for finding in fields.findings(each):
            yield f"{separator}\n{json.dumps(finding)}"
            separator = ","
    yield f'\n], "files": [{_listed(files)}], "unreadable": [{_listed(unreadable)}],\n"coverage": '
    yield f"{json.dumps({name: counts[name] for name in _COUNTED})}}}\n"


def _listed(items: list[fields.Data]) -> str:
    return ",".join(f"\n{json.dumps(each)}" for each in items)


def _counts(checked: Checked) -> Counter[str]:
    """What one file adds to the coverage."""
    counts = Counter(f"{finding.severity}s" for finding in checked.findings)
    counts.update(files=int(checked.document is not None), unreadable=int(checked.document is None))
    counts.update(read_in_part=int(checked.document is not None and bool(checked.document.unread)))
    mentions, resolved = checked.coverage
    counts.update(mentions=mentions, resolved=resolved, unresolved=mentions - resolved)
    return counts
