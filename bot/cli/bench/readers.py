"""`kmzero bench understanding`: the engine beside four plain readers taught the same phrases, in one table."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import NamedTemporaryFile
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import screen
from bot.cli.bench.app import bench
from bot.cli.bench.understanding import corpus_of
from bot.errors import CannotRun

if TYPE_CHECKING:  # numpy and the rest are imported by the command: no other command waits for them
    from bot.cli.bench.labelled import Labelled
    from bot.cli.bench.reader_baselines import Scorer
    from bot.understanding.engine import Engine
    from bot.understanding.learning.corpus import Corpus

    Ranker = Callable[[str], Sequence[str]]

TYPOS = (0, 1, 2)
# Fresh processes: VmHWM is the peak of the program itself; ru_maxrss would count the one that started it.
PEAK = "import re; print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
LOADS = (
    "import sys; from pathlib import Path; from bot.understanding.engine import load; "
    "load(Path(sys.argv[1]).read_bytes()).read('mi serve una mano');"
)
ALIKE = 0.6  # cosine of stems from which a phrase is told to be a near copy of a message


@bench.command()
def understanding(
    file: Annotated[Path, typer.Argument(help="Labelled messages, a JSON object a line.")],
    knowledge: Annotated[Path, typer.Option("--knowledge", help="The folder that all are taught.")] = Path("knowledge"),
    most: Annotated[int, typer.Option(min=1, help="How many messages; WRatio takes seconds for each.")] = 60,
) -> None:
    """Measure top-1 (and top-3) with 0, 1 and 2 typos a message, the time of a reading, and the engine's memory."""
    from bot.cli.bench.labelled import read_labelled
    from bot.understanding.learning.quality import overlaps

    if find_spec("sklearn") is None:
        raise CannotRun("the engine is compared with scikit-learn, which is not installed: `make test` installs it")

    corpus = corpus_of(knowledge)
    messages = [message for message in read_labelled(file) if len(message.needs) == 1]
    if not messages:
        raise CannotRun(f"{file}: there is no message with one need")
    messages = messages[:: max(1, len(messages) // most)][:most]
    copies = len({copy.one.text for copy in overlaps(corpus.utterances, [m.text for m in messages], ALIKE)})
    screen.line(f"{len(messages)} messages; {copies} have a near copy among the phrases (stem cosine >= {ALIKE})")
    screen.line(f"{'':28}{'clean':>14}{'1 typo':>14}{'2 typos':>14}{'p50 ms':>9}{'p99 ms':>9}{'MB':>6}")
    for name, rank, memory in _rankers(corpus):
        screen.line(_row(name, rank, messages) + f"{'-' if memory is None else f'{memory:.0f}':>6}")


def _rankers(corpus: "Corpus") -> "Iterator[tuple[str, Ranker, float | None]]":
    from bot.cli.bench.reader_baselines import baselines

    engine, memory = _engine(corpus)
    yield "engine", lambda text: list(engine.read(text).belief), memory
    for name, score in baselines(corpus).items():
        yield name, _ranker(corpus.needs, score), None  # these learn where they read, so their memory is not told


def _ranker(needs: Sequence[str], score: "Scorer") -> "Ranker":
    return lambda text: [needs[place] for place in (-score(text)).argsort(kind="stable")]


def _engine(corpus: "Corpus") -> "tuple[Engine, float | None]":
    from bot.understanding.blob import pack
    from bot.understanding.engine import load
    from bot.understanding.learning.training import learn

    start = perf_counter()
    blob = pack(learn(corpus))
    taught = perf_counter()
    engine = load(blob)
    loaded = perf_counter() - taught
    screen.to_stderr(f"engine: taught in {taught - start:.1f} s, {len(blob) / 1e6:.1f} MB, loaded in {loaded:.2f} s")
    return engine, _memory(blob)


def _memory(blob: bytes) -> float | None:
    """Return the MB that loading an engine and reading once add to a bare Python's peak; None where /proc is not."""
    if not Path("/proc/self/status").exists():
        return None
    with NamedTemporaryFile(suffix=".engine") as file:
        file.write(blob)
        file.flush()
        peaks = [_peak(code, file.name) for code in (LOADS + PEAK, PEAK)]
    return (peaks[0] - peaks[1]) / 1024


def _peak(code: str, path: str) -> int:
    """Return the peak of resident memory of a fresh Python that runs some code, in kB."""
    command = [sys.executable, "-c", code, path]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own code


def _row(name: str, rank: "Ranker", messages: "Sequence[Labelled]") -> str:
    from bot.cli.bench.typos import with_typos

    cells: list[str] = []
    times: list[float] = []
    for count in TYPOS:
        random = Random(count)  # noqa: S311 - a measure that can be repeated
        firsts = threes = 0
        for message in messages:
            text = with_typos(message.text, count, random)
            start = perf_counter()
            best = rank(text)[:3]
            times.append((perf_counter() - start) * 1000)
            right = [need in message.needs + message.accept for need in best]
            firsts += right[0]
            threes += any(right)
        cells.append(f"{firsts / len(messages):.3f} ({threes / len(messages):.3f})")
    times.sort()
    p50, p99 = (times[int(len(times) * share)] for share in (0.5, 0.99))
    return f"{name:28}" + "".join(f"{cell:>14}" for cell in cells) + f"{p50:9.2f}{p99:9.2f}"
