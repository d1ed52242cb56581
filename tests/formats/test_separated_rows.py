"""Lines pasted from a CSV file are the rows of a table; prose with commas is not."""

from __future__ import annotations

import time

import pytest

from gradelint.formats import read
from gradelint.model import BlockKind, Document

HEAD = "school,inspected,quality_of_education,overall\n"
ROWS = "Sandpiper Junior,2024-11-19,Good,Good\nLantern Street,2025-02-04,Requires improvement,\n"
NAMES = ("school", "inspected", "quality of education", "overall")
FORMATS = ("paper.md", "paper.txt")

Shown = list[tuple[str, bool, list[tuple[str, str]] | str]]


def document(paper: str, path: str) -> Document:
    return read(paper.encode(), path)


def shown(paper: str, path: str) -> Shown:
    """Kind, headship, and cells with their headers; or the words, of a block that is no row."""
    made = document(paper, path)
    return [
        (
            block.kind.value,
            block.head,
            [(made.quote(cell.span), cell.header) for cell in block.cells] or made.quote(block.span),
        )
        for block in made.blocks
    ]


def row(*cells: str, names: tuple[str, ...] = (), head: bool = False) -> tuple[str, bool, list[tuple[str, str]] | str]:
    return "table row", head, list(zip(cells, names or ("",) * len(cells), strict=True))


EXTRACT: Shown = [
    row("school", "inspected", "quality_of_education", "overall", head=True),
    row("Sandpiper Junior", "2024-11-19", "Good", "Good", names=NAMES),
    row("Lantern Street", "2025-02-04", "Requires improvement", "", names=NAMES),
]


@pytest.mark.parametrize("path", FORMATS)
@pytest.mark.parametrize("separator", [",", ";"])
def test_each_cell_stands_under_the_name_of_its_column(path: str, separator: str) -> None:
    assert shown((HEAD + ROWS).replace(",", separator), path) == EXTRACT


@pytest.mark.parametrize("path", FORMATS)
def test_line_ends_of_other_systems_make_no_difference(path: str) -> None:
    assert shown((HEAD + ROWS).replace("\n", "\r\n"), path) == EXTRACT


@pytest.mark.parametrize(
    ("path", "kind", "first"),
    [
        ("paper.md", "heading", "# Inspections, by school"),
        ("paper.txt", "paragraph", "# Inspections, by school"),
        ("paper.md", "paragraph", "Inspections of 2025"),
        ("paper.txt", "heading", "Inspections of 2025"),
    ],
)
def test_a_title_before_and_a_note_after_are_no_rows(path: str, kind: str, first: str) -> None:
    note = "Note: as at 1 May 2025, subject to appeal."
    words = first.removeprefix("# ") if kind == "heading" else first
    assert shown(f"{first}\n{HEAD}{ROWS}{note}\n", path) == [
        (kind, False, words),
        *EXTRACT,
        ("paragraph", False, note),
    ]


@pytest.mark.parametrize("path", FORMATS)
def test_without_a_line_of_names_every_line_is_a_row(path: str) -> None:
    assert shown(ROWS, path) == [
        row("Sandpiper Junior", "2024-11-19", "Good", "Good"),
        row("Lantern Street", "2025-02-04", "Requires improvement", ""),
    ]
    assert shown("Sandpiper,Good,Good\nLantern,Good,Inadequate\n", path) == [
        row("Sandpiper", "Good", "Good"),
        row("Lantern", "Good", "Inadequate"),
    ]


@pytest.mark.parametrize("path", FORMATS)
@pytest.mark.parametrize(
    "head",
    [
        "School,Inspected,Overall",
        '"School","Inspected","Overall"',
        "SCHOOL,INSPECTED,OVERALL",
        "school,inspected,overall",
    ],
)
def test_names_of_columns_are_told_by_the_figures_below(path: str, head: str) -> None:
    made = document(f"{head}\nsandpiper,2024-11-19,good\nlantern,2025-02-04,good\n", path)
    assert [block.head for block in made.blocks] == [True, False, False]


@pytest.mark.parametrize("path", FORMATS)
def test_names_of_columns_are_told_by_values_that_come_again(path: str) -> None:
    made = document("School,Leadership,Overall\nSandpiper,Good,Good\nLantern,Inadequate,Inadequate\n", path)
    assert [block.head for block in made.blocks] == [True, False, False]


@pytest.mark.parametrize("path", FORMATS)
def test_a_first_row_without_a_date_is_not_taken_for_names(path: str) -> None:
    made = document("Sandpiper,to follow,Good\nLantern,2025-02-04,Good\n", path)
    assert [block.head for block in made.blocks] == [False, False]


