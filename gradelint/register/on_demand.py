"""Records that are made when an authority is asked for, because a check asks for one in a hundred and fifty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from gradelint.model.register import Record


class OnDemand(Mapping[str, tuple[Record, ...]]):
    """A mapping over `keys` whose values `make` supplies, each once."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], tuple[Record, ...]]) -> None:
        self._keys = tuple(dict.fromkeys(keys))
        self._known = frozenset(self._keys)
        self._make = make
        self._made: dict[str, tuple[Record, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Record, ...]:
        if key not in self._known:
            raise KeyError(key)
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def latest_first(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records by the first day of their inspection, latest first, otherwise in the order given."""
    return tuple(sorted(records, key=lambda record: record.inspected.first, reverse=True))
