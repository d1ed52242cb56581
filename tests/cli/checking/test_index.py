"""The index comes from where it is kept, is built where it is not, and is the same either way."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradelint.cli.checking import index as index_module
from gradelint.cli.checking.index import index
from gradelint.reading.lexicon import build, filed_under
from gradelint.vocabulary.shelf import Shelf, opened


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The shelf of what comes with gradelint."""
    return opened("en-GB", tmp_path_factory.mktemp("cache"))


def test_the_second_run_reads_what_the_first_built(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = index(shelf, tmp_path, tmp_path / "nowhere")
    monkeypatch.setattr(index_module, "build", None)

    assert index(shelf, tmp_path, tmp_path / "nowhere") == built
    assert [each.name for each in tmp_path.iterdir()] == [filed_under(shelf.key)]


def test_a_damaged_index_is_built_anew_and_without_a_cache_nothing_is_kept(shelf: Shelf, tmp_path: Path) -> None:
    right = build(tuple(shelf.vocabularies.values()), shelf.language)
    (tmp_path / filed_under(shelf.key)).write_bytes(b"nothing")

    assert index(shelf, tmp_path, tmp_path / "nowhere") == right
    assert index(shelf, tmp_path, tmp_path / "nowhere") == right
    assert index(shelf, None, tmp_path / "nowhere") == right
    assert not (tmp_path / "nowhere").exists()
