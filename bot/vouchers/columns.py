"""Which column of which sheet has the codes: by its heading, else by what codes look like."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from string import ascii_uppercase
from typing import Self

from bot.vouchers.headings import Kind, kind_of
from bot.vouchers.one_code import clean, judged, shape
from bot.vouchers.sheets import MOST_COLUMNS, Row, Sheet

LOOKED_AT = 2_000  # rows by which a column is told
HEAD = 40  # rows in which a heading may stand
LOST = {"two-codes", "ruined-scientific", "ruined-digits", "ruined-formula", "ruined-error", "ruined-decimals"}


@dataclass(frozen=True)
class Column:
    """A column of a sheet; `head` is the place of its heading among the rows, -1 where there is none."""

    sheet: Sheet
    place: int
    head: int

    @property
    def below(self) -> Sequence[Row]:
        return self.sheet.rows[self.head + 1 :] if self.head >= 0 else self.sheet.rows

    @property
    def above(self) -> list[Row]:
        """What stands over the heading in its column."""
        rows = self.sheet.rows[: max(self.head, 0)]
        return [row for row in rows if len(row.cells) > self.place and row.cells[self.place]]

    @cached_property
    def heading(self) -> str:
        return str(self.sheet.rows[self.head].cells[self.place]) if self.head >= 0 else ""

    @cached_property
    def kinds(self) -> dict[int, Kind]:
        """What the headings of the same row say of their columns."""
        cells = self.sheet.rows[self.head].cells if self.head >= 0 else ()
        return {place: kind for place, cell in enumerate(cells) if (kind := kind_of(cell))}

    @property
    def kind(self) -> Kind:
        return self.kinds.get(self.place, "")

    @cached_property
    def sample(self) -> list[str]:
        """The first cells that are not empty."""
        cells = (row.cells[self.place] for row in self.below if len(row.cells) > self.place and row.cells[self.place])
        return list(islice(cells, LOOKED_AT))

    @cached_property
    def groups(self) -> tuple[int, ...] | None:
        """Tell how most of its cells are parted, where they are codes with spaces in them, as on gift cards."""
        if self.kind not in {"codes", "perhaps"} or not self.sample:
            return None
        ((groups, count),) = Counter(map(shape, self.sample)).most_common(1)
        return groups if count * 2 > len(self.sample) else None

    @cached_property
    def codes(self) -> list[str]:
        return [code for cell in self.sample if (code := self.judged(cell)[0])]

    @property
    def unseen(self) -> bool:
        return self.place in self.sheet.unseen

    def judged(self, cell: str) -> tuple[str, str]:
        return judged(cell, self.groups)

    @property
    def could_be(self) -> bool:
        """Tell whether there is anything that is a code, or was one before a spreadsheet destroyed it."""
        return bool(self.codes) or any(self.judged(cell)[1] for cell in self.sample)

    @cached_property
    def looks(self) -> bool:
        """Tell whether it looks like codes: different ones, with figures in them, that are no counter."""
        whole = len(self.codes) * 2 >= len(self.sample) > 0
        figures = [code for code in self.codes if any(map(str.isdigit, code))]
        return (
            whole
            and len(figures) * 2 >= len(self.codes)
            and len(set(self.codes)) * 2 > len(self.codes)
            and not _counts(self.codes)
        )

    def is_beside(self, other: Self) -> bool:
        """Tell whether it is the other, or has a heading of its own in the same row: that says what it is."""
        return self.sheet is other.sheet and (self.place == other.place or self.head == other.head)


def letters(place: int) -> str:
    """Return what a spreadsheet calls a column: A, B … Z, AA."""
    first, last = divmod(place, len(ascii_uppercase))
    return (letters(first - 1) if first else "") + ascii_uppercase[last]


def most_likely(sheets: Sequence[Sheet], wanted: str = "") -> tuple[Column | None, list[Column]]:
    """Return the column that has the codes, and the others that could as well be meant; or the one that is wanted."""
    found = [column for sheet in sheets for column in _headed(sheet)]
    first = sorted(found, key=lambda column: (column.unseen, column.kind != "codes"))
    bare = [column for sheet in sheets for column in _bare(sheet)]
    if not found:
        first = bare or [column for sheet in sheets for column in _only(sheet)]
    if wanted:
        return _wanted(wanted, sheets, [*first, *bare]), []
    here = first[0].sheet if first else None
    more = [one for one in bare if one.sheet is here or len(one.codes) > 1]  # a lone number elsewhere is of no list
    unnamed = [one for one in more if found and not any(map(one.is_beside, found))]
    return (first[0] if first else None), [*first[1:], *unnamed]


def _wanted(name: str, sheets: Sequence[Sheet], known: Sequence[Column]) -> Column | None:
    """Return the column of that name, on the sheet that has codes, else on the first."""
    if same := [one for one in known if letters(one.place) == name.upper()]:
        return same[0]
    sheet = known[0].sheet if known else next(iter(sheets), None)
    place = next((place for place in range(MOST_COLUMNS) if letters(place) == name.upper()), None)
    return None if sheet is None or place is None else Column(sheet, place, _unknown_head(sheet, place))


def _headed(sheet: Sheet) -> list[Column]:
    """Return the columns whose heading says codes; where some look like codes, only those."""
    found = list(_under_headings(sheet))
    named = [one for one in found if one.kind == "codes"]
    likely = [one for one in found if one.looks] or named or found
    return likely if any(one.kind == "codes" for one in likely) or not named else [*named, *likely]


def _under_headings(sheet: Sheet) -> Iterator[Column]:
    seen: set[int] = set()
    for head, row in enumerate(sheet.rows[:HEAD]):
        for place, cell in enumerate(row.cells):
            if place not in seen and kind_of(cell) in {"codes", "perhaps"}:
                column = Column(sheet, place, head)
                if column.could_be and not kind_of(column.sample[0]):
                    seen.add(place)
                    yield column


def _bare(sheet: Sheet) -> Iterator[Column]:
    """Yield the columns that look like codes under no heading, or under one that is not known."""
    width = max((len(row.cells) for row in sheet.rows[:LOOKED_AT]), default=0)
    for place in range(width):
        column = Column(sheet, place, _unknown_head(sheet, place))
        if column.looks and column.kind in {"", "codes", "perhaps"}:
            yield column


def _unknown_head(sheet: Sheet, place: int) -> int:
    """Return where words stand over a column of codes; -1 where its first cell is a code."""
    head = -1
    for number, row in enumerate(sheet.rows[:HEAD]):
        cell = row.cells[place] if len(row.cells) > place else ""
        if any(map(str.isdigit, cell)) and judged(cell)[0] and not kind_of(cell):
            return head
        head = number if cell else head
    return -1


def _only(sheet: Sheet) -> Iterator[Column]:
    """Yield what else may have been meant: single words in the only column, or codes that were destroyed or joined."""
    places = {place for row in sheet.rows[:LOOKED_AT] for place, cell in enumerate(row.cells) if clean(cell)}
    for place in sorted(places):
        column = Column(sheet, place, -1)
        lost = [why for cell in column.sample if (why := judged(cell)[1]) in LOST]
        words = [code for code in column.codes if not kind_of(code)]
        if len(lost) * 2 > len(column.sample) or (len(places) == 1 and len(words) * 2 > len(column.sample)):
            yield column


def _counts(codes: Sequence[str]) -> bool:
    """Tell whether they are only 1, 2, 3 …: the numbers of the rows."""
    if not all(map(str.isdigit, codes)):
        return False
    return int(codes[0]) <= 1 and all(int(after) == int(before) + 1 for before, after in pairwise(codes))
