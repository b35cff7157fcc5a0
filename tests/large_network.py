"""A network of many services as a knowledge folder, for measuring: the shipped one and plausible copies of it.

`python -m tests.large_network FOLDER [SERVICES]` writes one.
"""

import shutil
import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bot.catalogue.model import Organization
from bot.cli.bench.synthetic_services import multiply
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial.check import check
from bot.editorial.folder.files import load

TODAY = date(2026, 11, 22)


def write_network(folder: Path, services: int = 10_000) -> Path:
    """Write a folder with as many services, and return it."""
    shutil.copytree(SHIPPED_KNOWLEDGE, folder)
    release = check(load(SHIPPED_KNOWLEDGE), TODAY).release
    assert release
    shipped = {one.id for one in release.organizations}
    for one in multiply(release, services, Random(1)).organizations:
        if one.id not in shipped:
            (folder / "organizations" / f"{one.id}.yaml").write_text(as_yaml(one), encoding="utf-8")
    return folder


def as_yaml(one: Organization) -> str:
    """Return an organization as its file says it."""
    content = _written(one.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    return str(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000))


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _interval(item) if key in {"valid", "enrolment"} else _written(item) for key, item in value.items()
        }
    return [_written(item) for item in value] if isinstance(value, list) else value


def _interval(period: dict[str, str | None]) -> str:
    return f"{period.get('first') or ''}/{period.get('last') or ''}"


if __name__ == "__main__":
    write_network(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
