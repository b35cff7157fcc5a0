"""How much room is left where the database and the journal lie."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LEAST = 200_000_000  # bytes that should be free; on a small disk a tenth of it


@dataclass(frozen=True)
class Room:
    """What is free on the disk of a folder, in bytes."""

    folder: Path
    free: int
    total: int

    @property
    def scarce(self) -> bool:
        return self.free < min(LEAST, self.total // 10)


def scarcest(files: Iterable[Path | None]) -> Room | None:
    """Return the fullest of the disks that these files lie on; None where there is none to see."""
    rooms = [room for file in files if file and (room := _room(file.absolute().parent))]
    return min(rooms, key=lambda room: room.free / max(room.total, 1), default=None)


def _room(folder: Path) -> Room | None:
    try:
        found = shutil.disk_usage(folder)
    except OSError:
        return None
    return Room(folder, found.free, found.total)
