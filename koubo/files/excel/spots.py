"""Mistakes with the cells that they stand in: places of the tree (``lines[3].amount_yen``) become ``支出計画書!D14``."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import Factory, define, evolve, frozen

from koubo.errors import Mistake
from koubo.files.excel.book import Fault, Sheet, Spot, cell_name
from koubo.files.place import upwards


@frozen(order=True)
class Where:
    """A cell of a sheet, or the whole of it (row 0)."""

    order: int
    row: int
    column: int
    name: str = ""

    @classmethod
    def of(cls, sheet: Sheet, spot: Spot = (0, 0)) -> Where:
        """Return where a spot of a sheet is."""
        cell = cell_name(*spot) if spot[0] else ""
        return cls(sheet.order, *spot, f"{sheet.name}!{cell}" if cell else sheet.name)


_NOWHERE = Where(-1, 0, 0)


@define
class Spots:
    """What was read from where, and what was wrong with it on the way.

    Attributes:
        cells: place in the tree → the cell that it was read from, or would be.
        missing: keys of which no column was found, told of once and not again for every row.
    """

    cells: dict[str, Where] = Factory(dict)
    missing: set[str] = Factory(set)
    _mistakes: list[tuple[Where, Mistake]] = Factory(list)
    _refused: set[str] = Factory(set)

    def refuse(self, where: Where, found: str, expected: str) -> None:
        """Note a mistake of a cell."""
        self._mistakes.append((where, Mistake(where.name, found, expected)))

    def fault(self, place: str, where: Where, fault: Fault) -> None:
        """Note that what stands in a cell cannot be read, so that its place in the tree stays empty."""
        self._refused.add(place)
        self.refuse(where, fault.found, fault.expected)

    def where(self, place: str) -> Where:
        """Return the cell of a place, or of the smallest place around it that has one."""
        return next((self.cells[around] for around in upwards(place) if around in self.cells), _NOWHERE)

    def mistakes(self, more: Iterable[Mistake] = ()) -> list[Mistake]:
        """Return all mistakes, with ``more`` that name places of the tree, in the order of sheets, rows and columns."""
        found = [*self._mistakes]
        for mistake in more:
            if mistake.place not in self._refused and not _below(mistake.place, self.missing):
                where = self.where(mistake.place)
                found.append((where, evolve(mistake, place=where.name or mistake.place)))
        return [mistake for _, mistake in sorted(found, key=lambda pair: pair[0])]


def _below(place: str, keys: Collection[str]) -> bool:
    return place.rpartition(".")[2] in keys
