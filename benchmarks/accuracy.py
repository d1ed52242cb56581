"""Accuracy: how the findings agree with a labelled set, by rule.

The set and its scoring script are not part of this repository: `--score FILE`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from measuring import ROOT, SHARED, keep


def main() -> None:
    """Score, print and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--score", type=Path, default=SHARED / "eval" / "score.py")
    score = parser.parse_args().score
    if not score.exists():
        parser.exit(2, "accuracy: no labelled set; give --score FILE\n")
    figures = {"items": _run(score)}
    if (papers := score.parent / "papers").is_dir():
        figures["papers"] = _run(score, "--papers", str(papers))
    rules = _rules()
    for name, result in figures.items():
        print(f"{name}: {_line(result)}")
        result["per_type"] = {rule: row for rule, row in result["per_type"].items() if rule in rules}
    print(f"\n{'rule':26} expected  hit near")
    for rule, row in figures["items"]["per_type"].items():
        print(f"{rule:26} {row['expected']:8} {row['hit']:4} {row['near']:4}")
    expected, hit = (sum(row[key] for row in figures["items"]["per_type"].values()) for key in ("expected", "hit"))
    print(f"{'these rules':26} {expected:8} {hit:4}   recall {hit / max(1, expected):.3f}")
    keep("accuracy", figures)


def _run(score: Path, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, str(score), "--json", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _rules() -> set[str]:
    """The names of the rules there are; the set also labels rules that do not exist yet."""
    command = [sys.executable, "-m", "gradelint", "rules", "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    listed = json.loads(done.stdout)
    return {rule["name"] for rule in (listed if isinstance(listed, list) else listed["rules"])}


def _line(result: dict[str, Any]) -> str:
    strict = result["strict"]
    return (
        f"{result['items']} items, {result['clean']} clean, {result['accused_share']:.1%} of the clean ones accused; "
        f"precision {strict['precision']:.3f}, recall {strict['recall']:.3f}"
    )


if __name__ == "__main__":
    main()
