"""`gradelint explain`: the manual page of a rule."""

from __future__ import annotations

import click

from gradelint.cli.screen import printable
from gradelint.errors import UnknownError
from gradelint.model.question import near
from gradelint.rules import Rule, catalogue


@click.command()
@click.argument("rule", metavar="CODE|NAME")
def command(rule: str) -> None:
    """Print the manual page of a rule, by code (GL101) or name."""
    click.echo(printable(_called(rule).manual.strip()))


def _called(name: str) -> Rule:
    rules = catalogue()
    wanted = name.strip().casefold().replace("_", "-")
    for rule in rules:
        if wanted in (rule.code.casefold(), rule.name.casefold()):
            return rule
    raise UnknownError("rule", name, near(name, [each for rule in rules for each in (rule.code, rule.name)]))
