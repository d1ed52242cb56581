"""The shelf holds what the YAML holds, opens no vocabulary unasked, and is never trusted when it is not whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gradelint.model import Vocabulary
from gradelint.vocabulary import available, compiled, load, load_language, shelf


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with a shelf in it."""
    folder = tmp_path_factory.mktemp("cache")
    shelf.opened("en-GB", folder, folder / "nowhere")
    return folder


def test_the_shelf_has_the_latest_of_every_vocabulary_as_its_yaml_has_it(cache: Path) -> None:
    opened = shelf.opened("en-GB", cache, cache / "nowhere")

    assert list(opened.vocabularies) == list({each.id: each for each in available()})
    assert dict(opened.vocabularies) == {name: load(name, cache) for name in opened.vocabularies}
    assert opened.language == load_language("en-GB", cache)


def test_a_vocabulary_is_made_once_and_only_when_it_is_asked_for(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    decode = compiled.vocabulary
    opened = shelf.opened("en-GB", cache, cache / "nowhere")

    def noted(row: list[Any]) -> Vocabulary:
        made.append(row[0])
        return decode(row)

    monkeypatch.setattr(compiled, "vocabulary", noted)
    for _ in range(2):
        assert opened.vocabularies["ofsted-childrens-services"].id == "ofsted-childrens-services"

    assert made == ["ofsted-childrens-services"]


def test_a_changed_yaml_finds_no_old_shelf(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shelf.opened("en-GB", cache, cache / "nowhere").key
    last = available()[-1]
    changed = tmp_path / last.path.name
    changed.write_bytes(last.path.read_bytes() + b"\n")

    monkeypatch.setattr(shelf, "available", lambda: (*available()[:-1], last._replace(file=str(changed))))

    assert shelf.opened("en-GB", cache, cache / "nowhere").key != before


@pytest.mark.parametrize("harm", [b"", b"not marshal", None])
def test_a_damaged_shelf_is_filled_anew(cache: Path, harm: bytes | None) -> None:
    before = shelf.opened("en-GB", cache, cache / "nowhere")
    file = cache / f"{before.key}.shelf"
    whole = file.read_bytes()
    file.write_bytes(whole[:-100] if harm is None else harm)

    after = shelf.opened("en-GB", cache, cache / "nowhere")

    assert dict(after.vocabularies) == dict(before.vocabularies)
    assert file.read_bytes() == whole
