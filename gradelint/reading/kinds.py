"""Which kinds of words make a block one that says something of a grade, and not only part of the scene."""

PRAISING = ("praise", "praise-idiom", "blame", "blame-adjective", "blame-verdict", "top-grade", "praise-verb")
"""May set something high or low."""
OF_INSPECTIONS = frozenset(("inspecting", "inspectorate", "framework"))
"""Speak of an inspection, so that a bare label beside them is a grade."""
TELLING = frozenset(("verdict-word", "framework", "grade", *PRAISING))
"""May make a claim or a characterisation, or begin a thread."""
THREADING = ("inspecting", "inspectorate", "framework", "grade", "grade-noun")
"""Begin a thread when a date stands beside them."""
DATED = TELLING.union(THREADING, ("last-seen",))
"""A date counts only in a block that has one of these, or in a table."""
