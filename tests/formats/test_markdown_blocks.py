"""Our Markdown blocks are markdown-it-py's, which follows CommonMark."""

from __future__ import annotations

import random
import re

import pytest
from markdown_it import MarkdownIt

from gradelint.formats.markdown_blocks import parse

# Two forms in which markdown-it-py leaves CommonMark do not come up: a marker so wide that a line indented by four
# falls short of it, and a quote mark indented by four in a quote.
INDENTED_MARK = re.compile(r"^[ \t]*(?: {4}|\t)[ \t]*>", re.MULTILINE)
PARTS = (
    ("> ", "- ", "* ", "1. ", "2. ", "    ", "\t", " ", "a", "word", "# ", "## x", "===", "***", "```", "~~~")
    + ("|a|b|\n|-|-|\n", "<div>", "</div>", "<!-- x", "-->", "<b>x</b>", "", "\n", "\n", "\n\n", "text here", "+ ")
    + ("-", "\n---\n")
)


def lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def theirs(text: str) -> list[tuple[str, str]]:
    parser = MarkdownIt("commonmark", {"maxNesting": 1000}).enable("table").disable("inline")
    found: list[tuple[str, str]] = []
    parsed = parser.parse(text)
    in_table = False
    for before, token in zip([None, *parsed], parsed, strict=False):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
            found += [("table", "")] if in_table else []
        elif token.type == "inline" and before is not None and not in_table:
            found.append((before.type.partition("_")[0], lines(token.content)))
        elif token.type in ("code_block", "html_block"):
            found.append(("indented" if token.type == "code_block" else "html", lines(token.content)))
    return joined(found)


def ours(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for leaf in parse(text, 0).leaves:
        words = "" if leaf.shape == "table" else lines("\n".join(text[start:end] for start, end in leaf.lines))
        found.append((leaf.shape, words))
    return joined(found)


def joined(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Code indented past a blank line is one block to them and two to us."""
    kept: list[tuple[str, str]] = []
    for shape, words in found:
        if shape == "indented" and kept and kept[-1][0] == shape:
            kept[-1] = (shape, f"{kept[-1][1]}\n{words}")
        elif words or shape == "table":
            kept.append((shape, words))
    return kept


@pytest.mark.parametrize("seed", range(40))
def test_blocks_are_those_of_commonmark(seed: int) -> None:
    chance = random.Random(seed)
    papers = ["".join(chance.choice(PARTS) for _ in range(chance.randint(2, 14))) for _ in range(100)]
    papers = [paper for paper in papers if not INDENTED_MARK.search(paper)]
    assert len(papers) > 50
    assert [(paper, ours(paper)) for paper in papers] == [(paper, theirs(paper)) for paper in papers]
