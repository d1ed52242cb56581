"""`gradelint translate`: what a grade meant, what it reads as on a given day, and on whose word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import click

from gradelint.cli.options import cache_folder, day_option, format_option, period_option
from gradelint.cli.screen import one_line, wrapped
from gradelint.model import Basis, Period
from gradelint.model.refusal import dates, listed
from gradelint.model.trail import OVERALL
from gradelint.model.translation import Candidate, Refusal, Translation, translate
from gradelint.vocabulary import available, load

_SHOWN = 5
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_READS = {
    Basis.SAME: "it reads as {0!r}, which is the same grade (same)",
    Basis.OFFICIAL: "it reads as {0!r}, on the inspectorate's own word (official)",
    Basis.CONVENTIONAL: "it is read as {0!r} by convention; no inspectorate has said so (conventional)",
    Basis.DENIED: "it reads as no grade: the inspectorate says the two are not comparable (denied)",
    Basis.REMOVED: "it reads as no grade: there is no such judgement any more (removed)",
    Basis.NONE: "it reads as no grade: nothing has taken its place (none)",
}
_LIMIT = (
    "This is about the word. It says nothing of how the service was then, is now, or would be graded on another day."
)


@click.command()
@click.argument("grade")
@click.option("--vocabulary", "names", multiple=True, metavar="ID[@V]", help="Look only here (may be repeated).")
@click.option("--framework", default="", metavar="CODE", help="The framework of the inspection, such as CPI.")
@click.option("--area", default="", metavar="AREA", help="What the grade is for; `overall` is the whole.")
@period_option("--inspected", help="When the inspection was made (not when its report came out).")
@day_option("--as-of", help="The day to read the grade on; today when not given.")
@format_option("text", "json")
@click.pass_context
def command(
    context: click.Context,
    grade: str,
    names: tuple[str, ...],
    framework: str,
    area: str,
    inspected: Period | None,
    as_of: date,
    form: str,
) -> None:
    """Say what GRADE meant and what it reads as now.

    Exit code 1 when the question has no answer; the reason is printed.
    """
    if inspected is not None and inspected.first > as_of:
        raise click.UsageError(f"--as-of {as_of} is before --inspected {inspected}; a grade is only read forward")
    chosen = names or tuple(dict.fromkeys(each.id for each in available()))
    vocabularies = [load(name, cache_folder()) for name in chosen]
    answer = translate(vocabularies, grade, framework=framework, area=area, inspected=inspected, as_of=as_of)
    if form == "json":
        click.echo(json.dumps(as_data(answer), indent=2))
    else:
        click.echo("\n".join(_refused(answer) if isinstance(answer, Refusal) else _translated(answer)))
    context.exit(1 if isinstance(answer, Refusal) else 0)


def as_data(answer: Translation | Refusal) -> dict[str, object]:
    """The answer in the form of `schemas/translation.schema.json`."""
    if isinstance(answer, Refusal):
        asked = answer.question
        return {
            "grade": asked.grade,
            "framework": asked.framework or None,
            "area": asked.area or None,
            "inspected": None if asked.inspected is None else str(asked.inspected),
            "as_of": asked.as_of.isoformat(),
            "refused": str(answer.refused),
            "reason": answer.reason,
            "candidates": [_candidate(each) for each in answer.candidates],
        }
    return answer._asdict() | {
        "area": answer.area or None,
        "inspected": None if answer.inspected is None else str(answer.inspected),
        "as_of": answer.as_of.isoformat(),
        "sources": [{"title": each.title, "url": each.url, "date": each.date} for each in answer.sources],
    }


def _candidate(each: Candidate) -> dict[str, object]:
    return {
        "vocabulary": each.vocabulary,
        "framework": each.framework,
        "label": each.label,
        "from": None if each.given.first == date.min else each.given.first.isoformat(),
        "to": None if each.given.last.year == date.max.year else each.given.last.isoformat(),
        "reads_now": each.reads_now,
    }


def _translated(answer: Translation) -> Iterator[str]:
    yield wrapped(_then(answer))
    as_of = Period(answer.as_of, answer.as_of).in_words()
    yield wrapped(f"On {as_of} {_READS[answer.basis].format(answer.reads_now)}.")
    yield wrapped(_LIMIT)
    if answer.via:
        yield wrapped(f"By way of: {'; '.join(answer.via)}.", "  ")
    if answer.note:
        yield wrapped(f"Note: {answer.note}", "  ")
    for source in answer.sources[:_SHOWN]:
        yield wrapped(f"Source: {', '.join(filter(None, (source.title, source.date)))}", "  ")
        yield f"  {one_line(source.url)}"
    if len(answer.sources) > _SHOWN:
        yield f"Sources not shown: {len(answer.sources) - _SHOWN}; --format json gives all of them."
    yield f"Vocabulary: {answer.vocabulary}"


def _then(answer: Translation) -> str:
    """What it was and what it meant."""
    when = f", inspected {answer.inspected.in_words()}" if answer.inspected else ""
    area = "" if not answer.area else " overall" if answer.area == OVERALL else f" for {answer.area}"
    was = "was a grade"
    if answer.rank is not None and answer.of is not None and answer.of < len(_NUMBERS):
        was = f"was the {_ORDINALS[answer.rank]} of {_NUMBERS[answer.of]} grades, the best first"
    meaning = f"It meant: {answer.meaning.rstrip('.')}." if answer.meaning else "Its definition is not on record here."
    return f"{answer.grade!r}{area} ({listed(answer.frameworks)}{when}) {was}. {meaning}"


def _refused(answer: Refusal) -> Iterator[str]:
    yield wrapped(f"No reading ({answer.refused}): {answer.reason}.")
    for each in answer.candidates:
        reads = f", reads now as {each.reads_now!r}" if each.reads_now else ""
        yield wrapped(f"  {each.label!r}, {each.framework}, {dates(each.given)}{reads}", "    ")
    if answer.candidates:
        yield f"Vocabulary: {listed(each.vocabulary for each in answer.candidates)}"
