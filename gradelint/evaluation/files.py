"""A file of JSON lines, or the files of a folder of papers, to the items of a labelled set."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from gradelint.errors import BadDataError
from gradelint.evaluation.faults import context_faults, item_faults, label_faults
from gradelint.evaluation.items import Item, item

LABELS = ".expected.json"
PAPER = ".md"
CONTEXTS = "contexts.json"
_NO_ITEMS = "no items in it; write one labelled text a line"
_NO_PAPERS = f"no papers in this folder; put each *{PAPER} beside its *{LABELS}"


def from_lines(content: bytes, path: str, rules: Collection[str]) -> tuple[Item, ...]:
    """The items of a file with one JSON object a line. Raises BadDataError with every fault, each with its line."""
    faults: list[str] = []
    items: list[Item] = []
    lines_of: dict[str, int] = {}
    for number, line in enumerate(_text(content, path).split("\n"), 1):
        if not line.strip():
            continue
        data, found = _decoded(line)
        found = found or list(item_faults(data, rules))
        if not found and lines_of.setdefault(data["id"], number) != number:
            found = [f"the id {data['id']!r} is that of line {lines_of[data['id']]}; give each item its own"]
        faults += [f"line {number}: {fault}" for fault in found]
        items += [] if found else [item(data, f"{path}: line {number}")]
    if faults or not items:
        raise BadDataError(path, tuple(faults) or (_NO_ITEMS,))
    return tuple(items)


def from_folder(contents: Mapping[str, bytes], folder: str, rules: Collection[str]) -> tuple[Item, ...]:
    """The items of a folder's files, by name. Raises BadDataError for the first file with faults."""
    papers = sorted(name.removesuffix(PAPER) for name in contents if name.endswith(PAPER))
    labels = sorted(name.removesuffix(LABELS) for name in contents if name.endswith(LABELS))
    if not papers and not labels:
        raise BadDataError(folder, (_NO_PAPERS,))
    for paper in (each for each in papers if each not in labels):
        remedy = f"write {paper}{LABELS}, with [] in it where nothing is to be found"
        raise BadDataError(f"{folder}/{paper}{PAPER}", (f"nothing says what is expected in it; {remedy}",))
    for paper in (each for each in labels if each not in papers):
        raise BadDataError(f"{folder}/{paper}{LABELS}", (f"no {paper}{PAPER} beside it; put the paper there",))
    contexts = _contexts(contents, folder, papers)
    return tuple(_paper(each, contents, folder, contexts.get(each, {}), rules) for each in papers)


def _paper(
    name: str, contents: Mapping[str, bytes], folder: str, context: Mapping[str, Any], rules: Collection[str]
) -> Item:
    path = f"{folder}/{name}{PAPER}"
    text = _text(contents[name + PAPER], path).replace("\r\n", "\n")
    expected = _whole(contents[name + LABELS], f"{folder}/{name}{LABELS}")
    if found := tuple(label_faults(expected, text, rules)):
        raise BadDataError(f"{folder}/{name}{LABELS}", found)
    return item({"id": name, "text": text, "context": context, "expected": expected}, path)


def _contexts(contents: Mapping[str, bytes], folder: str, papers: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """What is known of each paper, by the paper's name without its ending."""
    if CONTEXTS not in contents:
        return {}
    path = f"{folder}/{CONTEXTS}"
    data = _whole(contents[CONTEXTS], path)
    if not isinstance(data, dict):
        raise BadDataError(path, ('not an object in braces; write {"NAME.md": {"authority": ..., "as_of": ...}}',))
    faults = tuple(f"{name}: {fault}" for name in data for fault in _context_faults(name, data[name], papers))
    if faults:
        raise BadDataError(path, faults)
    return {name.removesuffix(PAPER): context for name, context in data.items()}


def _context_faults(name: str, context: object, papers: Collection[str]) -> Iterator[str]:
    if name.removesuffix(PAPER) not in papers:
        yield "no paper of this name in the folder; correct the name"
    yield from context_faults(context)


def _text(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadDataError(path, (f"line {line}: not UTF-8; save the file as UTF-8",)) from None


def _decoded(line: str) -> tuple[Any, list[str]]:
    """What a line holds, or what is wrong with it."""
    try:
        return json.loads(line), []
    except json.JSONDecodeError as error:
        return None, [f"not JSON ({error.msg} at letter {error.colno}); write one object a line"]
    except (RecursionError, ValueError) as error:
        return None, [f"not JSON that can be read ({error}); write one object a line"]


def _whole(content: bytes, path: str) -> Any:
    text = _text(content, path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        fault = f"line {error.lineno}: not JSON ({error.msg} at letter {error.colno}); correct it"
    except (RecursionError, ValueError) as error:
        fault = f"line 1: not JSON that can be read ({error}); correct it"
    raise BadDataError(path, (fault,))
