"""Checks of scales: ranks, number codes, labels and the areas they are used for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from gradelint.vocabulary.faults import Fault, suggestion

Data = dict[str, Any]


def ranks_run_from_one(tree: Data) -> Iterator[Fault]:
    """The grades of a scale stand best first, ranked 1, 2, 3 ..."""
    for route, scale in _scales(tree):
        for at, grade in enumerate(scale["grades"]):
            if grade["rank"] != at + 1:
                message = f"rank {grade['rank']} where {at + 1} is due"
                yield Fault((*route, "grades", at, "rank"), message, "rank the grades 1, 2, 3 ..., best first")


def codes_fit_direction(tree: Data) -> Iterator[Fault]:
    """Number codes are there for all grades or none, and run the way the scale declares."""
    for route, scale in _scales(tree):
        codes = [grade["code"] for grade in scale["grades"] if "code" in grade]
        direction = scale.get("direction")
        if codes and len(codes) < len(scale["grades"]):
            yield Fault(route, "some grades have a number code and some have none", "give all of them one, or none")
        if bool(codes) != bool(direction):
            yield Fault(route, "number codes and direction go together", "give both or neither")
        elif codes and codes != sorted(set(codes), reverse=direction == "high-is-best"):
            yield Fault(
                route, f"codes {codes}, best first, are not {direction}", "put the codes or the direction right"
            )


def labels_are_unique(tree: Data) -> Iterator[Fault]:
    """Within a scale no label or form stands for two grades."""
    for route, scale in _scales(tree):
        seen: dict[str, int] = {}
        for at, grade in enumerate(scale["grades"]):
            for word in (grade["label"], *grade.get("forms", ())):
                if seen.setdefault(word.casefold(), at) != at:
                    yield Fault(
                        (*route, "grades", at), f"{word!r} is another grade of this scale", "keep one of the two"
                    )


def labels_that_are_no_grades_are_none(tree: Data) -> Iterator[Fault]:
    """A draft label or term is not also a grade of its framework."""
    for place, framework in enumerate(tree["frameworks"]):
        grades = {grade["label"].casefold() for scale in framework.get("scales", ()) for grade in scale["grades"]}
        for kind in ("drafts", "terms"):
            for at, item in enumerate(framework.get(kind, ())):
                if item["label"].casefold() in grades:
                    message = f"{item['label']!r} is a grade of this framework"
                    yield Fault(("frameworks", place, kind, at, "label"), message, "keep it in one place")


def areas_of_scales_exist(tree: Data) -> Iterator[Fault]:
    """Every area a scale is used for is an area of its framework."""
    for route, scale in _scales(tree):
        known = [area["id"] for area in tree["frameworks"][route[1]].get("areas", ())]
        for at, name in enumerate(scale.get("areas", ())):
            if name not in known:
                yield Fault((*route, "areas", at), f"no area called {name!r}", suggestion(name, known, "add the area"))


def scales_are_told_apart(tree: Data) -> Iterator[Fault]:
    """Two scales of a framework differ in their areas or their dates."""
    for place, framework in enumerate(tree["frameworks"]):
        for (_, one), (at, other) in combinations(enumerate(framework.get("scales", ())), 2):
            dated = "from" in one and "from" in other
            shared = set(one.get("areas", ())) & set(other.get("areas", ()))
            apart = one.get("areas") and other.get("areas") and not shared
            if not dated and not apart:
                message = f"nothing tells scale {other['id']!r} from {one['id']!r}"
                yield Fault(("frameworks", place, "scales", at), message, "give both their areas or their dates")


def overall_fits_areas(tree: Data) -> Iterator[Fault]:
    """A framework's `overall` agrees with the roles of its areas."""
    for at, framework in enumerate(tree["frameworks"]):
        roles = [area["role"] for area in framework.get("areas", ())]
        wholes, strands = roles.count("overall"), roles.count("strand")
        fits = {
            "one": wholes == 1 and not strands,
            "per-strand": not wholes and strands > 1,
            "none": not wholes + strands,
        }
        if not fits[framework["overall"]]:
            message = f"overall: {framework['overall']} with {wholes} overall areas and {strands} strands"
            remedy = "one needs one area with role overall, per-strand two strands, none neither"
            yield Fault(("frameworks", at, "overall"), message, remedy)


def _scales(tree: Data) -> Iterator[tuple[tuple[str, int, str, int], Data]]:
    for at, framework in enumerate(tree["frameworks"]):
        for place, scale in enumerate(framework.get("scales", ())):
            yield ("frameworks", at, "scales", place), scale


CHECKS = (
    ranks_run_from_one,
    codes_fit_direction,
    labels_are_unique,
    labels_that_are_no_grades_are_none,
    areas_of_scales_exist,
    scales_are_told_apart,
    overall_fits_areas,
)
