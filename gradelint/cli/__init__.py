"""The command line: every other module of this folder that has a `command` is a sub-command of its name."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from gradelint import __version__
from gradelint.cli.screen import one_line
from gradelint.errors import GradelintError

if TYPE_CHECKING:
    import click

# Values hold no cycles: looking for some at every 700 new objects, as Python does, costs a seventh of a start.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
_NOT_COMMANDS = ("__init__", "options", "screen")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that `arguments` (the process's own when None) name, and exit with its code."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    import click  # only now, for it makes many objects

    given = list(sys.argv[1:] if arguments is None else arguments)
    _print_what_the_terminal_cannot_show_as_escapes()
    try:
        program(given).main(args=arguments, prog_name="gradelint")
    except GradelintError as error:
        click.echo(f"gradelint: error: {one_line(str(error))}", err=True)
        sys.exit(2)
    finally:
        if arguments is None:
            gc.freeze()  # the process ends here; Python would look through all objects twice more


def program(arguments: Sequence[str] = ()) -> click.Group:
    """The group of commands; only the one that `arguments` name is imported, or all to list them."""
    import click

    group = click.Group(
        "gradelint",
        help="Translates inspection grades and flags papers that misstate them.",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    click.version_option(__version__, prog_name="gradelint", message="%(prog)s %(version)s")(group)
    for name in _wanted(arguments):
        group.add_command(import_module(f"gradelint.cli.{name}").command, name)
    return group


def commands() -> tuple[str, ...]:
    """The names of the commands, which are the names of their modules."""
    modules = (name[:-3] for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py"))
    return tuple(sorted(name for name in modules if name not in _NOT_COMMANDS))


def _wanted(arguments: Sequence[str]) -> tuple[str, ...]:
    first = next((each for each in arguments if not each.startswith("-")), "")
    if first in commands():
        return (first,)
    return () if not first and "--version" in arguments else commands()


def _print_what_the_terminal_cannot_show_as_escapes() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
