"""The compiled form holds what the YAML holds, is found first, and is never trusted when it is not whole."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gradelint.model import Vocabulary
from gradelint.vocabulary import available, compile_shipped, compiled, languages, load, parse, parse_language
from tests.conftest import ROOT
from tests.vocabulary.small import SMALL

DATA = SMALL.encode()


def small() -> Vocabulary:
    """The small vocabulary, parsed."""
    return parse(DATA, "small.yaml")


def never() -> Vocabulary:
    """What must not be called when the compiled form is there."""
    raise AssertionError


def test_the_compiled_form_of_every_edition_is_what_its_yaml_holds() -> None:
    assert available()
    assert languages()
    for edition in available():
        parsed = parse(edition.path.read_bytes(), str(edition.path))
        assert compiled.vocabulary(json.loads(compiled.encoded(parsed))["value"]) == parsed
    for edition in languages():
        language = parse_language(edition.path.read_bytes(), str(edition.path))
        assert compiled.language(json.loads(compiled.encoded(language))["value"]) == language


def test_the_first_use_fills_the_cache_and_the_second_reads_it(tmp_path: Path) -> None:
    cache = tmp_path / "deep" / "cache"
    nowhere = tmp_path / "nowhere"

    first = compiled.kept(DATA, cache, compiled.vocabulary, small, nowhere)
    second = compiled.kept(DATA, cache, compiled.vocabulary, never, nowhere)

    assert first == second == small()
    assert [path.name for path in cache.iterdir()] == [compiled.name_of(DATA)]


def test_the_shipped_form_is_read_before_the_cache(tmp_path: Path) -> None:
    shipped, cache = tmp_path / "shipped", tmp_path / "cache"
    compiled.write(small(), shipped, compiled.name_of(DATA))
    compiled.write(small()._replace(title="Another"), cache, compiled.name_of(DATA))

    assert compiled.kept(DATA, cache, compiled.vocabulary, never, shipped) == small()


def test_a_changed_yaml_never_meets_the_form_of_the_old_one(tmp_path: Path) -> None:
    compiled.write(small(), tmp_path, compiled.name_of(DATA))
    changed = SMALL.replace("A small vocabulary", "A changed vocabulary").encode()

    found = compiled.kept(changed, tmp_path, compiled.vocabulary, lambda: parse(changed, "x"), tmp_path / "none")

    assert found.title == "A changed vocabulary"


WHOLE = compiled.encoded(small())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"made_for": 1, "value": []}',
        WHOLE[: len(WHOLE) // 2],
        WHOLE.replace('"to_area"', '"elsewhere"'),
        WHOLE.replace('"value":["small-remit",', '"value":['),
        WHOLE.replace("2006-02-01", "2006-02-31"),
        WHOLE.replace('"graded"', '"grated"'),
        "\x00\xff",
        "[" * 100_000,
    ],
)
def test_a_form_that_is_not_whole_is_passed_over_and_replaced(tmp_path: Path, text: str) -> None:
    path = tmp_path / compiled.name_of(DATA)
    path.write_text(text, encoding="latin-1")

    found = compiled.kept(DATA, tmp_path, compiled.vocabulary, small, tmp_path / "none")

    assert found == small()
    assert path.read_text(encoding="utf-8") == WHOLE


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    found = compiled.kept(DATA, tmp_path / "file", compiled.vocabulary, small, tmp_path / "none")

    assert found == small()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_without_a_cache_nothing_is_written(tmp_path: Path) -> None:
    assert compiled.kept(DATA, None, compiled.vocabulary, small, tmp_path) == small()
    assert list(tmp_path.iterdir()) == []


def test_the_build_puts_in_the_form_of_every_edition_and_takes_old_ones_out(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("{}", encoding="utf-8")

    compile_shipped(tmp_path)

    editions = (*available(), *languages())
    assert {path.name for path in tmp_path.iterdir()} == {
        compiled.name_of(edition.path.read_bytes()) for edition in editions
    }


def test_the_build_hook_puts_them_into_the_wheel(checkout: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from hatchling.builders.wheel import WheelBuilder;"
        "print(*WheelBuilder(sys.argv[1]).build(directory=sys.argv[2], versions=['standard']))"
    )
    command = [sys.executable, "-c", code, str(checkout), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (wheel,) = tmp_path.glob("*.whl")
    command = [sys.executable, "-m", "zipfile", "-e", str(wheel), str(tmp_path / "unpacked")]
    subprocess.run(command, check=True)

    assert _loads_without_yaml(tmp_path / "unpacked") == "ofsted-childrens-services en-GB"


def test_a_filled_cache_is_read_without_yaml(tmp_path: Path) -> None:
    load("ofsted-childrens-services", tmp_path)
    found = load("ofsted-childrens-services", tmp_path)

    started = time.perf_counter()
    compiled.vocabulary(json.loads(compiled.encoded(found))["value"])

    assert time.perf_counter() - started < 0.1  # measured: 3 ms with the encoding, less than 1 without


def _loads_without_yaml(folder: Path) -> str:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "sys.modules['yaml'] = sys.modules['jsonschema'] = None;"
        "import gradelint.vocabulary as v;"
        "print(v.load('ofsted-childrens-services', None).id, v.load_language('en-GB', None).id)"
    )
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_a_checkout_loads_from_a_filled_cache_without_yaml(tmp_path: Path) -> None:
    load("ofsted-childrens-services", tmp_path)
    code = (
        "import sys, pathlib; sys.modules['yaml'] = sys.modules['jsonschema'] = None;"
        "import gradelint.vocabulary as v;"
        "print(v.load('ofsted-childrens-services', pathlib.Path(sys.argv[1])).version)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("2026.11\n", "")
