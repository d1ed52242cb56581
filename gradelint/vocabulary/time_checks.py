"""Checks of dates: no impossible or reversed ones, no gap and no overlap that the file does not declare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from gradelint.errors import BadPeriodError
from gradelint.model import Period
from gradelint.vocabulary.faults import Fault, Route
from gradelint.vocabulary.mapping import span

Data = dict[str, Any]
_ENDLESS = date(9999, 12, 31)


def dates_exist(tree: Data) -> Iterator[Fault]:
    """Every date is in the calendar."""
    for route, value in _dates(tree):
        if value not in ("open", "unknown") and _period(value, value) is None:
            yield Fault(route, f"{value!r} is not in the calendar", "put the date right")


def spans_run_forward(tree: Data) -> Iterator[Fault]:
    """No span ends before it begins, and a scale's lies within its framework's."""
    for route, data in _spans(tree):
        found = _period(data["from"], data["to"])
        if found and found.first > found.last:
            yield Fault(route, f"ends ({data['to']}) before it begins ({data['from']})", "put the dates right")
    for at, framework in enumerate(tree["frameworks"]):
        whole = _inspected(framework)
        for place, scale in enumerate(framework.get("scales", ())):
            part = _period(scale["from"], scale["to"]) if "from" in scale else None
            if whole and part and not whole.contains(part):
                message = f"scale {scale['id']!r} reaches beyond its framework's dates"
                yield Fault(("frameworks", at, "scales", place), message, "put the dates right")


def scales_do_not_collide(tree: Data) -> Iterator[Fault]:
    """Two dated scales for one area are not in use at once."""
    for at, framework in enumerate(tree["frameworks"]):
        dated = [(place, each) for place, each in enumerate(framework.get("scales", ())) if "from" in each]
        for (_, one), (place, other) in combinations(dated, 2):
            first, second = _period(one["from"], one["to"]), _period(other["from"], other["to"])
            apart = one.get("areas") and other.get("areas") and not set(one["areas"]) & set(other["areas"])
            if first and second and first.overlaps(second) and not apart:
                message = f"scale {other['id']!r} is in use at the same time as {one['id']!r}"
                yield Fault(("frameworks", at, "scales", place), message, "put the dates right, or give both areas")


def frameworks_stand_oldest_first(tree: Data) -> Iterator[Fault]:
    """Frameworks are in the order in which they began."""
    latest: date | None = None
    for at, framework in enumerate(tree["frameworks"]):
        found = _inspected(framework)
        if found and latest and found.first < latest:
            yield Fault(("frameworks", at), f"{framework['code']} began before the one above it", "order by first date")
        latest = max(found.first, latest or found.first) if found else latest


def overlaps_are_declared(tree: Data) -> Iterator[Fault]:
    """Two graded frameworks in use at once say so, and nothing else claims an overlap."""
    frameworks = tree["frameworks"]
    known = {framework["id"]: framework for framework in frameworks}
    for at, framework in enumerate(frameworks):
        for place, name in enumerate(framework.get("overlaps", ())):
            other = known.get(name)
            if other is None or not _overlap(framework, other):
                message = f"no overlap with a graded framework {name!r}"
                yield Fault(("frameworks", at, "overlaps", place), message, "remove it or put the dates right")
    graded = [(at, each) for at, each in enumerate(frameworks) if each["kind"] == "graded"]
    for (_, one), (at, other) in combinations(graded, 2):
        declared = other["id"] in one.get("overlaps", ()) or one["id"] in other.get("overlaps", ())
        if not declared and _overlap(one, other):
            message = f"in use at the same time as {one['code']}, undeclared"
            yield Fault(("frameworks", at), message, f"put {one['id']} under overlaps, or put the dates right")


def gaps_are_declared(tree: Data) -> Iterator[Fault]:
    """A time between the graded frameworks of a body is declared as a gap, and no other time is."""
    gaps = [(body, each, at) for body in _bodies(tree) for each, at in _gaps(tree, body)]
    declared = [(each["body"], _period(each["from"], each["to"])) for each in tree.get("gaps", ())]
    for body, gap, at in gaps:
        if (body, gap) not in declared:
            message = f"no graded framework for a {body} from {gap.first} to {gap.last}"
            yield Fault(("frameworks", at), message, "declare it under gaps, or put the dates right")
    for at, pair in enumerate(declared):
        if pair[1] and pair not in [(body, gap) for body, gap, _ in gaps]:
            yield Fault(("gaps", at), "there is no such gap between frameworks", "remove it or put the dates right")


def readings_run_forward(tree: Data) -> Iterator[Fault]:
    """No equivalence leads to a framework that began before the one it comes from."""
    known = {framework["id"]: _inspected(framework) for framework in tree["frameworks"]}
    for at, pair in enumerate(tree.get("equivalences", ())):
        earlier, later = known.get(pair["from"]), known.get(pair["to"])
        if earlier and later and later.first < earlier.first:
            message = f"{pair['to']} began before {pair['from']}"
            yield Fault(("equivalences", at), message, "let equivalences run forward in time only")


def _gaps(tree: Data, body: str) -> Iterator[tuple[Period, int]]:
    dated = [
        (found, at)
        for at, each in enumerate(tree["frameworks"])
        if each["body"] == body and _ends_in_grades(each)
        if (found := _inspected(each))
    ]
    reached: date | None = None
    for found, at in sorted(dated):
        if reached and reached != _ENDLESS and found.first > reached + timedelta(days=1):
            yield Period(reached + timedelta(days=1), found.first - timedelta(days=1)), at
        reached = max(found.last, reached or found.last)


def _bodies(tree: Data) -> list[str]:
    return sorted({framework["body"] for framework in tree["frameworks"]})


def _ends_in_grades(framework: Data) -> bool:
    return framework["kind"] in ("graded", "outcomes")


def _overlap(one: Data, other: Data) -> bool:
    first, second = _inspected(one), _inspected(other)
    graded = one["kind"] == other["kind"] == "graded" and one is not other
    return graded and first is not None and second is not None and first.overlaps(second)


def _inspected(framework: Data) -> Period | None:
    return _period(framework["inspected"]["from"], framework["inspected"]["to"])


def _period(start: Any, end: Any) -> Period | None:
    try:
        return span(start, end)
    except BadPeriodError:
        return None


def _spans(tree: Data) -> Iterator[tuple[Route, Data]]:
    for at, framework in enumerate(tree["frameworks"]):
        yield ("frameworks", at, "inspected"), framework["inspected"]
        for place, scale in enumerate(framework.get("scales", ())):
            if "from" in scale:
                yield ("frameworks", at, "scales", place), scale
    for at, gap in enumerate(tree.get("gaps", ())):
        yield ("gaps", at), gap


def _dates(tree: Data) -> Iterator[tuple[Route, Any]]:
    yield ("as_at",), tree["as_at"]
    for route, data in _spans(tree):
        yield (*route, "from"), data["from"]
        yield (*route, "to"), data["to"]
    for at, example in enumerate(tree["examples"]):
        for key in ("inspected", "as_of"):
            yield ("examples", at, key), example[key]


CHECKS = (
    dates_exist,
    spans_run_forward,
    scales_do_not_collide,
    frameworks_stand_oldest_first,
    overlaps_are_declared,
    gaps_are_declared,
    readings_run_forward,
)
