"""The files that an import made, written into a folder: each whole, or as it was."""

from collections.abc import Mapping
from pathlib import Path

from bot.errors import CannotRun


def write(files: Mapping[str, str], into: Path) -> None:
    """Write texts by their names in the folder, which may not be there yet. Raises CannotRun."""
    try:
        for name, text in files.items():
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_name(f".{target.name}.new")
            fresh.write_text(text, "utf-8", newline="")
            fresh.replace(target)
    except OSError as error:
        raise CannotRun(f"{error.filename}: {error.strerror}") from None
