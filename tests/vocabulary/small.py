"""A small vocabulary of an invented remit, whole or with some words put wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradelint.errors import BadDataError
from gradelint.vocabulary import parse

SMALL = (Path(__file__).parent.parent / "data" / "vocabulary" / "small.yaml").read_text(encoding="utf-8")


def altered(*changes: tuple[str, str]) -> bytes:
    """The small vocabulary with the first place of each old text replaced; the old text must be there."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def faults(*changes: tuple[str, str]) -> tuple[str, ...]:
    """What is wrong with the small vocabulary after these changes."""
    with pytest.raises(BadDataError) as caught:
        parse(altered(*changes), "small.yaml")
    assert caught.value.path == "small.yaml"
    return caught.value.faults
