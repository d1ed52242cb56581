"""README and docs are true: their commands run and print what is shown, and nothing they name is missing."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml

from gradelint.cli import commands, program
from tests.conftest import ROOT, Run

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
OTHER_PROGRAMS_OPTIONS = {"--all-files", "--verbose"}  # pre-commit's


class Example(NamedTuple):
    """A command as a page shows it, with what the page says it prints."""

    page: str
    command: str
    shown: str


@cache
def pages() -> dict[str, str]:
    """README, the docs and the README files of folders, by path."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("[a-z]*/README.md"))]
    assert len(found) > 5
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found}


def examples() -> Iterator[Example]:
    """Every `$ command` of every console block."""
    for page, text in pages().items():
        for language, block in FENCE.findall(text):
            if language == "console":
                for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                    command, _, shown = part.partition("\n")
                    yield Example(page, command, shown)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples in it, where the commands of the pages are run."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: f"{example.page}: {example.command}")
def test_a_command_prints_what_the_page_shows(example: Example, gradelint: Run, desk: Path) -> None:
    name, *arguments = shlex.split(example.command)
    assert name == "gradelint"

    done = gradelint(*arguments, cwd=desk, path=ROOT)

    assert re.fullmatch(_pattern(example.shown), done.stdout + done.stderr), done.stdout + done.stderr
    assert done.returncode in (0, 1), done.stderr


def _pattern(shown: str) -> str:
    """What is shown, line for line; a line of three dots stands for any lines."""
    lines = ("(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + " *\n" for line in shown.splitlines())
    return "".join(lines) + "\n*"


def test_the_pages_show_commands_at_work() -> None:
    shown = {example.command.split()[1] for example in examples()}

    assert {"check", "eval", "translate", "explain", "rules", "vocab", "register"} <= shown


@cache
def options() -> dict[str, set[str]]:
    """The long options of every command and sub-command, by its words."""
    found: dict[str, set[str]] = {}

    def gather(command: click.Command, words: tuple[str, ...]) -> None:
        if isinstance(command, click.Group):
            for name, each in command.commands.items():
                gather(each, (*words, name))
        names = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
        found[" ".join(words)] = {name for name in names if name.startswith("--")} | {"--help"}

    gather(program(), ())
    return found


def test_every_option_named_on_a_page_exists() -> None:
    known = set().union(*options().values()) | OTHER_PROGRAMS_OPTIONS
    ours = {
        f"{page}: {option}"
        for page, text in pages().items()
        if not page.startswith("benchmarks/")
        for option in OPTION.findall(text)
        if option not in known
    }

    assert ours == set()


def test_every_command_named_on_a_page_exists() -> None:
    named = {
        f"{page}: {words}"
        for page, text in pages().items()
        for words in re.findall(r"`gradelint ([a-z]+)", text)
        + re.findall(r"^\$ gradelint ([a-z]+)", text, re.MULTILINE)
        if words not in commands()
    }

    assert named == set()


def test_every_command_and_option_is_on_the_index_page() -> None:
    index = pages()["docs/index.md"]
    missing = [words for words in options() if words and f"`gradelint {words}" not in index]
    absent = {option for names in options().values() for option in names if f"`{option}" not in index}

    assert missing == []
    assert absent - {"--help", "--version"} == set()


def test_every_command_and_option_has_help() -> None:
    silent = []
    for name in commands():
        command = program((name,)).commands[name]
        for each in command.commands.values() if isinstance(command, click.Group) else (command,):
            silent += [name] if not each.help else []
            silent += [
                f"{name}: {parameter.name}"
                for parameter in each.params
                if isinstance(parameter, click.Option) and not parameter.help
            ]

    assert silent == []


def test_readme_names_every_hook() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert [hook["id"] for hook in hooks if f"- id: {hook['id']}\n" not in pages()["README.md"]] == []


def test_readme_and_ci_give_the_same_commands() -> None:
    main_job, tests = (block.strip() for language, block in FENCE.findall(pages()["README.md"]) if language == "sh")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert tests in script
    assert main_job.startswith(
        "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/gradelint check examples"
    )


def test_links_between_pages_lead_somewhere() -> None:
    broken = {
        f"{page}: {target}"
        for page, text in pages().items()
        for target in LINK.findall(text)
        if not (ROOT / page).parent.joinpath(target).exists()
    }

    assert broken == set()


def test_every_page_of_the_docs_is_on_the_index_page() -> None:
    unlisted = [page for page in pages() if re.fullmatch(r"docs/[a-z-]+\.md", page) and page != "docs/index.md"]

    assert unlisted
    assert [page for page in unlisted if page.removeprefix("docs/") not in pages()["docs/index.md"]] == []


def test_paths_named_on_the_pages_exist() -> None:
    named = re.compile(
        r"`((?:gradelint|vocabularies|registers|schemas|tests|examples|tools|benchmarks|docs)/[\w./-]+)`"
    )
    missing = {
        f"{page}: {path}"
        for page, text in pages().items()
        for path in named.findall(text)
        if not (ROOT / path).exists() and not re.search(r"\b(ID|VERSION|NAME)\b", path)
    }

    assert missing == set()
