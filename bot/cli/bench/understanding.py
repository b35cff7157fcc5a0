"""Commands for looking at understanding: `understand`, `evaluate`, `why`."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.cli import screen
from bot.cli.app import Panel, app, open_house
from bot.errors import CannotRun

# numpy and the rest are imported by the commands: no other command waits for them.
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from bot.cli.bench.evaluation import Report, Score
    from bot.understanding.engine import Engine
    from bot.understanding.learning.corpus import Corpus

BEST = 5
M = TypeVar("M", bound="BaseModel")
Folder = Annotated[
    Path | None, typer.Option("--knowledge", help="Learn from the needs of this folder, and keep nothing.")
]


@app.command(rich_help_panel=Panel.LABORATORY)
def understand(context: typer.Context, knowledge: Folder = None) -> None:
    """Read utterances from stdin, one a line; write for each a line of JSON: needs, outside, all that was asked."""
    engine = engine_of(context, knowledge)
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream at run time
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # likewise
    for line in _answers(engine, sys.stdin):
        screen.block(line)


def _answers(engine: "Engine", lines: "Iterable[str]") -> "Iterator[str]":
    for line in lines:
        text = line.rstrip("\r\n")
        reading = engine.read(text)
        needs = [{"id": need, "p": round(p, 4)} for need, p in list(reading.belief.items())[:BEST]]
        answer = {"text": text, "needs": needs, "outside": round(reading.outside, 4), "asked": list(reading.asked)}
        yield json.dumps(answer, ensure_ascii=False)


@app.command(rich_help_panel=Panel.LABORATORY)
def evaluate(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(help="Labelled messages, a JSON object a line: text, needs, accept, lang, style.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    knowledge: Folder = None,
    acts: Annotated[
        bool, typer.Option("--acts", help="What is said after a first answer: first, then, act, accept, screen.")
    ] = False,
) -> None:
    """Measure how well labelled messages are understood."""
    from dataclasses import asdict

    if acts:
        _acts(context, file, as_json=as_json)
        return

    from bot.cli.bench.evaluation import evaluate as measure
    from bot.cli.bench.labelled import read_labelled

    messages = read_labelled(file)
    report = measure(engine_of(context, knowledge), messages)
    if as_json:
        screen.block(json.dumps(asdict(report), ensure_ascii=False))
    else:
        _print(report)


def _acts(context: typer.Context, file: Path, *, as_json: bool) -> None:
    from dataclasses import asdict

    from bot.assembly import now
    from bot.cli.bench.acts import LINE, evaluate_acts
    from bot.cli.bench.labelled import read_lines
    from bot.conversation.talk.world import World

    lines = read_lines(file, LINE)
    with open_house(context) as house, house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
        company = next(iter(edition.catalogue.companies))
        report = evaluate_acts(edition.reader, World(edition.catalogue, "it", company, now()), lines)
    if as_json:
        screen.block(json.dumps(asdict(report), ensure_ascii=False))
        return
    for name, (count, right) in {"all": (report.lines, report.right), **report.groups}.items():
        screen.line(f"{name:24} {count:3}  {right:.3f}")
    for name in ("needs_taken_for_acts", "acts_taken_for_needs", "wrong_services"):
        value = getattr(report, name)
        screen.line(f"{name:24} {'-' if value is None else f'{value:.3f}'}")
    for then, right_act, taken in report.wrong:
        screen.line(f"{right_act} taken for {taken}: {then}")


def _print(report: "Report") -> None:
    screen.line(f"{'':24}  n  top-1  top-3")
    for name, score in [
        ("one need", report.total),
        *report.languages.items(),
        *report.styles.items(),
        *report.needs.items(),
    ]:
        screen.line(_line(name, score))
    for name in (
        "calibration_error",
        "outside_recall",
        "outside_recall_at_5",
        "false_rejections",
        "multi_recall",
        "several_on_single",
        "refused_first",
    ):
        value = getattr(report, name)
        screen.line(f"{name:24} {'-' if value is None else f'{value:.3f}'}")
    for right, taken, count in report.confusions:
        screen.line(f"{right} taken for {taken}: {count}")


def _line(name: str, score: "Score") -> str:
    return f"{name:24} {score.messages:3}  {score.top1:.3f}  {score.top3:.3f}"


@app.command(rich_help_panel=Panel.LABORATORY)
def why(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="An utterance.")],
    knowledge: Folder = None,
    company: Annotated[str | None, typer.Option(help="As an employee of this company.")] = None,
) -> None:
    """Show which words and concepts of an utterance speak for which needs, and how services are put in order."""
    from bot.cli.bench.explaining import why as explain

    found = explain(engine_of(context, knowledge), text)
    screen.line(" " * 20 + "".join(f"{need[:18]:>20}" for need, _ in found.needs))
    screen.line(" " * 20 + "".join(f"{p:20.2f}" for _, p in found.needs))
    for voice in found.voices:
        name = f"not: {voice.word}" if voice.refused else voice.word
        screen.line(f"{name[:19]:20}" + "".join(f"{gives:+20.2f}" for gives in voice.gives))
    if found.concepts:
        screen.line("concepts: " + ", ".join(found.concepts))
    if knowledge is None:
        _services(context, text, company)


def _services(context: typer.Context, text: str, company: str | None) -> None:
    """Show in which order the services of the likeliest need come, and what each reason weighs."""
    from bot.assembly import now
    from bot.catalogue.local_time import local_day
    from bot.catalogue.ranking import Asker, parts, rank
    from bot.conversation.talk.fitting import corrected, service_fits

    with open_house(context) as house, house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
        catalogue, language = edition.catalogue, house.settings.language
        reading = corrected(text, edition.reader.read(text), catalogue, language)
        fits = service_fits(text, reading, catalogue, language)
        today = local_day(now(), catalogue.network.timezone)
        asker = Asker(company, reading.town, today, reading.who, fits=fits)
        for entry in rank(catalogue, reading.best, asker):
            weights = {name: weight for name, weight in parts(catalogue, entry, reading.best, asker).items() if weight}
            reasons = "  ".join(f"{name} {weight:+.2f}" for name, weight in weights.items())
            screen.line(f"{entry.id:34}{sum(weights.values()):+.2f}  = {reasons}")


def engine_of(context: typer.Context, knowledge: Path | None) -> "Engine":
    """Return an engine taught from a folder, or the one of the published release. Raises CannotRun."""
    from bot.understanding.blob import WrongBlob
    from bot.understanding.engine import load
    from bot.understanding.learning.once import of_corpus
    from bot.understanding.learning.training import NothingToLearn

    try:
        return load(of_corpus(corpus_of(knowledge)) if knowledge else _published(context))
    except NothingToLearn as error:
        raise CannotRun(f"{knowledge}: {error}") from None
    except WrongBlob:
        raise CannotRun(
            "the published release was learned by another version: `kmzero publish` learns it again"
        ) from None


def _published(context: typer.Context) -> bytes:
    from sqlalchemy import select

    from bot.catalogue import releases
    from bot.store.tables import release

    with open_house(context) as house, house.store.read() as tx:
        number = releases.current_number(tx)
        return bytes(tx.execute(select(release.c.engine).where(release.c.number == number)).scalar_one())


def corpus_of(folder: Path) -> "Corpus":
    """Return what a folder teaches: the library and what it adds, or its own needs alone. Raises CannotRun.

    Of needs of its own: with outside, concepts and towns if any.
    """
    from bot.catalogue.model import Concepts, Network, Outside
    from bot.cli.bench.other_needs import LooseArea
    from bot.understanding.learning.corpus import names_of, of_parts

    if not folder.is_dir():
        raise CannotRun(f"{folder}: there is no such folder")
    if over := _over_library(folder):
        return over
    named = {name: folder / f"{name}.yaml" for name in ("network", "companies", "outside", "concepts")}
    needs = folder / "needs" if (folder / "needs").is_dir() else folder
    areas = [_model(path, LooseArea) for path in sorted(needs.glob("*.yaml")) if path not in named.values()]
    outside = _model(named["outside"], Outside) if named["outside"].exists() else Outside()
    concepts = _model(named["concepts"], Concepts) if named["concepts"].exists() else Concepts()
    towns, neighbours = names_of(_model(named["network"], Network)) if named["network"].exists() else ((), ())
    return of_parts(areas, outside, concepts.concepts, towns, neighbours)


def _over_library(folder: Path) -> "Corpus | None":
    """Return what a network's folder teaches that stands on the library. Raises CannotRun."""
    from bot.editorial.folder.files import load
    from bot.editorial.reading import TAUGHT, read
    from bot.understanding.learning.corpus import names_of, of_parts

    if not any((folder / name).exists() for name in ("network.yaml", "needs")):
        return None  # a folder that is all needs
    knowledge = read(load(folder))
    if not knowledge.lent:
        return None
    if fault := next(
        (one for one in knowledge.problems if one.level == "error" and not knowledge.broken.isdisjoint(TAUGHT)), None
    ):
        raise CannotRun(f"{fault.position}: this cannot be read ({fault.rule})")
    towns = names_of(knowledge.network.model) if knowledge.network else ((), ())
    areas = [area.model for area in knowledge.areas]
    assert knowledge.outside  # the library has it, and the next two
    assert knowledge.concepts
    assert knowledge.situations
    told = knowledge.situations.model.situations
    return of_parts(areas, knowledge.outside.model, knowledge.concepts.model.concepts, *towns, situations=told)


def _model(path: Path, model: type[M]) -> M:
    from pydantic import ValidationError

    from bot.editorial.tree import MAX_BYTES, Unreadable, parse
    from bot.store.plain_files import read_up_to

    try:
        return model.model_validate(parse(read_up_to(path, MAX_BYTES + 1), str(path)).value)
    except Unreadable as error:
        raise CannotRun(f"{error.problem.position}: this cannot be read ({error.problem.rule})") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise CannotRun(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
