"""At build time, puts the compiled forms of the vocabularies and languages into the package.

Without them the first run parses the YAML, which costs some tenths of a second, and keeps the result in
the user's cache.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledForms(BuildHookInterface):  # type: ignore[type-arg]  # its type argument is private to hatchling
    """Compiles every vocabulary and language of the source tree."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the forms before the files are gathered; they are not under version control."""
        sys.path.insert(0, self.root)
        try:
            from gradelint.reading.lexicon import build, filed_under, freeze
            from gradelint.vocabulary import compile_shipped, compiled, shelf

            folder = Path(self.root) / "gradelint" / "_compiled"
            compile_shipped(folder)
            filled = shelf.fill("en-GB", folder)
            index = build(tuple(filled.vocabularies.values()), filled.language)
            compiled.put(freeze(index), folder, filed_under(filled.key))
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append("gradelint/_compiled/*")
