"""The rules of the house that a machine can see: rooms, sizes, names, and what each room may touch."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import tomli
import yaml

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "gradelint"
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}
NO_ROOM_NEEDED = {"__init__", "__main__", "_shipped"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc", "requests", "httpx"}
CLOCK_AND_MACHINE = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "os.getenv", "os.environ"),
    *(
        "os.getcwd",
        "Path.cwd",
        "Path.home",
        "print",
        "input",
        "sys.exit",
        "exit",
        "sys.stdout",
        "sys.stderr",
        "sys.argv",
    ),
}

SLOW_TO_LOAD = {"asyncio", "html.parser", "jsonschema", "markdown_it", "pypdfium2", "tomli", "yaml", "zipfile"}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package, by its path below `gradelint/`."""
    found = {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "_shipped" not in path.parts
    }
    assert len(found) > 10
    return found


def test_every_room_has_its_place_in_the_import_contract() -> None:
    settings = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    placed = {room.strip().removeprefix("gradelint.") for layer in layers for room in layer.split("|")}
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    assert rooms - NO_ROOM_NEEDED == placed


def test_the_import_contract_holds() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_modules_are_short_enough_to_read() -> None:
    lengths = {name: len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) for name in modules()}

    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_are_short_enough_to_read() -> None:
    lengths = {
        f"{name}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert len(lengths) > 50
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {part.removesuffix(".py") for name in modules() for part in name.split("/")}

    assert parts & SAYS_NOTHING == set()


def test_every_module_class_and_public_function_says_what_it_is() -> None:
    silent = [
        f"{name}:{getattr(node, 'name', 'module')}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and not getattr(node, "name", "").startswith("_")
        and ast.get_docstring(node) is None
        and not _is_nested(tree, node)
    ]

    assert silent == []


def _is_nested(tree: ast.Module, node: ast.AST) -> bool:
    """Whether the node is inside a function, a private class, or a parser of the standard library (`handle_...`)."""
    if isinstance(node, ast.FunctionDef) and node.name.startswith("handle_"):
        return True
    return any(
        node is not outer and node in ast.walk(outer)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef) or (isinstance(outer, ast.ClassDef) and outer.name.startswith("_"))
    )


def test_nothing_reaches_for_the_network() -> None:
    reaching = {name: found for name, tree in modules().items() if (found := NETWORK.intersection(_imports(tree)))}

    assert reaching == {}


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_the_command_line_asks_the_clock_the_environment_or_the_screen() -> None:
    asking = {
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        if not name.startswith("cli/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in CLOCK_AND_MACHINE
    }

    assert asking == set()


def test_no_module_keeps_anything_but_constants() -> None:
    kept = {
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    }

    assert kept == set()


def labels() -> set[str]:
    """Every grade label of every vocabulary."""
    files = [path for path in (ROOT / "vocabularies").rglob("*.yaml") if "language" not in path.parts]
    assert files
    return {
        str(grade["label"]).casefold()
        for path in files
        for framework in yaml.safe_load(path.read_text(encoding="utf-8"))["frameworks"]
        for scale in framework.get("scales", ())
        for grade in scale["grades"]
    }


def test_no_grade_is_named_in_the_code() -> None:
    named = re.compile(
        r"\b(" + "|".join(sorted(map(re.escape, labels()), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )
    found = {f"{name}:{line}: {text!r}" for name, line, text in _strings() if named.search(text)}

    assert found == set()


def test_no_word_of_praise_is_named_in_the_code() -> None:
    files = sorted((ROOT / "vocabularies" / "language").rglob("*.yaml"))
    assert files
    groups = [group for path in files for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]]
    words = {
        word
        for group in groups
        if group.get("standing") in (1, 2)
        for word in group["words"]
        if " " in word or len(word) > 5
    }
    assert len(words) > 20
    named = _any_of(words)
    # What prints judges nothing, and has "strong" as the name of a way to print.
    # The kinds of the groups are how the code asks for words, and no words themselves.
    kinds = {group["kind"] for group in groups}
    judging = (each for each in _strings() if not each[0].startswith(("cli/", "reports/")) and each[2] not in kinds)
    found = {f"{name}:{line}: {text!r}" for name, line, text in judging if named.search(text)}

    assert found == set()


def _any_of(words: set[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def _strings() -> Iterator[tuple[str, int, str]]:
    """The string literals of the package that are not docstrings, so not a rule's manual page either."""
    for name, tree in modules().items():
        pages = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pages:
                yield name, node.lineno, node.value


@pytest.mark.parametrize("path", sorted((ROOT / "schemas").glob("*.json")), ids=lambda path: path.name)
def test_a_schema_is_a_schema(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_there_are_schemas() -> None:
    assert list((ROOT / "schemas").glob("*.json"))


def test_checking_a_markdown_paper_loads_nothing_that_is_slow_to_load(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("Ofsted judged the council's services to be adequate in July 2012.\n", encoding="utf-8")
    code = (
        "import sys\nfrom gradelint.cli import main\n"
        f"try:\n    main(['check', '--exit-zero', {str(paper)!r}])\n"
        f"finally:\n    print(*sorted({SLOW_TO_LOAD!r} & set(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    for _ in range(2):  # the first run may have to compile the vocabularies
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)

    assert done.stderr.splitlines()[-1] == ""
