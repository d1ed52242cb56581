"""`gradelint check`: what in a paper is inconsistent with a grade, with the evidence."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date

import click

from gradelint import __version__, lint
from gradelint.cli.checking import closing, disk, files, output
from gradelint.cli.checking.index import index
from gradelint.cli.checking.selecting import selected
from gradelint.cli.options import cache_folder, day_option, format_option, period_option
from gradelint.cli.screen import one_line
from gradelint.errors import GradelintError, UnreadableError
from gradelint.formats import suffixes
from gradelint.model import Checked, Period, Register, Severity
from gradelint.reading import Reader
from gradelint.register import gather
from gradelint.reports import Run, formats, renderer
from gradelint.rules import Rule, catalogue
from gradelint.vocabulary import load, load_language
from gradelint.vocabulary.shelf import opened

_LANGUAGE = "en-GB"
_STANDARD_INPUT = "stdin.txt"
_NO_PAPER = "no paper in this folder; the types read are"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@format_option(*formats())
@click.option("-o", "--output", "target", metavar="FILE", help="Put the report in FILE instead of printing it.")
@click.option("--authority", default="", metavar="NAME", help="Whose papers these are, whatever they say.")
@period_option("--date", "dated", help="When the papers were written, whatever they say.")
@day_option("--as-of", help="The day that 'now' means in present-day readings; today when not given.")
@click.option("--vocabulary", "names", multiple=True, metavar="ID[@V]", help="Use only this vocabulary (repeatable).")
@click.option(
    "--register", "registers", multiple=True, metavar="FILE|ID", help="More inspections on record (repeatable)."
)
@click.option(
    "--select", multiple=True, metavar="RULE", help="Use only these rules: codes, starts of codes (GL1) or names."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out.")
@click.option(
    "--fail-on",
    type=click.Choice([str(each) for each in Severity]),
    default=str(Severity.WARNING),
    help="The mildest finding that makes the exit code 1; warning when not given.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings (what cannot be read is still a 2).")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep compiled vocabularies.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its ending says what it holds.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    form: str,
    target: str | None,
    authority: str,
    dated: Period | None,
    as_of: date,
    names: tuple[str, ...],
    registers: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    exit_zero: bool,
    no_cache: bool,
    stdin_filename: str | None,
) -> None:
    """Flag what in papers is inconsistent with the grades of inspections.

    PATH is a file, a folder (searched for papers, hidden folders left out) or - for standard input. Files of
    more than 64 MiB are refused. Exit code 1 for findings, 2 when something is wrong or could not be read.
    """
    rules = selected(catalogue(), select, ignore)
    found = _papers(paths, target, stdin_filename)
    known, used = reader(names, registers, None if no_cache else cache_folder())
    setting = lint.Context(known, as_of, authority, dated)
    run = _run(used, known.register, target is None and output.colours())

    outcomes: list[closing.Outcome] = []
    checked = closing.noted(_checked(found, stdin_filename, setting, rules), outcomes)
    output.write(renderer(form)(checked, run), target, run.colour)

    for folder in files.empty_folders(paths, found):
        click.echo(f"gradelint: notice: {one_line(folder)}: {_NO_PAPER} {', '.join(sorted(suffixes()))}", err=True)
    for line in closing.remarks(outcomes):
        click.echo(line, err=True)
    click.echo(closing.coverage(outcomes), err=True)
    context.exit(closing.exit_code(outcomes, Severity(fail_on), exit_zero))


def _papers(paths: Sequence[str], target: str | None, stdin_filename: str | None) -> list[files.Paper]:
    """The files to check; a report is never put in the place of a paper, and never checked as one."""
    if stdin_filename is not None and files.STANDARD_INPUT not in paths:
        raise click.UsageError("--stdin-filename goes with -, which reads standard input")
    report_file = os.path.realpath(target) if target is not None else ""
    for path in paths:
        if report_file and path != files.STANDARD_INPUT and os.path.realpath(path) == report_file:
            raise GradelintError(f"{path}: would be replaced by its own report; give another file to -o")
    return files.papers(paths, suffixes(), report_file)


def reader(names: Sequence[str], registers: Sequence[str], cache: str | None) -> tuple[Reader, tuple[str, ...]]:
    """The reader, and the names of its vocabularies as they are pinned."""
    if names:
        vocabularies = {each.id: each for each in (load(name, cache) for name in names)}
        reader = Reader.of(tuple(vocabularies.values()), load_language(_LANGUAGE, cache), gather(registers))
        return reader, tuple(f"{each.id}@{each.version}" for each in vocabularies.values())
    shelf = opened(_LANGUAGE, cache)
    return Reader(shelf.vocabularies, shelf.language, index(shelf, cache), gather(registers)), shelf.names


def _run(used: tuple[str, ...], register: Register | None, colour: bool) -> Run:
    return Run(__version__, used, f"{register.id}, as at {register.as_at}" if register is not None else "", colour)


def _checked(
    found: Sequence[files.Paper], stdin_filename: str | None, setting: lint.Context, rules: Sequence[Rule]
) -> Iterator[Checked]:
    for paper in output.watched(found):
        if paper.error:
            yield Checked(paper.path, error=paper.error)
            continue
        path = paper.path if paper.path != files.STANDARD_INPUT else stdin_filename or _STANDARD_INPUT
        try:
            data = disk.standard_input(path) if paper.path == files.STANDARD_INPUT else disk.contents(path)
        except UnreadableError as error:
            yield Checked(path, error=str(error))
            continue
        yield lint.check(data, path, setting, rules)
