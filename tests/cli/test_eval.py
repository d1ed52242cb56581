"""`gradelint eval` reports how far the findings agree with a labelled set, as the set's own script does."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from gradelint import shipped
from tests.cli.running import run
from tests.conftest import ROOT

EXAMPLES = str(ROOT / "examples" / "labelled.jsonl")
OWN = ROOT / "tests" / "labelled" / "own.jsonl"
SHARED = ROOT.parent / "shared" / "eval"


@pytest.fixture(autouse=True)
def _own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("LOCALAPPDATA", str(cache))


def evaluated(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What the command prints as JSON, which keeps to its schema."""
    seen = run(capsys, "eval", *arguments, "--format", "json")
    assert (seen.code, seen.err) == (0, "")
    figures: dict[str, Any] = json.loads(seen.out)
    schema = json.loads((shipped.folder("schemas") / "evaluation.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(figures, schema)
    return figures


def test_the_json_keeps_to_its_schema_with_folds_and_errors(capsys: pytest.CaptureFixture[str]) -> None:
    figures = evaluated(capsys, str(OWN), "--folds", "5", "--errors")

    assert figures["folds"]["number"] == len(figures["folds"]["scores"]) == 5
    assert sum(each["items"] for each in figures["folds"]["scores"]) == figures["items"] == 320
    kinds = [each["kind"] for each in figures["errors"]]
    missed = figures["expected"] - figures["hit"] - figures["near"]
    assert (kinds.count("miss"), kinds.count("near")) == (missed, figures["near"])
    assert (kinds.count("false"), kinds.count("false-info")) == (figures["false"], figures["false_info"])


def test_the_item_that_the_page_on_accuracy_shows_is_one_of_the_examples() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    _, _, rest = page.partition("```json\n")

    assert rest.partition("\n```")[0] in Path(EXAMPLES).read_text(encoding="utf-8").splitlines()


def test_without_these_options_there_are_no_folds_and_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    figures = evaluated(capsys, EXAMPLES)

    assert (figures["folds"], figures["errors"], figures["false_per_1000_words"]) == (None, None, None)
    assert figures["baseline"]["accused_share"]["share"] == 0


def test_a_folder_of_papers_is_scored_by_the_thousand_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    paper = (
        "---\nauthority: Harrowmere Borough Council\ndate: 2019-06-04\n---\n\nThe visit rated our front door good.\n"
    )
    (tmp_path / "notes.txt").write_text("not a paper", encoding="utf-8")
    (tmp_path / "a.md").write_text(paper, encoding="utf-8")
    (tmp_path / "a.expected.json").write_text("[]", encoding="utf-8")

    figures = evaluated(capsys, str(tmp_path))

    assert figures["items"] == 1
    assert figures["false_per_1000_words"] == pytest.approx(1000 * figures["false"] / figures["words"], abs=5e-4)
    assert "false alarms per 1,000 words" in run(capsys, "eval", str(tmp_path)).out


def test_the_framework_that_an_item_names_is_not_given_to_the_linter(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    items = [json.loads(line) for line in Path(EXAMPLES).read_text(encoding="utf-8").splitlines()]
    told = tmp_path / "told.jsonl"
    told.write_text(
        "\n".join(json.dumps(each | {"context": each["context"] | {"framework": "NONE"}}) for each in items),
        encoding="utf-8",
    )

    assert evaluated(capsys, str(told)) | {"set": EXAMPLES} == evaluated(capsys, EXAMPLES)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "line 1: not JSON"),
        ('{"id": "a"}', "line 1: the item has no 'text'; give it (and 2 more faults)"),
        ("", "no items in it; write one labelled text a line"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "set.jsonl").write_text(content, encoding="utf-8")

    seen = run(capsys, "eval", str(tmp_path / "set.jsonl"))

    assert (seen.code, seen.out, seen.err.count("\n")) == (2, "", 1)
    assert seen.err.startswith("gradelint: error: ")
    assert f"set.jsonl: {said}" in seen.err


def test_a_set_that_is_not_there_and_more_folds_than_items_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such file" in run(capsys, "eval", "nowhere.jsonl").err
    seen = run(capsys, "eval", EXAMPLES, "--folds", "400")
    assert seen.code == 2
    assert "--folds 400 is more than the" in seen.err
    assert run(capsys, "eval", EXAMPLES, "--folds", "1").code == 2


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that scores the shared set; skips where it is not there."""
    path = SHARED / "score.py"
    if not path.exists():
        pytest.skip("the shared set is not part of the checkout")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["dev.jsonl", "papers"])
def test_the_figures_are_those_of_the_shared_sets_own_script(
    name: str, capsys: pytest.CaptureFixture[str], script: ModuleType, tmp_path: Path
) -> None:
    path = SHARED / name
    texts = script.load_papers(path) if path.is_dir() else [*map(json.loads, path.read_text("utf-8").splitlines())]
    theirs = script.score(texts, script.check([sys.executable, "-m", "gradelint"], texts, tmp_path))

    ours = evaluated(capsys, str(path), "--errors")

    counts = ("items", "clean", "accused", "expected", "hit", "near", "false", "false_info")
    assert {key: ours[key] for key in counts} == {key: theirs[key] for key in counts}
    assert ours["accused_share"]["share"] == theirs["accused_share"]
    for level in ("strict", "lenient"):
        shares = {key: ours[level][key]["share"] for key in ("precision", "recall")}
        assert shares | {"f1": ours[level]["f1"]} == theirs[level]
    per_rule = {row["rule"]: {key: row[key] for key in ("expected", "hit", "near")} for row in ours["rules"]}
    assert {rule: row for rule, row in per_rule.items() if row["expected"]} == theirs["per_type"]
    assert [_told(text, what) for _, text, what in theirs["_errors"]] == [
        (each["item"], each["rule"], each["quote"]) for each in ours["errors"]
    ]


def _told(text: dict[str, Any], what: dict[str, Any]) -> tuple[str, str, str]:
    quote = what.get("quote") or text["text"][what["start"] : what["end"]]
    return text["id"], what.get("type") or what["rule"], quote
