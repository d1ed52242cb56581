"""What holds for every format: which files are read, which are refused, and that what is read is what is seen."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gradelint.errors import UnreadableError
from gradelint.formats import read, suffixes
from gradelint.model import Document

SENTENCE = "Inspectors found the service to be adequate in 2012, a “third” grade."


def test_the_formats_are_found_by_their_suffixes() -> None:
    assert {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"} <= suffixes()


def test_only_the_module_of_the_format_is_imported() -> None:
    code = "import sys; from gradelint.formats import read; read(b'Text.', 'a.md'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    unwanted = {"gradelint.formats.html", "gradelint.formats.text", "html", "zipfile", "pypdfium2", "markdown_it"}
    assert "gradelint.formats.markdown" in loaded
    assert unwanted.isdisjoint(loaded)


@pytest.mark.parametrize(
    ("path", "paper"),
    [
        ("paper.txt", f"First.\n\n{SENTENCE.replace(' service', chr(10) + 'service')}\n"),
        ("PAPER.TXT", SENTENCE),
        ("paper.md", f"First.\n\n{SENTENCE.replace('adequate', '**ade**quate')}\n"),
        ("paper.html", f"<p>First.<p>{SENTENCE.replace('adequate', '<b>ade</b>qu&#97;te')}"),
    ],
)
def test_the_same_sentence_is_read_from_every_format(path: str, paper: str) -> None:
    document = read(paper.encode(), path)
    assert document.quote(document.blocks[-1].span) == SENTENCE


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("old.doc", b"x", ".doc files are not read; save it as .docx"),
        ("sheet.xlsx", b"x", ".xlsx files are not read; save its text as .docx or .txt"),
        ("paper.txt ", b"x", "unknown file type '.txt '; the types read are .docm, .docx"),
        ("paper", b"x", "no file type in the name; the types read are .docm, .docx"),
        (
            "paper.pdf",
            b"PK\x03\x04",
            "named .pdf, but it looks like a Word or other zipped file; name it",
        ),
        ("paper.docx", b"%PDF-1.4", "named .docx, but it looks like a PDF; name it .pdf"),
        ("paper.docx", b"Only text.", "named .docx, but it looks like plain text; name it .txt, .md or .html"),
        ("paper.txt", b"%PDF-1.4", "this looks like a PDF, not text; name it .pdf"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(path: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, path)
    assert str(refusal.value).startswith(f"{path}: {said}")


@pytest.fixture(scope="session")
def damaged(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """The set of damaged and odd files, with what should become of each."""
    generator = root.parent / "shared" / "robustness" / "gen_robustness.py"
    if not generator.exists():
        pytest.skip("needs ../shared/robustness/gen_robustness.py")
    folder = tmp_path_factory.mktemp("damaged")
    subprocess.run([sys.executable, generator, folder, "--quick"], check=True, capture_output=True)
    return folder, json.loads((folder / "manifest.json").read_text())


@pytest.mark.parametrize("group", ["text", "words", "html", "md", "regex", "names"])
def test_odd_files_are_read_as_seen_or_refused(damaged: tuple[Path, dict[str, object]], group: str) -> None:
    folder, manifest = damaged
    entries = manifest["entries"]
    assert isinstance(entries, list)
    wrong = [entry["id"] for entry in entries if entry["group"] == group and not as_expected(folder, entry)]
    assert any(entry["group"] == group for entry in entries)
    assert wrong == []


def as_expected(folder: Path, entry: dict[str, str]) -> bool:
    """Whether a file that holds a misstatement was read with it, or refused where that is right."""
    allowed = {entry["expect"], *entry["accept"]}
    try:
        document = read(Path(os.fsdecode(folder), entry["path"]).read_bytes(), entry["path"])
    except UnreadableError as refusal:
        return "clear error" in allowed and "\n" not in refusal.reason
    return "clean" in allowed or holds_misstatement(document)


def holds_misstatement(document: Document) -> bool:
    """The claim, whatever quotation marks, capitals and accents stand in it."""
    letters = re.sub(r"[^a-z]", "", document.text.lower())
    rated = r"ofstedrated(?:our(?:zoes)?childrensservices|it)(?:in)?adequate.*(?:strong|outstanding)"
    return re.search(rated + r"|verdictofrequiresimprovement.*aregood", letters) is not None
