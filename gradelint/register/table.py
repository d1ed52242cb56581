"""The bytes of a CSV file turned into rows, strictly: what is damaged is named, never guessed around."""

from __future__ import annotations

import io
from collections.abc import Iterator

from gradelint.errors import BadDataError
from gradelint.register.columns import EXPECTED

LARGEST = 64 * 1024 * 1024
_REMEDY = "save the table as 'CSV UTF-8'"
_SIGNATURES = {
    b"\xff\xfe": "UTF-16 text, as Excel's 'Unicode Text' is",
    b"\xfe\xff": "UTF-16 text",
    b"PK\x03\x04": "a zip file, such as an .xlsx or .ods workbook",
    b"\xd0\xcf\x11\xe0": "an old Office file, such as an .xls workbook",
    b"%PDF": "a PDF",
}


def rows(data: bytes, path: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds anything, with its number as a spreadsheet counts it. Raises BadDataError."""
    import csv

    text = decoded(data, path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = found = 0
    try:
        for row in reader:
            number += 1
            if any(cell.strip() for cell in row):
                found += 1
                yield number, [cell.strip() for cell in row]
    except csv.Error as error:
        raise BadDataError(path, (f"row {number + 1}: {_damage(str(error))}",)) from None
    if not found:
        raise _bad(path, f"no header; the first row must be {EXPECTED}")


def decoded(data: bytes, path: str) -> str:
    """The text of a UTF-8 file, without its byte order mark. Raises BadDataError."""
    if len(data) > LARGEST:
        raise _bad(path, f"larger than {LARGEST // 1024**2} MiB; keep only the rows that are wanted")
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise _bad(path, f"this is {kind}, not CSV; {_REMEDY}")
    if b"\0" in data:
        row = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise _bad(path, f"line {row} holds a NUL byte; the file is damaged or not text: export it again")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(path, f"line {line} is not UTF-8; {_REMEDY}") from None


def _damage(error: str) -> str:
    if "unexpected end" in error:
        return "a quotation mark is opened and never closed; close it or take it out"
    if "field larger" in error:
        return "a cell of more than 131,072 letters; a quotation mark may be missing, or the file is damaged"
    return "a quotation mark stands inside a cell; double it, and put the whole cell in quotation marks"


def _bad(path: str, fault: str) -> BadDataError:
    return BadDataError(path, (fault,))
