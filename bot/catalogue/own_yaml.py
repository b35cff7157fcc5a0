"""The YAML files of the program itself, read in C where libyaml is there: they are read before the first answer."""

from pathlib import Path
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(file: Path) -> Any:
    """Return what a file of the program holds. What coordinators wrote is read by `bot.editorial.tree`."""
    return yaml.load(file.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - both loaders make plain data only
