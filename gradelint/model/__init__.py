"""The nouns of gradelint: frozen values that every room shares and no room changes."""

from gradelint.model.document import Block, BlockKind, Cell, Document, Piece, Place, Span
from gradelint.model.finding import (
    Checked,
    Confidence,
    Coverage,
    Edit,
    Evidence,
    Finding,
    Severity,
    Statement,
)
from gradelint.model.language import Group, Language, Phrasing
from gradelint.model.period import Period
from gradelint.model.register import Record, Register
from gradelint.model.vocabulary import (
    Area,
    Basis,
    Equivalence,
    Framework,
    Grade,
    Kind,
    Scale,
    Source,
    Vocabulary,
)

__all__ = [
    "Area",
    "Basis",
    "Block",
    "BlockKind",
    "Cell",
    "Checked",
    "Confidence",
    "Coverage",
    "Document",
    "Edit",
    "Equivalence",
    "Evidence",
    "Finding",
    "Framework",
    "Grade",
    "Group",
    "Kind",
    "Language",
    "Period",
    "Phrasing",
    "Piece",
    "Place",
    "Record",
    "Register",
    "Scale",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "Vocabulary",
]
