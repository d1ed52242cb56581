"""Every way gradelint can refuse, each saying in one line what to do next."""

from __future__ import annotations


class GradelintError(Exception):
    """Something the user can put right; `str()` is one line that names the place and the remedy."""


class UnreadableError(GradelintError):
    """A document that could not be read: damaged, locked, of another type, or without text."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        super().__init__(path, reason, remedy)
        self.path, self.reason, self.remedy = path, reason, remedy

    def __str__(self) -> str:
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.path}: {self.reason}{remedy}"


class BadDataError(GradelintError):
    """A vocabulary, language or register file with faults; each fault is one line."""

    def __init__(self, path: str, faults: tuple[str, ...]) -> None:
        super().__init__(path, faults)
        self.path, self.faults = path, faults

    def __str__(self) -> str:
        more = f" (and {len(self.faults) - 1} more faults)" if len(self.faults) > 1 else ""
        return f"{self.path}: {self.faults[0]}{more}"


class UnknownError(GradelintError):
    """A name that stands for nothing here: a vocabulary, framework, register, rule or area."""

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(kind, name, near)
        self.kind, self.name, self.near = kind, name, near

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(repr(each) for each in self.near)}?" if self.near else ""
        return f"no {self.kind} called {self.name!r}{hint}"


class BadPeriodError(GradelintError):
    """A text that is not a day, a month or a year."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"not a date: {self.text!r}; write 2012-08-10, 2012-08 or 2012"
