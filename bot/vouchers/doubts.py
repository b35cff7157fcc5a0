"""What could be meant otherwise in a file of codes: somebody must look at it before they come in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.vouchers.columns import Column, letters
from bot.vouchers.one_code import is_foreign, skeleton

SHOWN = 3
EXACT = 15  # digits of a number that a spreadsheet keeps
FEW = 0.2  # of all codes: fewer are unlike the others
NUMBER = re.compile(r"-\d+|-?\d+(?:\.\d+)+")
EXAMPLE = re.compile(r"esempio|example|\btest\b|prova|x{4}", re.IGNORECASE)


@dataclass(frozen=True)
class Doubt:
    """Something to look at: `what` is the end of the phrase `doubt-…`."""

    what: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def some(names: Iterable[str], most: int = SHOWN) -> str:
    """Return the first of some names, and a sign where there are more."""
    first = list(islice(names, most + 1))
    return ", ".join(first[:most]) + (", …" if len(first) > most else "")


def of_the_place(found: Column, others: Sequence[Column]) -> Iterator[Doubt]:
    """Yield what else could be the column of codes."""
    beside = [one for one in others if one.sheet is found.sheet]
    elsewhere = dict.fromkeys(one.sheet.name for one in others if one.sheet is not found.sheet)
    if beside:
        yield Doubt("columns", {"others": some(_named(one) for one in beside)})
    if elsewhere:
        yield Doubt("sheets", {"others": some(elsewhere)})
    if found.unseen:
        yield Doubt("hidden-column", {"column": letters(found.place)})
    if found.heading and not found.kind:
        yield Doubt("heading", {"heading": found.heading})
    over = [row.cells[found.place] for row in found.above if any(map(str.isdigit, row.cells[found.place]))]
    if lost := [cell for cell in over if " " not in cell]:
        yield Doubt("above", {"shown": some(lost)})


def _named(column: Column) -> str:
    return f"{letters(column.place)} «{column.heading}»" if column.heading else letters(column.place)


def of_codes(codes: Sequence[str]) -> Iterator[Doubt]:
    """Yield what is strange in the codes themselves."""
    if foreign := [code for code in codes if is_foreign(code)]:
        yield Doubt("foreign", {"count": len(foreign), "codes": some(foreign)})
    if twins := _twins(codes):
        yield Doubt("twins", {"count": len(twins), "codes": some(" = ".join(pair) for pair in twins)})
    if unlike := _unlike(codes):
        yield Doubt("unlike", {"count": len(unlike), "codes": some(unlike)})
    if examples := [code for code in codes if EXAMPLE.search(code)]:
        yield Doubt("examples", {"count": len(examples), "codes": some(examples)})
    if codes and not any(any(map(str.isdigit, code)) for code in codes):
        yield Doubt("words", {"codes": some(codes)})
    if numbers := [code for code in codes if NUMBER.fullmatch(code)]:
        yield Doubt("numbers", {"codes": some(numbers)})
    if grouped := [code for code in codes if " " in code or "/" in code]:
        yield Doubt("grouped", {"codes": some(grouped)})
    if codes and all(map(str.isdecimal, codes)):
        yield from _of_numbers(codes)


def _of_numbers(codes: Sequence[str]) -> Iterator[Doubt]:
    """Yield what a spreadsheet may have done to codes of digits: zeros that are gone, digits that became zeros."""
    lengths = {len(code) for code in codes}
    if len(lengths) > 1 and not any(code.startswith("0") for code in codes):
        yield Doubt("zeros", {"code": min(codes, key=len), "shortest": min(lengths), "longest": max(lengths)})
    long = [code for code in codes if len(code) > EXACT]
    if long and all(not code[EXACT:].strip("0") for code in long):
        yield Doubt("rounded", {"codes": some(long)})
    if max(lengths) <= SHOWN:
        yield Doubt("short", {"codes": some(codes)})


def _twins(codes: Sequence[str]) -> list[list[str]]:
    """Return codes that a person takes for one: another case, a letter that looks like another."""
    alike: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        alike[skeleton(code)].append(code)
    return [pair for pair in alike.values() if len(pair) > 1]


def _unlike(codes: Sequence[str]) -> list[str]:
    """Return the few that are all letters, or all digits, where the others are not."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        kinds["digits" if code.isdecimal() else "mixed" if any(map(str.isdigit, code)) else "letters"].append(code)
    few = [found for found in kinds.values() if len(found) <= max(1, FEW * len(codes)) and len(found) * 2 < len(codes)]
    return [code for found in few for code in found]
