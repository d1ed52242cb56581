"""Throughput: a folder of synthetic committee papers, all rules on, one process; and one file of 1 and of 10 MB.

The corpus comes from a generator that is not part of this repository: `--generator FILE`, or `--corpus DIR` for what it
has written. Times are processor time, so that the speed is that of one core.
The limits are 5 MB a second and, for ten times the text, at most eleven times the time.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from measuring import GRADELINT, SHARED, Row, in_turn, processor_time, report, tool

ROUNDS = 3
SUBSET = 20
SPEED_LIMIT = 5.0
LINEAR_LIMIT = 11.0
TERMS = "adequate|inadequate|satisfactory|requires improvement|outstanding|good|ofsted|inspection"


def main() -> None:
    """Measure and report."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        corpus = arguments.corpus or _generate(arguments.generator, Path(folder), arguments.files)
        subset, one, ten = _subset(corpus, Path(folder)), Path(folder) / "one.md", Path(folder) / "ten.md"
        _cut(corpus / "big.md", one, 1_000_000)
        _cut(corpus / "big.md", ten, 10_000_000)
        inputs = {"corpus": corpus / "md", "subset": subset, "1 MB": one, "10 MB": ten}
        ours = {f"gradelint, {name}": (*GRADELINT, "check", "--exit-zero", str(path)) for name, path in inputs.items()}
        runs: dict[str, tuple[str, ...]] = {**ours, **_others(inputs)}
        times = in_turn({name: partial(processor_time, command) for name, command in runs.items()}, ROUNDS)
        sizes = {name: _size(path) for name, path in inputs.items()}
    rows = [_row(name, times, sizes) for name in runs]
    linear = times["gradelint, 10 MB"] / times["gradelint, 1 MB"]
    speed = sizes["corpus"] / times["gradelint, corpus"]
    met = speed >= SPEED_LIMIT and linear <= LINEAR_LIMIT
    report("throughput", rows, ten_times_the_text_takes=round(linear, 2), megabytes_a_second=round(speed, 2), met=met)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--generator", type=Path, default=SHARED / "bench" / "gen_corpus.py")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--files", type=int, default=500)
    arguments = parser.parse_args()
    if arguments.corpus is None and not arguments.generator.exists():
        parser.exit(2, "throughput: no corpus; give --corpus DIR or --generator FILE\n")
    return arguments


def _generate(generator: Path, folder: Path, files: int) -> Path:
    corpus = folder / "corpus"
    options = ["--out", str(corpus), "--files", str(files), "--big-mb", "10", "--docx", "0", "--pdf", "0"]
    subprocess.run([sys.executable, str(generator), *options], check=True, capture_output=True)
    return corpus


def _subset(corpus: Path, folder: Path) -> Path:
    """A few papers, for tools that would take minutes over all of them."""
    subset = folder / "subset"
    subset.mkdir()
    for paper in sorted(path for path in (corpus / "md").rglob("*") if path.is_file())[:SUBSET]:
        shutil.copy(paper, subset / paper.name)
    return subset


def _cut(source: Path, target: Path, size: int) -> None:
    """The first `size` bytes of a file, up to a line's end."""
    content = source.read_bytes()[:size]
    target.write_bytes(content[: content.rindex(b"\n") + 1])


def _others(inputs: dict[str, Path]) -> dict[str, tuple[str, ...]]:
    """The tools to compare with that are installed here, each on what it can read in reasonable time."""
    commands = {
        "ripgrep, corpus": ("rg", "-i", "-w", "-j1", "--count-matches", TERMS, str(inputs["corpus"])),
        "codespell, corpus": ("codespell", str(inputs["corpus"])),
        "codespell, subset": ("codespell", str(inputs["subset"])),
        "proselint, subset": ("proselint", "check", str(inputs["subset"])),
    }
    return {name: (path, *rest) for name, (first, *rest) in commands.items() if (path := tool(first))}


def _size(path: Path) -> float:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files) / 1e6


def _row(name: str, times: dict[str, float], sizes: dict[str, float]) -> Row:
    """The ratio is to gradelint on the same input."""
    which = name.rpartition(", ")[2]
    return Row(name, times[name], times[name] / times[f"gradelint, {which}"], sizes[which])


if __name__ == "__main__":
    main()
