"""What several commands share: dates and vocabularies as options, and where things may be kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from gradelint.errors import BadPeriodError
from gradelint.model.period import Period


def period_option(*names: str, help: str) -> Callable[[Any], Any]:
    """An option that takes a day, a month or a year: `2012-08-10`, `2012-08`, `2012`."""
    return click.option(*names, metavar="DATE", callback=_period, help=help)


def day_option(*names: str, help: str) -> Callable[[Any], Any]:
    """An option that takes one day, today when it is not given."""
    return click.option(*names, metavar="DATE", callback=_day, help=help)


def format_option(*formats: str) -> Callable[[Any], Any]:
    """`--format`, the first of these when it is not given."""
    return click.option("--format", "form", type=click.Choice(formats), default=formats[0], help="How to print it.")


def cache_folder() -> str | None:
    """Where compiled vocabularies may be kept; None on a machine that gives the user no home."""
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if given and os.path.isabs(given):
        return os.path.join(given, "gradelint")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "gradelint") if home != "~" and os.path.isdir(home) else None


def _period(context: click.Context, parameter: click.Parameter, value: str | None) -> Period | None:
    try:
        return None if value is None else Period.parse(value)
    except BadPeriodError as error:
        raise click.BadParameter(str(error), context, parameter) from None


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    if value is None:
        return date.today()
    period = _period(context, parameter, value)
    if period is None or period.precision != "day":
        raise click.BadParameter(f"{value!r} is not one day; write 2012-08-10", context, parameter)
    return period.first
