"""`kmzero bench learning-curve`: what more phrases buy, as a table and as a picture."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from markupsafe import escape

from bot.cli.bench.app import bench
from bot.cli.bench.understanding import corpus_of
from bot.cli.figures import figures

if TYPE_CHECKING:  # numpy and the rest are imported by the command: no other command waits for them
    from bot.understanding.learning.corpus import Corpus, Utterance

EVERY = (64, 32, 16, 8, 4, 2, 1)  # one phrase in so many is taught
WIDE, HIGH = 580, 300  # of the field, in pixels
COLORS = ("#0b6e5f", "#b4531a", "#3b5bab", "#7a3b8f")
FRAME = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -14 {WIDE + 90} {HIGH + 64}" '
    'font-family="sans-serif" font-size="12" fill="#1f2a2e">'
    f'<rect x="-60" y="-14" width="{WIDE + 90}" height="{HIGH + 64}" fill="#fff"/>\n{{parts}}</svg>\n'
)


@bench.command("learning-curve")
def learning_curve(
    files: Annotated[list[Path], typer.Argument(help="Labelled messages, a JSON object a line; a curve for each.")],
    knowledge: Annotated[Path, typer.Option("--knowledge", help="The folder that is taught.")] = Path("knowledge"),
    out: Annotated[Path | None, typer.Option("--out", help="Draw the picture into this SVG file.")] = None,
) -> None:
    """Teach ever more of the phrases, and measure how often the right need of messages comes first. Takes a minute."""
    from bot.cli.bench.evaluation import evaluate
    from bot.cli.bench.labelled import read_labelled
    from bot.cli.console import console
    from bot.understanding.blob import pack
    from bot.understanding.engine import load
    from bot.understanding.learning.training import learn

    corpus = corpus_of(knowledge)
    whole = load(pack(learn(corpus)))
    measured = {file.stem: read_labelled(file) for file in files}
    phrases: list[float] = []
    curves: dict[str, list[float]] = {name: [] for name in measured}
    table = figures("Top-1 by phrases", "phrases a type", *measured)
    for every in EVERY:
        part = replace(corpus, utterances=thinned(corpus, every))
        engine = whole if every == 1 else load(pack(learn(part, whole.acts)))
        phrases.append(len(part.utterances) / len(corpus.needs))
        for name, messages in measured.items():
            curves[name].append(evaluate(engine, messages).total.top1)
        table.add_row(f"{phrases[-1]:.0f}", *(f"{curve[-1]:.3f}" for curve in curves.values()))
    console().print(table)
    if out:
        draw(phrases, curves, out)


def thinned(corpus: "Corpus", every: int) -> "tuple[Utterance, ...]":
    """Return one phrase in so many of each type and language, evenly spread over what its writer had in mind."""
    met: Counter[tuple[str | None, str]] = Counter()
    kept = []
    for utterance in corpus.utterances:
        if met[utterance.need, utterance.language] % every == 0:
            kept.append(utterance)
        met[utterance.need, utterance.language] += 1
    return tuple(kept)


def draw(phrases: Sequence[float], curves: dict[str, list[float]], out: Path) -> None:
    """Draw the curves over the phrases of a type, doubling at each step; the same figures give the same bytes."""
    steps = [(WIDE * step / max(1, len(phrases) - 1), count) for step, count in enumerate(phrases)]
    levels = [(HIGH * (1 - tenths / 10), tenths / 10) for tenths in range(0, 11, 2)]
    lines = "".join(f'<path d="M0 {y:g}H{WIDE}" stroke="#ddd"/>' for y, _ in levels)
    shares = "".join(f'<text x="-8" y="{y + 4:g}" text-anchor="end">{share:g}</text>' for y, share in levels)
    counts = "".join(f'<text x="{x:g}" y="{HIGH + 18}" text-anchor="middle">{count:.0f}</text>' for x, count in steps)
    drawn = "".join(
        _curve(number, name, [x for x, _ in steps], curve) for number, (name, curve) in enumerate(curves.items())
    )
    axes = (
        f'<text x="{WIDE / 2:g}" y="{HIGH + 38}" text-anchor="middle">phrases of each need type</text>'
        f'<text transform="translate(-40 {HIGH / 2:g}) rotate(-90)" text-anchor="middle">right need first</text>'
    )
    out.write_text(FRAME.format(parts=lines + shares + counts + axes + drawn), encoding="utf-8")


def _curve(number: int, name: str, across: Sequence[float], curve: Sequence[float]) -> str:
    """Return one curve with its points, and its line in the legend."""
    color, legend = COLORS[number % len(COLORS)], HIGH * 3 // 4 + 18 * number
    points = [(f"{x:g}", f"{HIGH * (1 - share):g}") for x, share in zip(across, curve, strict=True)]
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3.5"/>' for x, y in points)
    return (
        f'<polyline points="{" ".join(map(",".join, points))}" fill="none" stroke="{color}" stroke-width="2"/>'
        f'<g fill="{color}">{dots}<text x="{WIDE - 8}" y="{legend}" text-anchor="end">{escape(name)}</text></g>\n'
    )
