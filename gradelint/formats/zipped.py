"""The parts of a zipped package (a Word file), inflated within limits and only in memory.

Limits: 4,096 parts, 64 MiB a part, 256 MiB in all. The sizes the zip's directory declares are checked
before anything is inflated and the bytes that come out are counted, for a directory can lie. Nothing is
written to the disk, so a part's name can do no harm.
"""

from __future__ import annotations

import io
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gradelint.errors import UnreadableError
from gradelint.formats.decoding import looks_like

MOST_PARTS = 4096
LARGEST_PART = 64 * 2**20
LARGEST_PACKAGE = 256 * 2**20
_CHUNK = 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = "open it in Word and save it again"
_FAULTS = (
    BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    IndexError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


class Package:
    """A zip whose parts are inflated on demand; every fault is an UnreadableError naming the file and the part."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._left = LARGEST_PACKAGE
        self._zip = _opened(data, path)
        self._infos = _checked(self._zip.infolist(), path)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the directory."""
        return tuple(self._infos)

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises UnreadableError where it is missing, damaged, locked or too large."""
        if name not in self._infos:
            raise UnreadableError(self.path, f"the part {name} is missing", _DAMAGED)
        info = self._infos[name]
        if info.flag_bits & 1:
            raise UnreadableError(self.path, "password protected", "remove the password")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableError(self.path, f"the part {name} is packed in an unusual way", _DAMAGED)
        content = self._inflated(info)
        self._left -= len(content)
        return content

    def _inflated(self, info: ZipInfo) -> bytes:
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > min(LARGEST_PART, self._left) or size > info.file_size:
                        raise too_large(self.path, info.filename)
                    chunks.append(chunk)
        except _FAULTS as fault:
            raise UnreadableError(self.path, f"the part {info.filename} is damaged ({fault})", _DAMAGED) from fault
        if size < info.file_size:
            raise UnreadableError(self.path, f"the part {info.filename} is cut short", _DAMAGED)
        return b"".join(chunks)


def too_large(path: str, name: str) -> UnreadableError:
    """The refusal of a part that would not end."""
    limit = LARGEST_PART // 2**20
    return UnreadableError(path, f"the part {name} is larger than {limit} MiB or than it says", "split the paper")


def _opened(data: bytes, path: str) -> ZipFile:
    if not data.startswith(b"PK"):
        raise _no_zip(data, path)
    try:
        return ZipFile(io.BytesIO(data))
    except _FAULTS as fault:
        raise UnreadableError(path, "damaged or cut short (no zip directory)", _DAMAGED) from fault


def _checked(infos: list[ZipInfo], path: str) -> dict[str, ZipInfo]:
    """The parts by name, once their number and their declared sizes are known to be within the limits."""
    if len(infos) > MOST_PARTS:
        raise UnreadableError(path, f"{len(infos)} parts, more than {MOST_PARTS}", _DAMAGED)
    found = {info.filename: info for info in infos}
    if len(found) < len(infos):
        raise UnreadableError(path, "two parts have one name, so the text is ambiguous", _DAMAGED)
    for info in infos:
        if info.file_size > LARGEST_PART and info.filename.endswith((".xml", ".rels")):
            raise too_large(path, info.filename)
    return found


def _no_zip(data: bytes, path: str) -> UnreadableError:
    """Says what a file is that is no zip."""
    if not data:
        return UnreadableError(path, "empty, 0 bytes", "save the paper again")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return UnreadableError(path, "password protected", "remove the password")
        return UnreadableError(path, "the old Word format (.doc)", "save as .docx")
    if other := looks_like(data):
        return UnreadableError(path, f"not a Word file: looks like {other[0]}", other[1])
    if b"\0" not in data[:4096]:
        return UnreadableError(path, "not a Word file: looks like plain text", "name it .txt or save as .docx")
    return UnreadableError(path, "not a Word file, or damaged", "save as .docx")
