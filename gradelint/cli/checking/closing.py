"""The end of a run: what was covered, what could not be read, and the exit code. Nothing unread passes as clean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gradelint.cli.screen import one_line
from gradelint.model import Checked, Coverage, Severity


class Outcome(NamedTuple):
    """What is left of a file once its findings are reported; `found` counts them by severity."""

    path: str
    error: str
    found: Counter[Severity]
    coverage: Coverage = Coverage()
    notices: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def noted(checked: Iterable[Checked], outcomes: list[Outcome]) -> Iterator[Checked]:
    """Each file as it comes by, its outcome put down in `outcomes`."""
    for each in checked:
        outcomes.append(_outcome(each))
        yield each


def remarks(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each thing the user has to know besides the findings."""
    for each in outcomes:
        for notice in each.notices:
            yield f"gradelint: notice: {one_line(f'{each.path}: {notice}')}"
        for part in each.unread:
            yield f"gradelint: notice: {one_line(f'{each.path}: {part}: could not be read; check this part yourself')}"
        if each.error:
            yield f"gradelint: error: {one_line(each.error)}"


def coverage(outcomes: Sequence[Outcome]) -> str:
    """`Found 1 error in 2 files (14 grade mentions: 12 resolved, 2 unresolved). 1 file could not be read.`"""
    read = [each for each in outcomes if not each.error]
    partly = sum(bool(each.unread) for each in read)
    sentences = [f"Found {_findings(read)} in {_counted(len(read), 'file')} ({_mentions(read)})."]
    if len(read) < len(outcomes):
        sentences.append(f"{_counted(len(outcomes) - len(read), 'file')} could not be read.")
    if partly:
        sentences.append(f"{_counted(partly, 'file')} could be read only in part.")
    return " ".join(sentences)


def exit_code(outcomes: Sequence[Outcome], fail_on: Severity, exit_zero: bool) -> int:
    """2 where something was not read (in part, and nothing found in the rest); else 1 for findings that count."""
    if any(each.error or (each.unread and not _fails(each, fail_on)) for each in outcomes):
        return 2
    return int(not exit_zero and any(_fails(each, fail_on) for each in outcomes))


def _outcome(checked: Checked) -> Outcome:
    found = Counter(finding.severity for finding in checked.findings)
    document = checked.document
    if document is None:
        return Outcome(checked.path, checked.error or f"{checked.path}: could not be read", found)
    return Outcome(checked.path, checked.error, found, checked.coverage, document.notices, document.unread)


def _fails(outcome: Outcome, fail_on: Severity) -> bool:
    return any(severity.weight >= fail_on.weight for severity in outcome.found)


def _findings(outcomes: Sequence[Outcome]) -> str:
    counts = {severity: sum(each.found[severity] for each in outcomes) for severity in Severity}
    named = [_counted(count, str(severity)) for severity, count in counts.items() if count]
    return " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:]))) or "nothing"


def _mentions(outcomes: Sequence[Outcome]) -> str:
    mentions = sum(each.coverage.mentions for each in outcomes)
    resolved = sum(each.coverage.resolved for each in outcomes)
    split = f": {resolved} resolved, {mentions - resolved} unresolved" if mentions else ""
    return f"{_counted(mentions, 'grade mention')}{split}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
