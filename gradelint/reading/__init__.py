"""Reading: from a document, the vocabularies and the register to what the paper says of inspections."""

from gradelint.reading.reader import Reader

__all__ = ["Reader"]
