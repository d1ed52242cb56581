"""Accuracy: how the findings agree with the labelled sets, by rule, in all and in folds.

One set is part of this repository, the others are not: `--shared DIR` is the folder with `dev.jsonl` and `papers`.
The table of `docs/accuracy.md` is renewed with the figures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path
from typing import Any

from measuring import GRADELINT, ROOT, SHARED, keep

FOLDS = 5
OWN = Path("tests") / "labelled" / "own.jsonl"
PAGE = ROOT / "docs" / "accuracy.md"
HEADING = "## Figures\n"
SHARES = (
    ("precision", ("strict", "precision")),
    ("recall", ("strict", "recall")),
    ("lenient precision", ("lenient", "precision")),
    ("lenient recall", ("lenient", "recall")),
    ("clean items accused", ("accused_share",)),
)
Figures = dict[str, Any]


def main() -> None:
    """Score, print, keep the figures and renew the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED / "eval")
    shared = parser.parse_args().shared
    figures = {"own": _run(OWN, "--folds", str(FOLDS))}
    if (dev := shared / "dev.jsonl").exists():
        figures["dev"] = _run(dev, "--folds", str(FOLDS))
    if (papers := shared / "papers").is_dir():
        figures["papers"] = _run(papers)
    for result in figures.values():
        del result["set"]  # where it lies on this machine
    table = markdown(figures)
    print(table)
    keep("accuracy", figures)
    if len(figures) > 1:
        _renew_page(table)
    else:
        print(f"{PAGE.name} is left as it is: it tells of sets that are not here; give --shared DIR")


def _run(path: Path, *options: str) -> Figures:
    command = [*GRADELINT, "eval", str(path), "--format", "json", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    result: Figures = json.loads(done.stdout)
    return result


def markdown(figures: dict[str, Figures]) -> str:
    """The figures as two tables: of the sets, and of the rules in each."""
    heads = " | ".join(figures)
    rows = [
        f"| | {heads} |\n|---|{'---|' * len(figures)}",
        *(_row(name, [str(each[name]) for each in figures.values()]) for name in ("items", "clean", "expected")),
        *(_row(name, [_share(_at(each, path)) for each in figures.values()]) for name, path in SHARES),
        *(_row(f"{name} in {FOLDS} folds", [_range(each, path) for each in figures.values()]) for name, path in SHARES),
        _row("false alarms per 1,000 words", [_per_1000(each) for each in figures.values()]),
        _row("never speaking: recall, clean items accused", [_baseline(each) for each in figures.values()]),
    ]
    rules = sorted({row["rule"] for each in figures.values() for row in each["rules"]})
    found = [{row["rule"]: row for row in each["rules"]} for each in figures.values()]
    by_rule = [
        f"| rule | {heads} |\n|---|{'---|' * len(figures)}",
        *(_row(rule, [_counts(each.get(rule)) for each in found]) for rule in rules),
    ]
    return (
        "\n".join(rows)
        + "\n\nHits of what was expected, and false alarms where there are any:\n\n"
        + "\n".join(by_rule)
    )


def _row(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _at(figures: Figures, path: tuple[str, ...]) -> Figures:
    for name in path:
        figures = figures[name]
    return figures


def _share(share: Figures) -> str:
    if share["share"] is None:
        return ""
    return f"{share['share']:.1%} ({share['low']:.1%} to {share['high']:.1%})"


def _range(figures: Figures, path: tuple[str, ...]) -> str:
    if figures["folds"] is None or (spread := _at(figures["folds"], path)) is None:
        return ""
    return f"{spread['mean']:.1%} ({spread['low']:.1%} to {spread['high']:.1%})"


def _per_1000(figures: Figures) -> str:
    return "" if figures["false_per_1000_words"] is None else f"{figures['false_per_1000_words']:.2f}"


def _baseline(figures: Figures) -> str:
    recall, accused = figures["baseline"]["recall"], figures["baseline"]["accused_share"]
    return f"{recall['share']:.1%}, {accused['share']:.1%}"


def _counts(row: Figures | None) -> str:
    if row is None:
        return ""
    false = f", {row['false']} false" if row["false"] else ""
    return f"{row['hit']} of {row['expected']}{false}"


def _renew_page(table: str) -> None:
    """Put the tables in the place of what stands in the page's last section."""
    text = PAGE.read_text(encoding="utf-8")
    before, heading, _ = text.partition(HEADING)
    if not heading:
        raise RuntimeError(f"{PAGE} has no section {HEADING.strip()!r}")
    PAGE.write_text(f"{before}{heading}\n{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
