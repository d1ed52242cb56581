"""Checks of names: every id, code, alias and source stands for one thing, and that thing exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gradelint.vocabulary.faults import Fault, Route, spelled, suggestion

Data = dict[str, Any]
FROM_VOCABULARIES = {"grade", "framework", "area", "cue", "inspectorate"}
"""The kinds of words that a phrasing may use besides those of the language's own groups."""


def sources_exist(tree: Data) -> Iterator[Fault]:
    """Every id under `sources` of a fact is one of the file's sources."""
    known = tree["sources"]
    for route, cited in _cited(tree, ()):
        for at, name in enumerate(cited):
            if name not in known:
                remedy = suggestion(name, known, "add it under the file's sources")
                yield Fault((*route, "sources", at), f"no source called {name!r}", remedy)


def sources_are_used(tree: Data) -> Iterator[Fault]:
    """Every source bears out some fact."""
    used = {name for _, cited in _cited(tree, ()) for name in cited}
    for name in tree["sources"]:
        if name not in used:
            yield Fault(("sources", name), "no fact cites this source", "cite it or remove it")


def inner_ids_are_unique(tree: Data) -> Iterator[Fault]:
    """Area and scale ids stand once within a framework."""
    for at, framework in enumerate(tree["frameworks"]):
        for kind in ("areas", "scales"):
            held: dict[str, Route] = {}
            for place, item in enumerate(framework.get(kind, ())):
                yield from _once(item["id"], ("frameworks", at, kind, place, "id"), held)


def aliases_are_unique(tree: Data) -> Iterator[Fault]:
    """No id, code, name or alias stands for two frameworks, or for a framework and a family."""
    names: dict[str, Route] = {}
    for name, family in tree.get("families", {}).items():
        owner: Route = ("families", name)
        yield from _once(name, owner, names, owner)
        for at, alias in enumerate(family["aliases"]):
            yield from _once(alias, (*owner, "aliases", at), names, owner)
    for place, framework in enumerate(tree["frameworks"]):
        owner = ("frameworks", place)
        for key in ("id", "code", "name"):
            yield from _once(framework[key], (*owner, key), names, owner)
        for at, alias in enumerate(framework.get("aliases", ())):
            yield from _once(alias, (*owner, "aliases", at), names, owner)


def area_names_are_unique(tree: Data) -> Iterator[Fault]:
    """Within a framework no name or alias stands for two areas."""
    for place, framework in enumerate(tree["frameworks"]):
        names: dict[str, Route] = {}
        for number, area in enumerate(framework.get("areas", ())):
            owner: Route = ("frameworks", place, "areas", number)
            yield from _once(area["name"], (*owner, "name"), names, owner)
            for at, alias in enumerate(area.get("aliases", ())):
                yield from _once(alias, (*owner, "aliases", at), names, owner)


def families_exist(tree: Data) -> Iterator[Fault]:
    """Every family a framework names is declared, and every declared one has two members."""
    families = tree.get("families", {})
    members = [framework.get("family") for framework in tree["frameworks"]]
    for at, name in enumerate(members):
        if name is not None and name not in families:
            remedy = suggestion(name, families, "declare it under families")
            yield Fault(("frameworks", at, "family"), f"no family called {name!r}", remedy)
    for name in families:
        if members.count(name) < 2:
            yield Fault(("families", name), "a family needs two frameworks", "give them this family, or use aliases")


def words_have_one_standing(tree: Data) -> Iterator[Fault]:
    """In a language no word stands twice in groups of one kind."""
    words: dict[str, Route] = {}
    for at, group in enumerate(tree["groups"]):
        for place, word in enumerate(group["words"]):
            route: Route = ("groups", at, "words", place)
            first = words.setdefault(f"{group['kind']}: {word.casefold()}", route)
            if first != route:
                yield Fault(route, f"{word!r} stands in {group['kind']!r} already", "keep one of the two")


def phrasings_use_known_kinds(tree: Data) -> Iterator[Fault]:
    """Every kind a phrasing is made of is that of a group, or of what the vocabularies bring."""
    known = {group["kind"] for group in tree["groups"]} | FROM_VOCABULARIES
    for at, phrasing in enumerate(tree.get("phrasings", ())):
        named = [(("ways", place), kind) for place, way in enumerate(phrasing["ways"]) for kind in _kinds(way)]
        named += [(("unless", place), kind) for place, kind in enumerate(phrasing.get("unless", ()))]
        for route, kind in named:
            if kind not in known:
                remedy = suggestion(kind, known, "add a group of this kind")
                yield Fault(("phrasings", at, *route), f"no group is of the kind {kind!r}", remedy)


def _kinds(way: str) -> Iterator[str]:
    return (kind for slot in way.split() if slot not in ("..", "^") for kind in slot.split("|"))


def _once(name: str, route: Route, names: dict[str, Route], owner: Route | None = None) -> Iterator[Fault]:
    mine = owner or route
    first = names.setdefault(name.casefold(), mine)
    if first != mine:
        remedy = "keep one" if "areas" in route or "scales" in route else "keep one, or share an alias through a family"
        yield Fault(route, f"{name!r} already stands for {spelled(first)}", remedy)


def _cited(value: Any, route: Route) -> Iterator[tuple[Route, list[str]]]:
    if isinstance(value, dict):
        if route and isinstance(value.get("sources"), list):
            yield route, value["sources"]
        for key, part in value.items():
            yield from _cited(part, (*route, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _cited(part, (*route, at))


CHECKS = (
    sources_exist,
    sources_are_used,
    inner_ids_are_unique,
    aliases_are_unique,
    area_names_are_unique,
    families_exist,
)
