"""What is refused before PDFium sees a file: a stream that would inflate without measure.

PDFium inflates a stream whole and makes an object of every word it shows: 8 MiB of words take it 900 MiB.
So streams are inflated here first, a piece at a time, and their bytes and shown words counted; pictures
and fonts are left alone, for no text is in them. It is a check of one process on itself: an encrypted
file, LZW, and many large streams on one page pass it. PDFium in a process of its own would hold those too.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator

from gradelint.errors import UnreadableError

LARGEST_STREAM = 64 * 2**20
MOST_SHOWN = 100_000
_TOO_SMALL, _TOO_SMALL_IN_LETTERS = 2**11, 2**13
_PIECE = 2**16
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2048
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IN_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_NOT_TEXT = re.compile(rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType)|/Length1\b|/Type\s*/XRef")


def check_streams(data: bytes, path: str) -> None:
    """Raises UnreadableError for a file with a stream too large to be the page of a paper."""
    if b"/Encrypt" in data:
        return
    for found in _STREAM.finditer(data):
        begin = max(0, found.start() - _DICTIONARY)
        dictionary = data[max(begin, data.rfind(b" obj", begin, found.start())) : found.start()]
        packed = len(_PACKED.findall(dictionary))
        if not packed or _NOT_TEXT.search(dictionary):
            continue
        end = data.find(b"endstream", found.end())
        content = data[found.end() : end if end >= 0 else len(data)]
        in_letters = _IN_LETTERS.search(dictionary) is not None
        if packed > 1 or len(content) > (_TOO_SMALL_IN_LETTERS if in_letters else _TOO_SMALL):
            pieces = _inflated(_unlettered(content) if in_letters else content)
            _measure(pieces if packed == 1 else _inflated(b"".join(_limited(pieces, path))), path)


def _measure(pieces: Iterator[bytes], path: str) -> None:
    shown = 0
    for piece in _limited(pieces, path):
        shown += piece.count(b"Tj") + piece.count(b"TJ")
        if shown > MOST_SHOWN:
            reason = f"a page of more than {MOST_SHOWN} pieces of text"
            raise UnreadableError(path, reason, "print the paper to PDF again")


def _limited(pieces: Iterator[bytes], path: str) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST_STREAM:
            limit = LARGEST_STREAM // 2**20
            reason = f"a part of it unpacks to more than {limit} MiB"
            raise UnreadableError(path, reason, "print the paper to PDF again")
        yield piece


def _inflated(content: bytes) -> Iterator[bytes]:
    """The stream unpacked, a piece at a time, up to where it is damaged."""
    inflater = zlib.decompressobj()
    try:
        for begin in range(0, len(content), _PIECE):
            left = content[begin : begin + _PIECE]
            while left and not inflater.eof:
                yield inflater.decompress(left, 16 * _PIECE)
                left = inflater.unconsumed_tail
    except zlib.error:
        return


def _unlettered(content: bytes) -> bytes:
    try:
        return a85decode(content.strip().removesuffix(b"~>"))
    except ValueError:
        return b""
