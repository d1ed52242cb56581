"""Turns a file that has passed its schema and checks into the nouns of the model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from gradelint.model import (
    Area,
    Basis,
    Equivalence,
    Framework,
    Grade,
    Group,
    Kind,
    Language,
    Period,
    Phrasing,
    Scale,
    Source,
    Vocabulary,
)
from gradelint.vocabulary.example import Example

Data = dict[str, Any]
EVERY = "*"
"""In an equivalence: every grade of the earlier framework, or the same word in the later one."""


def span(start: Any, end: Any) -> Period:
    """From the first day of `start` to the last of `end`; unknown and open ends are years 1 and 9999.

    Raises BadPeriodError when one of them is no date.
    """
    first = date(1, 1, 1) if start == "unknown" else Period.parse(str(start)).first
    last = date(9999, 12, 31) if end in ("open", "unknown") else Period.parse(str(end)).last
    return Period(first, last)


def vocabulary(tree: Data) -> Vocabulary:
    """The vocabulary of a checked tree."""
    families = tree.get("families", {})
    frameworks = tuple(_framework(each, families) for each in tree["frameworks"])
    labels = {each.id: [grade.label for scale in each.scales for grade in scale.grades] for each in frameworks}
    return Vocabulary(
        id=tree["id"],
        version=tree["version"],
        title=tree["title"],
        inspectorate=tree["inspectorate"],
        remit=tree["remit"],
        frameworks=frameworks,
        equivalences=tuple(pair for each in tree.get("equivalences", ()) for pair in _equivalences(each, labels)),
        sources=tuple(Source(name, each["title"], each["url"], str(each["date"])) for name, each in _sources(tree)),
        inspectorate_aliases=_words(tree, "inspectorate_aliases"),
        cues=_words(tree, "cues"),
        subjects=_words(tree, "subjects"),
        notes=_texts(tree, "notes") + tuple(f"{each['word']}: {each['note']}" for each in tree.get("homonyms", ())),
    )


def language(tree: Data) -> Language:
    """The language of a checked tree."""
    groups = (
        Group(each["kind"], tuple(each["words"]), each["why"], each.get("standing", 0)) for each in tree["groups"]
    )
    phrasings = (
        Phrasing(each["kind"], tuple(each["ways"]), each["why"], tuple(each.get("unless", ())))
        for each in tree.get("phrasings", ())
    )
    return Language(tree["id"], tree["version"], tree["title"], tuple(groups), tuple(phrasings))


def examples(tree: Data) -> tuple[Example, ...]:
    """The examples of a checked tree, in file order."""
    return tuple(_example(each) for each in tree["examples"])


def labels_read(each: Data, labels: dict[str, list[str]]) -> Iterator[tuple[str, str | None]]:
    """The earlier and later labels of an equivalence, `*` spelled out where it stands for the same words."""
    for label, later in each["grades"].items():
        if later is None:
            yield label, None
            continue
        for one in dict.fromkeys(labels[each["from"]]) if label == EVERY else (label,):
            yield one, one if later == EVERY else later


def _sources(tree: Data) -> Iterator[tuple[str, Data]]:
    yield from tree["sources"].items()


def _words(data: Data, key: str) -> tuple[str, ...]:
    return tuple(data.get(key, ()))


def _texts(data: Data, key: str) -> tuple[str, ...]:
    return tuple(each["text"] for each in data.get(key, ()))


def _framework(data: Data, families: Data) -> Framework:
    family = data.get("family", "")
    shared = _words(families.get(family, {}), "aliases")
    return Framework(
        id=data["id"],
        code=data["code"],
        name=data["name"],
        kind=Kind(data["kind"]),
        inspected=span(data["inspected"]["from"], data["inspected"]["to"]),
        overall=data["overall"] == "one",
        body=data["body"],
        inspectorates=_words(data, "inspectorates"),
        aliases=_words(data, "aliases") + shared,
        areas=tuple(_area(each) for each in data.get("areas", ())),
        scales=tuple(_scale(each) for each in data.get("scales", ())),
        drafts=tuple(each["label"] for each in data.get("drafts", ())),
        terms=tuple(each["label"] for each in data.get("terms", ())),
        notes=_notes(data),
        sources=tuple(dict.fromkeys(data["sources"] + data["inspected"]["sources"])),
        family=family,
        limits=_texts(data, "limits"),
    )


def _notes(data: Data) -> tuple[str, ...]:
    dated = (data["inspected"]["note"],) if "note" in data["inspected"] else ()
    scaled = tuple(each["note"] for each in data.get("scales", ()) if "note" in each)
    return dated + scaled + _texts(data, "notes")


def _area(data: Data) -> Area:
    return Area(data["id"], data["name"], _words(data, "aliases"), data["role"])


def _scale(data: Data) -> Scale:
    return Scale(
        id=data["id"],
        grades=tuple(_grade(each, data) for each in data["grades"]),
        direction=data.get("direction", ""),
        areas=_words(data, "areas"),
        span=span(data["from"], data["to"]) if "from" in data else None,
    )


def _grade(data: Data, scale: Data) -> Grade:
    return Grade(
        label=data["label"],
        rank=data["rank"],
        code=data.get("code"),
        definition=data.get("definition", ""),
        forms=_words(data, "forms"),
        sources=_words(data if "sources" in data else scale, "sources"),
    )


def _equivalences(data: Data, labels: dict[str, list[str]]) -> Iterator[Equivalence]:
    for label, later in labels_read(data, labels):
        yield Equivalence(
            framework=data["from"],
            label=label,
            to_framework=data["to"],
            to_label=later,
            basis=Basis(data["basis"]),
            note=data["note"],
            area=data.get("area", ""),
            sources=tuple(data["sources"]),
            to_area=data.get("to_area", ""),
        )


def _example(data: Data) -> Example:
    expected = data["expect"]
    return Example(
        grade=data["grade"],
        inspected=Period.parse(str(data["inspected"])),
        as_of=Period.parse(str(data["as_of"])),
        framework=data.get("framework", ""),
        area=data.get("area", ""),
        reads_now=expected.get("reads_now"),
        basis=Basis(expected["basis"]) if "basis" in expected else None,
        refused=expected.get("refused", ""),
    )
