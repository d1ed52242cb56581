"""The letters of text files in the encodings that papers come in."""

from __future__ import annotations

import codecs

import pytest

from gradelint.errors import UnreadableError
from gradelint.formats.decoding import Decoded, decode

TEXT = "The bill was £12 — “fine”, café.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_a_mark_at_the_start_decides_and_is_no_letter(data: bytes) -> None:
    assert decode(data, "paper.txt") == Decoded(TEXT)


def test_what_is_not_utf_8_is_read_as_windows_1252_with_a_notice() -> None:
    assert decode(TEXT.encode("cp1252"), "paper.txt") == Decoded(TEXT, ("is not UTF-8: read as Windows-1252",))


def test_a_few_damaged_letters_do_not_spoil_the_rest() -> None:
    decoded = decode(TEXT.encode() + b"\xff end", "paper.txt")
    assert decoded == Decoded(TEXT + "\ufffd end", ("is not wholly UTF-8: 1 damaged letters were left out",))


def test_bidi_controls_raise_a_notice() -> None:
    decoded = decode("a\u202eb".encode(), "paper.txt")
    assert decoded.notices == ("holds bidi control characters, which can make words look reordered",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("word".encode("utf-16-le"), "looks like UTF-16 without a mark at its start; save it as UTF-8"),
        (b"a word\0\0 and more of it", "binary in a text file (NUL bytes); save it as plain text in UTF-8"),
        (bytes(range(1, 32)) * 4 + b"\xff", "binary in a text file; save it as plain text in UTF-8"),
        (b"%PDF-1.4 ...", "this looks like a PDF, not text; name it .pdf"),
        (b"PK\x03\x04...", "this looks like a Word or other zipped file, not text; name it .docx if it is a Word file"),
        (b"{\\rtf1 word}", "this looks like a rich text file, not text; save it as .docx"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "marked as UTF-16-LE but damaged; save it as UTF-8"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        decode(data, "paper.txt")
    assert str(refusal.value) == f"paper.txt: {said}"
