"""`gradelint eval`: how far the findings agree with labelled papers, with every figure and every error."""

from __future__ import annotations

import json
import os
from datetime import date
from typing import NamedTuple

import click

from gradelint import __version__
from gradelint.cli.check import reader
from gradelint.cli.checking import disk
from gradelint.cli.checking.output import watched
from gradelint.cli.options import cache_folder, format_option
from gradelint.evaluation.checking import findings
from gradelint.evaluation.data import as_data
from gradelint.evaluation.files import CONTEXTS, LABELS, PAPER, from_folder, from_lines
from gradelint.evaluation.items import Item
from gradelint.evaluation.report import text
from gradelint.evaluation.scoring import Evaluation, disagreements, folds, judged, score
from gradelint.lint import Context
from gradelint.rules import catalogue


class _Labelled(NamedTuple):
    items: tuple[Item, ...]
    of_papers: bool


@click.command()
@click.argument("labelled", metavar="SET")
@click.option("--errors", is_flag=True, help="List every miss, near hit and false alarm.")
@click.option(
    "--folds", "parts", type=click.IntRange(min=2), metavar="N", help="Deal the items to N folds; mean and range."
)
@format_option("text", "json")
def command(labelled: str, errors: bool, parts: int | None, form: str) -> None:
    """Score gradelint on the labelled papers of SET.

    SET is a file of JSON lines, or a folder of papers (NAME.md beside NAME.expected.json). Exit code 2 when
    something is wrong with it.
    """
    rules = catalogue()
    items, of_papers = _labelled(labelled, frozenset(rule.name for rule in rules))
    if parts is not None and parts > len(items):
        raise click.UsageError(f"--folds {parts} is more than the {len(items)} items of {labelled}; give fewer")
    setting = Context(reader((), (), cache_folder())[0], date.today())
    judgements = [judged(item, findings(item, setting, rules)) for item in watched(items)]
    evaluation = Evaluation(
        labelled,
        __version__,
        score(judgements),
        of_papers,
        folds(judgements, parts) if parts is not None else (),
        tuple(disagreements(judgements)) if errors else None,
    )
    click.echo(json.dumps(as_data(evaluation), indent=2) if form == "json" else "\n".join(text(evaluation)))


def _labelled(path: str, rules: frozenset[str]) -> _Labelled:
    if not os.path.isdir(path):
        return _Labelled(from_lines(disk.contents(path), path, rules), of_papers=False)
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        raise disk.unreadable(path, error) from None
    wanted = [name for name in names if name.endswith((PAPER, LABELS)) or name == CONTEXTS]
    contents = {name: disk.contents(os.path.join(path, name)) for name in wanted}
    return _Labelled(from_folder(contents, path.rstrip("/\\") or path, rules), of_papers=True)