@pytest.mark.parametrize("path", FORMATS)
def test_a_quoted_cell_may_hold_separators_and_sentences(path: str) -> None:
    paper = (
        'school,inspected,comment\n"Sandpiper, North",2024-11-19,"very impressive, all round"\n'
        'Lantern,2025-02-04,"They said ""so, so"" to us."\n'
    )
    names = ("school", "inspected", "comment")
    assert shown(paper, path) == [
        row(*names, head=True),
        row("Sandpiper, North", "2024-11-19", "very impressive, all round", names=names),
        row("Lantern", "2025-02-04", 'They said "so, so" to us.', names=names),
    ]


@pytest.mark.parametrize("path", FORMATS)
def test_two_extracts_of_different_width_are_two_tables(path: str) -> None:
    made = document(f"{HEAD}{ROWS}name,year,grade\nSandpiper,2024,Good\n", path)
    assert [(block.table, block.row, block.head) for block in made.blocks] == [
        (1, 1, True),
        (1, 2, False),
        (1, 3, False),
        (2, 1, True),
        (2, 2, False),
    ]


PROSE = (
    "red,green,blue",
    "We met heads, staff, pupils\nand saw lessons, books, plans",
    "Pupils were 1,234 and 2,345 in number\nand staff 1,111 and 2,222 all told",
    "The school,which was inspected in the spring of 2012,was good,\nand the pupils,who were glad,said so to us,",
    "It was red,green,blue.\nIt was white,black,grey.",
    "See [the report](https://example.org/1,2,3)\nand [the letter](https://example.org/4,5,6)",
    "Use `a,b,c` for it\nor `d,e,f` for that",
    "A&amp;B&amp;C\nD&amp;E&amp;F",
    '"Red,green,blue\nand "white,black,grey',
    "a,b,c\nd,e",
    f"a,b,{'long ' * 20}\nd,e,{'long ' * 20}",
    "One, two,three,four\nfive, six,seven,eight",
    "```\nschool,inspected,overall\nSandpiper,2024-11-19,Good\n```",
    "    school,inspected,overall\n    Sandpiper,2024-11-19,Good",
)


@pytest.mark.parametrize("prose", PROSE)
def test_prose_with_commas_and_code_are_no_tables_in_markdown(prose: str) -> None:
    made = document(f"First.\n\n{prose}\n\nLast.\n", "paper.md")
    assert BlockKind.TABLE_ROW not in [block.kind for block in made.blocks]


@pytest.mark.parametrize("prose", PROSE[:-2])
def test_prose_with_commas_is_no_table_in_plain_text(prose: str) -> None:
    made = document(f"First.\n\n{prose}\n\nLast.\n", "paper.txt")
    assert BlockKind.TABLE_ROW not in [block.kind for block in made.blocks]


@pytest.mark.parametrize(
    ("path", "before"),
    [("paper.md", ""), ("paper.txt", ""), ("paper.md", "> "), ("paper.md", "- An extract:\n  "), ("paper.txt", "  ")],
)
def test_every_cell_is_at_its_place_in_the_source(path: str, before: str) -> None:
    follow = "  " if before.startswith("-") else before
    lines = [*HEAD.splitlines(), *ROWS.splitlines(), 'Hill,2023,"so ""good"" it was",**Good**']
    made = document("One.\n\n" + before + f"\n{follow}".join(lines) + "\n", path)
    cells = [cell for block in made.blocks for cell in block.cells if made.quote(cell.span)]
    source = made.source or ""
    places = [source[slice(*made.source_span(cell.span)[1:])] for cell in cells]
    assert len(cells) == 15
    assert [place.replace('""', '"').strip("*") for place in places] == [
        made.quote(cell.span).strip("*") for cell in cells
    ]
    first = made.place(cells[0].span).line or 0
    assert [made.place(cell.span).line for cell in cells] == [
        first + n for n in (0, 1, 2, 3) for _ in range(4 - (n == 2))
    ]


@pytest.mark.parametrize("path", FORMATS)
@pytest.mark.parametrize("line", ["a,2024,Good", '"""x,"""x', "a b c d e f g,h i j k l m n,o, p", ",;" * 40, '",' * 50])
def test_ten_times_the_lines_take_about_ten_times_as_long(path: str, line: str) -> None:
    took = []
    for count in (400, 4_000):
        paper = (line + "\n") * count
        begin = time.process_time()
        document(paper, path)
        took.append(time.process_time() - begin)
    assert took[1] < 30 * max(took[0], 0.01)
