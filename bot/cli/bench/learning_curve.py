"""`kmzero bench learning-curve`: what more phrases buy, as a table and as a picture."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.bench.app import bench
from bot.cli.bench.understanding import corpus_of
from bot.cli.figures import figures

if TYPE_CHECKING:  # numpy and the rest are imported by the command: no other command waits for them
    from bot.understanding.learning.corpus import Corpus, Utterance

EVERY = (64, 32, 16, 8, 4, 2, 1)  # one phrase in so many is taught


@bench.command("learning-curve")
def learning_curve(
    files: Annotated[list[Path], typer.Argument(help="Labelled messages, a JSON object a line; a curve for each.")],
    knowledge: Annotated[Path, typer.Option("--knowledge", help="The folder that is taught.")] = Path("knowledge"),
    out: Annotated[Path | None, typer.Option("--out", help="Draw the picture into this SVG file.")] = None,
) -> None:
    """Teach ever more of the phrases, and measure how often the right need of messages comes first. Takes a minute."""
    from rich import print as show

    from bot.cli.bench.evaluation import evaluate
    from bot.cli.bench.labelled import read_labelled
    from bot.understanding.blob import pack
    from bot.understanding.engine import load
    from bot.understanding.learning.training import learn

    corpus = corpus_of(knowledge)
    measured = {file.stem: read_labelled(file) for file in files}
    phrases: list[float] = []
    curves: dict[str, list[float]] = {name: [] for name in measured}
    table = figures("Top-1 by phrases", "phrases a type", *measured)
    for every in EVERY:
        part = replace(corpus, utterances=thinned(corpus, every))
        engine = load(pack(learn(part)))
        phrases.append(len(part.utterances) / len(corpus.needs))
        for name, messages in measured.items():
            curves[name].append(evaluate(engine, messages).total.top1)
        table.add_row(f"{phrases[-1]:.0f}", *(f"{curve[-1]:.3f}" for curve in curves.values()))
    show(table)
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
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "kmzero", "svg.fonttype": "none", "font.family": "sans-serif"})
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    for name, shares in curves.items():
        axes.plot(phrases, shares, marker="o", label=name)
    axes.set_xscale("log", base=2)
    axes.set_xticks(list(phrases), [f"{count:.0f}" for count in phrases], minor=False)
    axes.set(xlabel="phrases of each need type", ylabel="right need first", ylim=(0, 1))
    axes.grid(visible=True, alpha=0.3)
    axes.legend(loc="lower right")
    figure.savefig(out, format="svg", metadata={"Date": None})
    plt.close(figure)
