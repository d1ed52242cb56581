"""Renews what the commands on README and the pages print: `python tools/refresh_pages.py`.

A block with a line of three dots was shortened by hand; it is left as it is and named when it no longer fits.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Renew every page."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = page.read_text(encoding="utf-8")
        renewed = BLOCK.sub(lambda found, page=page: _renewed(found[0], page.name), text)
        if renewed != text:
            page.write_text(renewed, encoding="utf-8")


def _renewed(block: str, page: str) -> str:
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return "".join(f"$ {_with_output(*part.split(chr(10), 1), page)}" for part in parts)


def _with_output(command: str, shown: str, page: str) -> str:
    printed = _printed(command)
    if "..." not in shown.splitlines():
        return f"{command}\n{printed}"
    lines = ("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shown.splitlines())
    if not re.fullmatch("".join(lines), printed):
        sys.stderr.write(f"{page}: shorten anew: {command}\n")
    return f"{command}\n{shown}"


def _printed(command: str) -> str:
    arguments = [sys.executable, "-m", "gradelint", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout + done.stderr


if __name__ == "__main__":
    main()
