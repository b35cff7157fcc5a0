"""HSDS packages out and in, for the commands `export` and `import`."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.asking import agreed, somebody_is_there
from bot.cli.exchange_writing import write
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.model import Release
    from bot.editorial.hsds.inward.existing import Existing
    from bot.editorial.hsds.inward.organizations import Import
    from bot.editorial.hsds.inward.source import BadPackage
    from bot.understanding.reading import Reader

SHOWN = 20  # lines of each kind; `--json` says all


def _say(phrase: str, language: Language, variant: str = "", **values: str | int) -> str:
    from bot.editorial.hsds.wording import say

    return say(phrase, language, values, variant)


def export_hsds(release: "Release", folder: Path, language: Language) -> None:
    """Write a release as an HSDS package. Raises CannotRun."""
    from bot.editorial.hsds.outward.release import tables_of
    from bot.editorial.hsds.outward.writing import write

    try:
        services = write(tables_of(release), folder)
    except OSError as error:
        raise CannotRun(f"{error.filename}: {error.strerror}") from None
    screen.line(_say("exported", language, folder=str(folder), services=services))


def import_hsds(
    source: Path, there: "Existing", language: Language, reader: "Callable[[], Reader]", *, yes: bool, as_json: bool
) -> None:
    """Take a package into a folder, and say what was taken, refused and left out.

    `reader` is called where a service has no need of ours. Raises CannotRun, and typer.Exit(1) where nothing was
    written though there was something to write.
    """
    from bot.editorial.hsds.inward.source import BadPackage
    from bot.editorial.hsds.inward.texts import texts

    into = there.folder
    try:
        found = _found(source, there, reader)
    except BadPackage as fault:
        _unreadable(fault, language, as_json=as_json)
    files = texts(found, there)
    if not as_json:
        for said in _told(found, language):
            screen.line(said)
    written = _decide(files, into, language, yes=yes, quiet=as_json)
    if written:
        write(files, into)
    if as_json:
        screen.block(json.dumps(_as_json(found, files, language), ensure_ascii=False, indent=1))
    elif written and files:
        screen.line(_say("written", language, folder=str(into), files=len(files)))
    if written and files:
        _check(into, files, language)
    if there.network is None:
        screen.to_stderr(_say("no-network", language, folder=str(into)))
    if not written:
        raise typer.Exit(1)


def folder_of(into: Path, language: Language) -> "Existing":
    """Return what a folder has. Raises CannotRun where it has faults that an import would bury."""
    from bot.editorial.folder.files import NoFolder
    from bot.editorial.hsds.inward.existing import existing

    try:
        there = existing(into)
    except NoFolder as error:
        raise CannotRun(str(error)) from None
    if there.broken:
        raise CannotRun(_say("broken-folder", language, folder=str(into)))
    return there


def _found(source: Path, there: "Existing", reader: "Callable[[], Reader]") -> "Import":
    from bot.cli.checking import bar
    from bot.editorial.hsds.inward.organizations import import_of
    from bot.editorial.hsds.inward.package import read
    from bot.editorial.hsds.inward.proposing import proposer
    from bot.editorial.hsds.inward.source import files_of

    try:
        files = files_of(source)
    except OSError as error:
        raise CannotRun(f"{source}: {error.strerror}") from None
    with bar() as progress:
        return import_of(read(files), there, proposer(reader), progress)


def _unreadable(fault: "BadPackage", language: Language, *, as_json: bool) -> None:
    """Say why nothing of a package can be read. Raises CannotRun, or typer.Exit(1) after JSON."""
    if not as_json:
        raise CannotRun(_say("unreadable", language, fault.variant, **fault.values))
    reason = _say("unreadable", language, fault.variant, **fault.values)
    screen.block(json.dumps({"taken": 0, "refused": [{"id": str(fault.values.get("file", "-")), "reason": reason}]}))
    raise typer.Exit(1)


def _decide(files: Mapping[str, str], into: Path, language: Language, *, yes: bool, quiet: bool) -> bool:
    """Tell whether the files are to be written; where nothing changes there is nothing to ask."""
    if not files and not quiet:
        screen.line(_say("unchanged", language, folder=str(into)))
    if yes or not files:
        return True
    if quiet or not somebody_is_there():
        screen.to_stderr(_say("needs-yes", language))
        return False
    question = _say("ask-write", language, folder=str(into), files=len(files))
    return agreed(question, _say("not-written", language))


def _check(into: Path, files: Iterable[str], language: Language) -> None:
    """Say the errors of the files that were written; `kmzero check` says all there is to say of the folder."""
    from bot.cli.checking import look
    from bot.editorial.report import report

    ours = {str(into / name) for name in files}
    errors = [one for one in look(into).problems if one.level == "error" and one.position.file in ours]
    for said in report(errors, "text", language):
        screen.to_stderr(said)


def _told(found: "Import", language: Language) -> Iterator[str]:
    """Yield what becomes of a package, some lines of each kind."""
    yield _say("taken", language, services=found.services, organizations=len(found.organizations))
    refused = [f"{one.id}: {_say('refused', language, one.why, **one.values)}" for one in found.refused]
    doubts = [f"{one.id}: {_say('doubt', language, one.why, **one.values)}" for one in found.doubts]
    yield from _some("refused-count", refused, language)
    yield from _some("doubts-count", doubts, language)
    yield from _some("proposals-count", list(_proposed(found, language)), language)
    towns = [
        _say("town", language, **{name: str(town[name]) for name in ("name", "lat", "lon")}) for town in found.towns
    ]
    yield from _some("towns-count", towns, language)
    for town, number in found.unplaced.items():
        yield _say("unplaced", language, town=town or _say("unplaced-nowhere", language), n=number)
    if found.left_out:
        said = ", ".join(f"{name} ({number})" for name, number in list(found.left_out.items())[:SHOWN])
        yield _say("left-out", language, fields=said)


def _proposed(found: "Import", language: Language) -> Iterator[str]:
    from bot.editorial.hsds.inward.organizations import SURE

    for one in found.proposals:
        variant = "" if one.p >= SURE else "unsure"
        yield _say("proposal", language, variant, service=one.service, need=one.need, percent=round(one.p * 100))


def _some(head: str, lines: Sequence[str], language: Language) -> Iterator[str]:
    if lines:
        yield _say(head, language, n=len(lines))
        yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  {_say('more', language, n=len(lines) - SHOWN)}"


def _as_json(found: "Import", files: Mapping[str, str], language: Language) -> dict[str, Any]:
    """Return what becomes of a package for a program; `taken` counts services, ids are those of the package."""
    return {
        "taken": found.services,
        "refused": [
            {"id": one.id, "reason": _say("refused", language, one.why, **one.values)} for one in found.refused
        ],
        "doubts": [{"id": one.id, "reason": _say("doubt", language, one.why, **one.values)} for one in found.doubts],
        "proposed": [
            {"id": one.id, "service": one.service, "name": one.name, "need": one.need, "p": one.p}
            for one in found.proposals
        ],
        "towns": list(found.towns),
        "unplaced": found.unplaced,
        "left_out": found.left_out,
        "files": list(files),
    }
