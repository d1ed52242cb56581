"""`gradelint rules`: the catalogue of rules."""

from __future__ import annotations

import json

import click

from gradelint.cli.options import format_option
from gradelint.cli.screen import one_line
from gradelint.rules import catalogue


@click.command()
@format_option("text", "json")
def command(form: str) -> None:
    """List every rule: its code, name, severity and what it finds."""
    rules = catalogue()
    if form == "json":
        shown = ("code", "name", "severity", "summary")
        click.echo(json.dumps([{each: str(getattr(rule, each)) for each in shown} for rule in rules], indent=2))
        return
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        click.echo(one_line(f"{rule.code}  {rule.name:<{width}}  {rule.severity:<7}  {rule.summary}"))
