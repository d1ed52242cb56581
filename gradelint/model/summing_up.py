"""How findings about counted grades are put: what the paper says, and what its own counts make of it."""

from __future__ import annotations

from gradelint.model.document import Span
from gradelint.model.finding import Confidence, Evidence, Finding, Severity, Statement
from gradelint.model.reading import Reading
from gradelint.model.reckoning import Miscount, Narrowed
from gradelint.model.standing import Standing
from gradelint.model.stating import now, sources_for
from gradelint.model.tally import Average, Figure, Ladder, Tally
from gradelint.model.vocabulary import Source

_SHARE = "give the number and what it is of"
_APART = "give a figure for each scale by itself, and say that they cannot be added up"
_ORDINAL = "grades are places in an order: the inspectorate gives no average of them"


def miscounted(reading: Reading, miscount: Miscount) -> Finding:
    """A share or number that the counts contradict."""
    figure, tally = miscount.figure, miscount.tally
    made = _made(miscount)
    return _finding(
        reading,
        figure.span,
        f"'{_quoted(reading, figure.span)}' is inconsistent with the counts given, which make it {made}",
        (Evidence(made, span=tally.span),),
        _standing(tally.ladder, figure.band.labels),
        miscount.confidence,
        f"{_SHARE}: {made}",
        "does not agree with the counts",
        figure.voice,
    )


def total_off(reading: Reading, tally: Tally, made: float) -> Finding:
    """A total that its parts do not make up."""
    unit = "%" if tally.percent else ""
    stated = tally.stated or 0
    span = tally.total or tally.span
    said = f"the grades counted add up to {_plain(made)}{unit}, and not to {_plain(stated)}{unit}"
    return _finding(
        reading,
        span,
        said[0].upper() + said[1:],
        (Evidence(f"the counts make {_plain(made)}{unit}", span=tally.span),),
        _standing(tally.ladder, ()),
        Confidence.HIGH if made > stated else Confidence.MEDIUM,
        "check the counts and the total",
        "does not add up",
    )


def drawn_too_far(reading: Reading, each: Narrowed) -> Finding:
    """A share of many grades passed on as one of the better ones."""
    figure, ladder = each.figure, each.figure.ladder
    counted = _quoted(reading, each.source.span)
    return _finding(
        reading,
        figure.span,
        f"'{_quoted(reading, figure.span)}' is drawn from '{counted}', which counts lower grades as well",
        (Evidence("counts lower grades as well", span=each.source.span),),
        _standing(ladder, figure.band.labels) if ladder else None,
        Confidence.HIGH,
        "say which grades the share is of",
        "counts fewer grades than the share it rests on",
        figure.voice,
    )


def average_given(reading: Reading, average: Average) -> Finding:
    """An average of grades as a result."""
    claim = next((each for each in reading.around(average.sentence) if each.label == average.label), None)
    return _finding(
        reading,
        average.span,
        f"'{_quoted(reading, average.span)}' gives an average of grades; {_ORDINAL}",
        (Evidence(_ORDINAL),),
        claim.standing if claim else average.standing,
        Confidence.HIGH,
        "say how many judgements had each grade",
        "no average of grades",
        average.voice,
    )


def mixed_figure(reading: Reading, figure: Figure) -> Finding:
    """One figure over two scales."""
    if figure.mixed is not None:
        mixed = figure.mixed
        scales = f"'{mixed.one}' and '{mixed.other}', which the inspectorate says cannot be compared"
        note, sources = mixed.denial.note, mixed.vocabulary.cite(mixed.denial.sources)[:2]
    else:
        scales = "grades of " + " and ".join(sorted(figure.inspectorates))
        note, sources = "each inspectorate has a scale of its own", ()
    finding = _finding(
        reading,
        figure.span,
        f"'{_quoted(reading, figure.span)}' is one figure over {scales}",
        (Evidence(note or "the inspectorate denies the comparison"),),
        None,
        Confidence.HIGH if figure.mixed else Confidence.MEDIUM,
        _APART,
        "two scales in one figure",
        figure.voice,
    )
    return finding._replace(sources=sources or finding.sources)


def _made(miscount: Miscount) -> str:
    """ "53 of 80 (66%)", or between what and what."""
    low, high, base = miscount.low, miscount.high, miscount.base
    if miscount.tally.percent:
        return f"{_plain(low)}%" if low == high else f"{_plain(low)}% to {_plain(high)}%"
    number = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    share = f"{100 * low / base:.0f}%" if low == high else f"{100 * low / base:.0f}% to {100 * high / base:.0f}%"
    return f"{number} of {_plain(base)} ({share})"


def _plain(number: float) -> str:
    return f"{number:g}"


def _quoted(reading: Reading, span: Span) -> str:
    return " ".join(reading.document.quote(span).split())


def _standing(ladder: Ladder, labels: tuple[str, ...]) -> Standing | None:
    """The grade that a figure turns on; without one, the first in the scale's lower half."""
    for label in labels:
        found = ladder.standing(label)
        if found is not None:
            return found
    grades = [grade for framework in ladder.frameworks for scale in framework.scales for grade in scale.grades]
    return next((found for grade in grades if (found := ladder.standing(grade.label)) and found.weak), None)


def _finding(
    reading: Reading,
    span: Span,
    message: str,
    because: tuple[Evidence, ...],
    standing: Standing | None,
    confidence: Confidence,
    suggestion: str,
    label: str,
    voice: str = "the paper's own",
) -> Finding:
    sources: tuple[Source, ...] = sources_for(standing, reading.as_of) if standing else ()
    return Finding(
        code="",
        rule="",
        severity=Severity.ERROR,
        confidence=confidence,
        span=span,
        message=message,
        because=because,
        statement=Statement(
            authority=reading.authority, grade=standing.grade.label if standing else "", area="overall"
        ),
        sources=sources or _any_source(reading),
        suggestion=suggestion,
        label=label,
        now=now(standing, reading.as_of) if standing else "",
        voice=voice,
        vocabulary=f"{standing.vocabulary.id}@{standing.vocabulary.version}" if standing else "",
    )


def _any_source(reading: Reading) -> tuple[Source, ...]:
    """A source on who does give grades: the latest framework of the first vocabulary."""
    vocabulary = next(iter(reading.vocabularies.values()))
    return vocabulary.cite(vocabulary.frameworks[-1].sources)[:1]
