"""Vocabularies are found by name, never by a way through the folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradelint.errors import UnknownError, UnreadableError
from gradelint.vocabulary import Edition, available, languages, load, load_language
from gradelint.vocabulary.editions import named
from tests.vocabulary.small import SMALL

EDITIONS = tuple(Edition("gardens", version, f"{version}.yaml") for version in ("2025.9", "2025.12", "2026.02"))


def test_a_name_without_a_version_is_the_latest() -> None:
    assert named("gardens", "vocabulary", EDITIONS).version == "2026.02"
    assert named("gardens", "vocabulary", EDITIONS[:2]).version == "2025.12"


def test_a_name_with_a_version_is_that_one() -> None:
    assert named("gardens@2025.12", "vocabulary", EDITIONS) == EDITIONS[1]


@pytest.mark.parametrize(
    "name",
    [
        "../schemas",
        "gardens/../../x",
        "/etc/passwd",
        "gardens@../../x",
        "gardens\\x",
        "gardens@",
        "@2025.12",
        "",
        ".",
        "gardens@2025.12\x00",
        "language/en-GB",
    ],
)
def test_a_name_that_leads_elsewhere_is_unknown(name: str) -> None:
    with pytest.raises(UnknownError):
        load(name, None)


def test_an_unknown_name_brings_near_ones() -> None:
    with pytest.raises(UnknownError) as caught:
        named("gardnes", "vocabulary", EDITIONS)

    assert (caught.value.kind, caught.value.name, caught.value.near) == ("vocabulary", "gardnes", ("gardens",))
    assert str(caught.value) == "no vocabulary called 'gardnes'; did you mean 'gardens'?"


def test_the_vocabularies_and_the_languages_are_kept_apart() -> None:
    assert "ofsted-childrens-services" in {edition.id for edition in available()}
    assert "en-GB" in {edition.id for edition in languages()}
    assert not {edition.id for edition in available()} & {edition.id for edition in languages()}
    with pytest.raises(UnknownError):
        load_language("ofsted-childrens-services", None)


def test_a_file_of_the_user_is_loaded_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(SMALL, encoding="utf-8")

    assert load(str(tmp_path / "mine.yaml"), None).id == "small-remit"


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.yaml")

    with pytest.raises(UnreadableError) as caught:
        load(missing, None)

    assert str(caught.value) == f"{missing}: No such file or directory; check the name of the file"


def test_a_name_that_no_file_can_have_is_one_clear_line() -> None:
    with pytest.raises(UnreadableError) as caught:
        load("a\x00b.yaml", None)

    assert str(caught.value) == "'a\\x00b.yaml': not the name of a file; check the name of the file"
