"""`gradelint vocab`: the vocabularies that come with gradelint, what is in one, and whether a file is sound."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from gradelint.cli.options import cache_folder, day_option, format_option
from gradelint.cli.screen import one_line, wrapped
from gradelint.errors import BadDataError, UnreadableError
from gradelint.model import Framework, Grade, Kind, Scale, Source, Vocabulary
from gradelint.model.refusal import dates
from gradelint.model.translation import Refusal, Trail, follow, translate
from gradelint.vocabulary import Example, available, examples, load, parse, parse_language

_LANGUAGE = re.compile(rb"^groups\s*:", re.MULTILINE)
_GRADING = {
    Kind.GRADED: "graded",
    Kind.OUTCOMES: "outcomes, not grades",
    Kind.UNGRADED: "not graded",
    Kind.UNKNOWN: "not known to be graded",
}


@click.group()
def command() -> None:
    """List, show or check vocabularies of grades."""


@command.command("list")
@format_option("text", "json")
def list_(form: str) -> None:
    """List the vocabularies that come with gradelint."""
    rows = [(edition, load(edition.name, cache_folder())) for edition in available()]
    if form == "json":
        click.echo(json.dumps([_summary(vocabulary) for _, vocabulary in rows], indent=2))
        return
    width = max((len(edition.name) for edition, _ in rows), default=0)
    for edition, vocabulary in rows:
        count = len(vocabulary.frameworks)
        click.echo(one_line(f"{edition.name:<{width}}  {vocabulary.title} ({count} frameworks)"))


@command.command()
@click.argument("name", metavar="ID[@V]")
@day_option("--as-of", help="The day to read the grades on; today when not given.")
@format_option("text", "json")
def show(name: str, as_of: date, form: str) -> None:
    """Show the frameworks of a vocabulary and what each grade reads as now."""
    vocabulary = load(name, cache_folder())
    if form == "json":
        frameworks = [_framework_data(vocabulary, each, as_of) for each in vocabulary.frameworks]
        data = _summary(vocabulary) | {"as_of": as_of.isoformat(), "frameworks": frameworks}
        click.echo(json.dumps(data | {"sources": [_source_data(each) for each in vocabulary.sources]}, indent=2))
        return
    click.echo(wrapped(f"{vocabulary.id}@{vocabulary.version}: {vocabulary.title}"))
    click.echo(wrapped(f"{vocabulary.inspectorate}, {vocabulary.remit}. Grades read as on {as_of.isoformat()}."))
    for framework in vocabulary.frameworks:
        click.echo("\n" + "\n".join(_framework_lines(vocabulary, framework, as_of)))


@command.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...]) -> None:
    """Check vocabulary (or language) FILES, and run the examples in them.

    Every fault is one line that says where it is and what to do. Exit code 2 when there is one.
    """
    faults = [fault for path in files for fault in _faults(path)]
    for fault in faults:
        click.echo(one_line(fault))
    click.echo(f"Found {_counted(len(faults), 'fault')} in {_counted(len(files), 'file')}.", err=True)
    context.exit(2 if faults else 0)


def disagreements(vocabulary: Vocabulary, given: tuple[Example, ...]) -> Iterator[tuple[int, str]]:
    """The examples (counted from 0) that the translator does not bear out, each with what it says instead."""
    for number, example in enumerate(given):
        answer = translate(
            (vocabulary,),
            example.grade,
            framework=example.framework,
            area=example.area,
            inspected=example.inspected,
            as_of=example.as_of.last,
        )
        if isinstance(answer, Refusal):
            if example.refused != answer.refused:
                yield number, f"refused as {answer.refused} ({answer.reason})"
        elif example.refused or (example.reads_now, example.basis) != (answer.reads_now, answer.basis):
            yield number, f"reads now as {answer.reads_now!r} ({answer.basis})"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _faults(path: Path) -> Iterator[str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        yield str(UnreadableError(str(path), error.strerror or "cannot be read", "check the name of the file"))
        return
    try:
        if _LANGUAGE.search(data):
            parse_language(data, str(path))
            return
        vocabulary, given = parse(data, str(path)), examples(data, str(path))
    except BadDataError as error:
        for fault in error.faults:
            yield f"{path}:{fault.removeprefix('line ')}" if fault.startswith("line ") else f"{path}: {fault}"
        return
    for number, instead in disagreements(vocabulary, given):
        yield f"{path}: examples[{number}]: {given[number].grade!r} {instead}; correct the example or the equivalences"


def _summary(vocabulary: Vocabulary) -> dict[str, object]:
    return {
        "id": vocabulary.id,
        "version": vocabulary.version,
        "title": vocabulary.title,
        "inspectorate": vocabulary.inspectorate,
        "remit": vocabulary.remit,
        "frameworks": len(vocabulary.frameworks),
    }


def _framework_data(vocabulary: Vocabulary, framework: Framework, as_of: date) -> dict[str, object]:
    return {
        "id": framework.id,
        "code": framework.code,
        "name": framework.name,
        "kind": str(framework.kind),
        "inspected": [framework.inspected.first.isoformat(), framework.inspected.last.isoformat()],
        "overall": framework.overall,
        "body": framework.body,
        "areas": [{"id": area.id, "name": area.name, "role": area.role} for area in framework.areas],
        "scales": [_scale_data(vocabulary, framework, scale, as_of) for scale in framework.scales],
        "drafts": framework.drafts,
        "terms": framework.terms,
        "notes": (*framework.limits, *framework.notes),
        "sources": framework.sources,
    }


def _scale_data(vocabulary: Vocabulary, framework: Framework, scale: Scale, as_of: date) -> dict[str, object]:
    return {
        "id": scale.id,
        "areas": scale.areas,
        "grades": [_grade_data(vocabulary, framework, grade, as_of) for grade in scale.grades],
    }


def _grade_data(vocabulary: Vocabulary, framework: Framework, grade: Grade, as_of: date) -> dict[str, object]:
    now = follow(vocabulary, framework, grade, as_of)
    return {
        "label": grade.label,
        "rank": grade.rank,
        "code": grade.code,
        "definition": grade.definition,
        "reads_now": now.label,
        "basis": str(now.basis),
        "sources": grade.sources,
    }


def _source_data(source: Source) -> dict[str, str]:
    return source._asdict()


def _framework_lines(vocabulary: Vocabulary, framework: Framework, as_of: date) -> Iterator[str]:
    overall = "" if not framework.graded else ", one overall grade" if framework.overall else ", no overall grade"
    yield wrapped(f"{framework.code}: {framework.name}", "  ")
    yield wrapped(f"  Inspected {dates(framework.inspected)}; {_GRADING[framework.kind]}{overall}.", "  ")
    if framework.areas:
        yield wrapped(f"  Areas: {'; '.join(f'{area.name} ({area.id})' for area in framework.areas)}.", "    ")
    for scale in framework.scales:
        yield wrapped(f"  Scale {scale.id}{f', {dates(scale.span)}' if scale.span else ''}, best first:", "    ")
        for grade in scale.grades:
            yield from _grade_lines(grade, follow(vocabulary, framework, grade, as_of))
    for name, words in (("Proposed, never given", framework.drafts), ("Findings that are no grades", framework.terms)):
        if words:
            yield wrapped(f"  {name}: {', '.join(words)}.", "    ")
    for note in (*framework.limits, *framework.notes):
        yield wrapped(f"  Note: {note}", "    ")
    for source in vocabulary.cite(framework.sources):
        yield wrapped(f"  Source: {source.title}, {source.date}", "    ")
        yield f"    {one_line(source.url)}"


def _grade_lines(grade: Grade, now: Trail) -> Iterator[str]:
    code = f" ({grade.code})" if grade.code is not None else ""
    reads = f"reads now as {now.label!r}" if now.label else "reads now as no grade"
    yield wrapped(f"    {grade.rank}. {grade.label}{code}: {reads} ({now.basis})", "       ")
    if grade.definition:
        yield wrapped(f"       {grade.definition}", "       ")
