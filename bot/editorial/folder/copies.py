"""Copies of a file that lie beside it, as computers, phones and shared folders make and name them."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

# What computers, phones and shared folders make of `nido`, in Italian and English.
BEFORE = re.compile(r"(?:copia|copy)(?: ?\(\d+\))? (?:di|of) (.+)", re.IGNORECASE)
AFTER = re.compile(
    r"""(.+?)(?:
        [ _-]*\(\d+\) |                                                         # (1): browsers, phones, Google Drive
        \ \d{1,2} |                                                             # 2: macOS, iCloud
        [ _-]+(?:copia|copy)(?:[ _-]*\(?\d+\)?)? |                              # - Copia (2): Windows
        \ \((?:\d+ª\ |\d+(?:st|nd|rd|th)\ |un'?altra\ |another\ )?(?:copia|copy)(?:\ \d+)?\) |  # (copia): Linux
        \ \([^()]*(?:conflicted\ copy|copia\ in\ conflitto|case\ conflict)[^()]*\) |           # Dropbox, Nextcloud
        \.sync-conflict-[\w-]+ |                                                # Syncthing
        [ ._-]+(?:old|orig|bak|backup|vecchi[oa]|nuov[oa]|new|v\d+)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
ID = re.compile(rb"^(?:\xef\xbb\xbf)?id:[ ]*[\"']?([A-Za-z0-9-]+)", re.MULTILINE)


def original_stem(stem: str) -> str | None:
    """Return the name that a copy was made of, if this is a copy's name."""
    found = BEFORE.fullmatch(stem) or AFTER.fullmatch(stem)
    return (original_stem(found[1]) or found[1]).strip() if found else None


def id_said(data: bytes) -> str:
    """Return the id that a file says, as far as one can be seen; the rest of it need not be readable."""
    found = ID.search(data)
    return found[1].decode() if found else ""


def copies(yaml: Mapping[str, bytes]) -> dict[str, str]:
    """Return the copies among the files of one folder, each with what it is a copy of.

    A copy says the same id, or none that can be seen and has a copy's name.
    """
    groups: dict[str, list[str]] = {}
    for name, data in yaml.items():
        groups.setdefault(id_said(data).lower(), []).append(name)
    nameless = {name: _original(name) for name in groups.pop("", ())}
    made = {name: first for name, first in nameless.items() if first in yaml}
    for id_, names in groups.items():
        first = min(names, key=lambda name: (_stem(name).lower() != id_, original_stem(_stem(name)) is not None))
        made.update((name, first) for name in names if name != first and _alike(name, first, yaml))
    return made


def _original(name: str) -> str:
    return str(PurePosixPath(name).with_name(f"{original_stem(_stem(name)) or ''}.yaml"))


def _alike(name: str, first: str, yaml: Mapping[str, bytes]) -> bool:
    """Tell whether of two files with one id the first is a copy of the second, rather than another's draft."""
    stem = _stem(name)
    return original_stem(stem) is not None or _stem(first).lower() in stem.lower() or yaml[name] == yaml[first]


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
