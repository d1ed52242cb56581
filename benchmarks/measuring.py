"""What the benchmarks share: timing commands in turn, comparing by ratio, printing a table and keeping the figures."""

from __future__ import annotations

import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
RESULTS = Path(__file__).parent / "results"
SHARED = ROOT.parent / "shared"
GRADELINT = (sys.executable, "-m", "gradelint")


class Row(NamedTuple):
    """One measured thing: its median time, the bytes it read, and its time over the reference's."""

    name: str
    seconds: float
    ratio: float | None = None
    megabytes: float = 0.0

    @property
    def speed(self) -> float | None:
        """Megabytes a second."""
        return self.megabytes / self.seconds if self.megabytes else None


def tool(name: str) -> str | None:
    """Where a tool to compare with is installed: beside this Python, or on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def timed(command: Sequence[str]) -> float:
    """Wall time of one run of a command."""
    start = time.perf_counter()
    _run(command)
    return time.perf_counter() - start


def processor_time(command: Sequence[str]) -> float:
    """Processor time of one run of a command and its children; a busy machine hardly changes it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: Sequence[str]) -> None:
    """Run a command. Raises RuntimeError when gradelint fails, so that no failure is measured."""
    done = subprocess.run(
        command, cwd=ROOT, env=_as_installed(), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if tuple(command[: len(GRADELINT)]) == GRADELINT and done.returncode:
        raise RuntimeError(f"{command} exited {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")


def _as_installed() -> dict[str, str]:
    """The environment, with compiled Python kept between runs as it is for an installed package."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "gradelint-benchmarks")}


def in_turn(runs: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median time of each, run in turn so that a machine that slows down slows all of them."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for name in runs:
        runs[name]()
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(run())
    return {name: statistics.median(each) for name, each in times.items()}


def report(name: str, rows: Sequence[Row], **facts: Any) -> None:
    """Print the rows as a table and keep them in `results/NAME.json`."""
    print(f"{'':44} {'seconds':>9} {'ratio':>7} {'MB/s':>7}")
    for row in rows:
        ratio = f"{row.ratio:7.2f}" if row.ratio is not None else " " * 7
        speed = f"{row.speed:7.2f}" if row.speed is not None else ""
        print(f"{row.name:44} {row.seconds:9.4f} {ratio} {speed}")
    for fact, value in facts.items():
        print(f"{fact.replace('_', ' ')}: {value}")
    keep(name, {"rows": [_figures(row) for row in rows], **facts})


def keep(name: str, figures: Mapping[str, Any]) -> None:
    """Write figures to `results/NAME.json`."""
    RESULTS.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    text = json.dumps({"measured_on": machine, **figures}, indent=2, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _figures(row: Row) -> dict[str, float | str]:
    figures: dict[str, float | str] = {"name": row.name, "seconds": round(row.seconds, 4)}
    if row.ratio is not None:
        figures["ratio"] = round(row.ratio, 3)
    if row.speed is not None:
        figures["megabytes_a_second"] = round(row.speed, 2)
    return figures
