"""An evaluation as data, in the form of `schemas/evaluation.schema.json`."""

from __future__ import annotations

from gradelint.evaluation.scoring import Agreement, Disagreement, Evaluation, Score, Tally
from gradelint.evaluation.shares import Share, Spread, spread

Data = dict[str, object]
_PLACES = 4


def as_data(evaluation: Evaluation) -> Data:
    """All that the evaluation has."""
    score, errors = evaluation.score, evaluation.errors
    return {
        "version": evaluation.version,
        "set": evaluation.name,
        **_score(score),
        "words": score.words,
        "false_per_1000_words": round(score.false_per_1000_words, 3) if evaluation.of_papers else None,
        "rules": [_rule(name, tally) for name, tally in score.rules.items()],
        "baseline": {"recall": _share(Share(0, score.total.expected)), "accused_share": _share(Share(0, score.clean))},
        "folds": _folds(evaluation.folds) if evaluation.folds else None,
        "errors": None if errors is None else [_error(each) for each in errors],
    }


def _score(score: Score) -> Data:
    return {
        "items": score.items,
        "clean": score.clean,
        "accused": score.accused,
        "accused_share": _share(score.accused_share),
        **score.total._asdict(),
        "strict": _agreement(score.strict),
        "lenient": _agreement(score.lenient),
    }


def _rule(name: str, tally: Tally) -> Data:
    return {"rule": name, **tally._asdict(), "recall": _share(tally.recall)}


def _agreement(agreement: Agreement) -> Data:
    return {
        "precision": _share(agreement.precision),
        "recall": _share(agreement.recall),
        "f1": _rounded(agreement.f1),
    }


def _share(share: Share) -> Data:
    low, high = share.interval or (None, None)
    return {
        "count": share.part,
        "of": share.of,
        "share": _rounded(share.value),
        "low": _rounded(low),
        "high": _rounded(high),
    }


def _folds(scores: tuple[Score, ...]) -> Data:
    def agreement(which: str) -> Data:
        all_of = [score.strict if which == "strict" else score.lenient for score in scores]
        return {
            "precision": _spread(spread(each.precision.value for each in all_of)),
            "recall": _spread(spread(each.recall.value for each in all_of)),
            "f1": _spread(spread(each.f1 for each in all_of)),
        }

    return {
        "number": len(scores),
        "accused_share": _spread(spread(each.accused_share.value for each in scores)),
        "strict": agreement("strict"),
        "lenient": agreement("lenient"),
        "scores": [_score(each) for each in scores],
    }


def _spread(found: Spread | None) -> Data | None:
    return None if found is None else {name: round(value, _PLACES) for name, value in found._asdict().items()}


def _error(error: Disagreement) -> Data:
    return {
        "kind": str(error.kind),
        "item": error.item,
        "rule": error.rule,
        "quote": error.quote,
        "found": list(error.found),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _PLACES)
