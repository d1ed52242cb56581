"""An evaluation in words and columns, for reading at a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gradelint.evaluation.scoring import Disagreement, Evaluation, Score
from gradelint.evaluation.shares import Share, spread
from gradelint.reports.parts.escaping import one_line

_LONGEST_QUOTE = 140
_NONE = "-"
_FIGURES: tuple[tuple[str, Callable[[Score], float | None]], ...] = (
    ("strict precision", lambda score: score.strict.precision.value),
    ("strict recall", lambda score: score.strict.recall.value),
    ("strict F1", lambda score: score.strict.f1),
    ("lenient precision", lambda score: score.lenient.precision.value),
    ("lenient recall", lambda score: score.lenient.recall.value),
    ("lenient F1", lambda score: score.lenient.f1),
    ("clean items accused", lambda score: score.accused_share.value),
)


def text(evaluation: Evaluation) -> Iterator[str]:
    """The lines of the report."""
    score = evaluation.score
    if evaluation.errors is not None:
        yield from _errors(evaluation.errors)
    yield from _rules(score)
    yield ""
    yield one_line(
        f"{evaluation.name}: {_counted(score.items, 'item')}, {score.clean} of them clean, "
        f"{_counted(score.total.expected, 'finding')} expected (gradelint {evaluation.version})"
    )
    yield from _counts(evaluation)
    yield ""
    yield from _shares(score)
    yield (
        "A checker that never speaks would score recall 0.000, with "
        f"0 of {_counted(score.clean, 'clean item')} accused."
    )
    if evaluation.folds:
        yield ""
        yield from _folds(evaluation.folds)


def _errors(errors: tuple[Disagreement, ...]) -> Iterator[str]:
    kinds = max((len(each.kind) for each in errors), default=0)
    ids = max((len(each.item) for each in errors), default=0)
    rules = max((len(each.rule) for each in errors), default=0)
    for each in errors:
        quote = each.quote if len(each.quote) <= _LONGEST_QUOTE else f"{each.quote[:_LONGEST_QUOTE]}..."
        found = f" (found as {', '.join(each.found)})" if each.found else ""
        yield one_line(f"{each.kind:<{kinds}}  {each.item:<{ids}}  {each.rule:<{rules}}  {quote!r}{found}")
    yield "" if errors else "No miss, no near hit and no false alarm.\n"


def _rules(score: Score) -> Iterator[str]:
    width = max(len(name) for name in ("rule", *score.rules))
    yield f"{'rule':<{width}}  expected   hit  near  recall    95% interval  false  info"
    for rule, tally in score.rules.items():
        counts = f"{tally.expected:8}  {tally.hit:4}  {tally.near:4}"
        yield f"{rule:<{width}}  {counts}  {_share(tally.recall)}  {tally.false:5}  {tally.false_info:4}"


def _counts(evaluation: Evaluation) -> Iterator[str]:
    total = evaluation.score.total
    missed = total.expected - total.hit - total.near
    yield (
        f"{total.hit} hit, {total.near} near, {missed} missed; "
        f"{_counted(total.false, 'false alarm')} and {_counted(total.false_info, 'needless remark')}"
    )
    if evaluation.of_papers:
        score = evaluation.score
        yield f"{score.false_per_1000_words:.3f} false alarms per 1,000 words ({score.words} words)"


def _shares(score: Score) -> Iterator[str]:
    yield f"{'':<19}  share     95% interval"
    for name, agreement in (("strict", score.strict), ("lenient", score.lenient)):
        yield _share_line(f"{name} precision", agreement.precision)
        yield _share_line(f"{name} recall", agreement.recall)
        yield f"{name + ' F1':<19}  {_number(agreement.f1):>6}"
    yield _share_line("clean items accused", score.accused_share)


def _share_line(name: str, share: Share) -> str:
    return f"{name:<19}  {_share(share)}  {share.part} of {share.of}"


def _folds(scores: tuple[Score, ...]) -> Iterator[str]:
    yield f"{f'in {len(scores)} folds':<19}    mean           range"
    for name, figure in _FIGURES:
        found = spread(map(figure, scores))
        numbers = f"{found.mean:6.3f}  {found.low:.3f} to {found.high:.3f}" if found else f"{_NONE:>6}"
        yield f"{name:<19}  {numbers}"


def _share(share: Share) -> str:
    low, high = share.interval or (None, None)
    interval = f"{_number(low)} to {_number(high)}" if share.of else ""
    return f"{_number(share.value):>6}  {interval:>14}"


def _number(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
