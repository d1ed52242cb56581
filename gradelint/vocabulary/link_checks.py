"""Checks of what points from one framework to another: equivalences and examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gradelint.vocabulary.faults import Fault, Route, suggestion
from gradelint.vocabulary.mapping import EVERY, labels_read

Data = dict[str, Any]


def ends_exist(tree: Data) -> Iterator[Fault]:
    """Both frameworks of an equivalence exist, with the labels and areas it names."""
    frameworks = {framework["id"]: framework for framework in tree["frameworks"]}
    grades = {name: _grades(framework) for name, framework in frameworks.items()}
    for route, pair in _pairs(tree):
        for key in ("from", "to"):
            if pair[key] not in frameworks:
                remedy = suggestion(pair[key], frameworks, "name a framework's id")
                yield Fault((*route, key), f"no framework called {pair[key]!r}", remedy)
        if pair["from"] in frameworks and pair["to"] in frameworks:
            yield from _labels_exist(route, pair, frameworks, grades)
            yield from _areas_exist(route, pair, frameworks)


def _labels_exist(route: Route, pair: Data, frameworks: Data, grades: dict[str, list[str]]) -> Iterator[Fault]:
    earlier, later = (_labels(frameworks[pair[key]]) for key in ("from", "to"))
    for label in pair["grades"]:
        place = (*route, "grades", label)
        if label != EVERY and label not in earlier:
            remedy = suggestion(label, earlier, "name a grade or term")
            yield Fault(place, f"{pair['from']} has no label {label!r}", remedy)
    for label, to_label in labels_read(pair, grades):
        if to_label is not None and to_label not in later:
            place = (*route, "grades", label if label in pair["grades"] else EVERY)
            yield Fault(place, f"{pair['to']} has no label {to_label!r}", suggestion(to_label, later, "name a grade"))


def _areas_exist(route: Route, pair: Data, frameworks: Data) -> Iterator[Fault]:
    for key, end in (("area", "from"), ("to_area", "to")):
        known = [area["id"] for area in frameworks[pair[end]].get("areas", ())]
        if key in pair and pair[key] not in known:
            remedy = suggestion(pair[key], known, "name an area's id")
            yield Fault((*route, key), f"{pair[end]} has no area {pair[key]!r}", remedy)


def pairs_stand_once(tree: Data) -> Iterator[Fault]:
    """A grade is not read in one framework in two ways."""
    seen: dict[tuple[str, ...], Route] = {}
    labels = {framework["id"]: _grades(framework) for framework in tree["frameworks"]}
    for route, pair in _pairs(tree):
        if pair["from"] not in labels:
            continue
        for label, _ in labels_read(pair, labels):
            key = (pair["from"], label, pair["to"], pair.get("area", ""))
            if seen.setdefault(key, route) != route:
                yield Fault(route, f"{label!r} of {pair['from']} is read in {pair['to']} already", "keep one reading")


def readings_never_circle(tree: Data) -> Iterator[Fault]:
    """Following equivalences from any grade never leads back to it."""
    labels = {framework["id"]: _grades(framework) for framework in tree["frameworks"]}
    steps: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for _, pair in _pairs(tree):
        if pair["from"] in labels:
            for label, later in labels_read(pair, labels):
                if later is not None:
                    steps.setdefault((pair["from"], label), []).append((pair["to"], later))
    for route, pair in _pairs(tree):
        ends = labels_read(pair, labels) if pair["from"] in labels else ()
        if any(later and _reaches((pair["to"], later), (pair["from"], label), steps) for label, later in ends):
            yield Fault(route, f"leads from {pair['from']} back to itself", "let equivalences run forward in time only")


def _reaches(
    start: tuple[str, str], goal: tuple[str, str], steps: dict[tuple[str, str], list[tuple[str, str]]]
) -> bool:
    waiting, seen = [start], set()
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(steps.get(here, ()))
    return False


def no_grade_is_lost(tree: Data) -> Iterator[Fault]:
    """A grade of a framework that another followed has an equivalence, if only one that says `none`."""
    frameworks = tree["frameworks"]
    for at, framework in enumerate(frameworks):
        if not any(_follows(later, framework) for later in frameworks[at + 1 :]):
            continue
        pairs = [pair for _, pair in _pairs(tree) if pair["from"] == framework["id"] and "area" not in pair]
        read = {label for pair in pairs for label in pair["grades"]}
        for place, scale in enumerate(framework.get("scales", ())):
            for number, grade in enumerate(scale["grades"]):
                if EVERY not in read and grade["label"] not in read:
                    route = ("frameworks", at, "scales", place, "grades", number)
                    message = f"{grade['label']!r} is read in no later framework"
                    yield Fault(route, message, "add an equivalence, if need be with basis none or removed")


def _follows(later: Data, earlier: Data) -> bool:
    return later["body"] == earlier["body"] and later["kind"] in ("graded", "outcomes")


def examples_name_what_exists(tree: Data) -> Iterator[Fault]:
    """Every framework an example names exists, and every framework has an example."""
    names = {framework[key].casefold(): framework["id"] for framework in tree["frameworks"] for key in ("id", "code")}
    names |= {name.casefold(): name for name in tree.get("families", ())}
    shown = set()
    for at, example in enumerate(tree["examples"]):
        name = example.get("framework", "")
        shown.add(names.get(name.casefold()))
        if name and name.casefold() not in names:
            yield Fault(
                ("examples", at, "framework"), f"no framework {name!r}", suggestion(name, names, "name its code")
            )
    for at, framework in enumerate(tree["frameworks"]):
        if framework["id"] not in shown:
            yield Fault(("frameworks", at), f"no example names {framework['code']}", "add one under examples")


def _pairs(tree: Data) -> Iterator[tuple[Route, Data]]:
    for at, pair in enumerate(tree.get("equivalences", ())):
        yield ("equivalences", at), pair


def _grades(framework: Data) -> list[str]:
    return [grade["label"] for scale in framework.get("scales", ()) for grade in scale["grades"]]


def _labels(framework: Data) -> list[str]:
    return _grades(framework) + [term["label"] for term in framework.get("terms", ())]


CHECKS = (
    ends_exist,
    pairs_stand_once,
    readings_never_circle,
    no_grade_is_lost,
    examples_name_what_exists,
)
