"""Measuring a reader on labelled messages: how often it is right, how sure, and what it takes for what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.cli.bench.labelled import Labelled
from bot.understanding.reading import Reader, Reading

BINS = 10
FIRST, FEW = 1, 3
OUTSIDE_STYLE, MULTI_STYLE = "oos", "multi"
FALSE_ALARMS = 0.05


@dataclass(frozen=True)
class Score:
    """How many messages, and the share of them whose right need was first, or among the first three."""

    messages: int
    top1: float
    top3: float


@dataclass(frozen=True)
class Report:
    """All measures of a reader. Shares are between 0 and 1; None where there was nothing to measure."""

    total: Score
    languages: dict[str, Score]
    styles: dict[str, Score]
    needs: dict[str, Score]
    confusions: list[tuple[str, str, int]]
    calibration_error: float | None
    outside_recall: float | None
    outside_recall_at_5: float | None
    false_rejections: float | None
    multi_recall: float | None
    several_on_single: float | None
    refused_first: float | None


def evaluate(reader: Reader, messages: Sequence[Labelled]) -> Report:
    """Read every message and measure. Messages with several needs count for `multi_recall` and not for top-1."""
    read = [(message, reader.read(message.text)) for message in messages]
    single = [(m, r) for m, r in read if m.needs and m.style != MULTI_STYLE and len(m.needs) == 1]
    return Report(
        total=_score(single),
        languages=_by(single, "language"),
        styles=_by(single, "style"),
        needs={
            need: _score(pairs) for need, pairs in sorted(_grouped((m.needs[0], (m, r)) for m, r in single).items())
        },
        confusions=_confusions(single),
        calibration_error=_calibration_error(single),
        outside_recall=_share(r.kind == "outside" for m, r in read if not m.needs),
        outside_recall_at_5=_recall_at(single, read),
        false_rejections=_share(r.kind == "outside" for _, r in single),
        multi_recall=_share(set(m.needs) <= set(r.asked) for m, r in read if len(m.needs) > 1),
        several_on_single=_share(len(r.asked) > 1 for _, r in single),
        refused_first=_share(r.best in m.refused for m, r in read if m.refused),
    )


def is_right(message: Labelled, need: str) -> bool:
    return need in message.needs or need in message.accept


Pair = tuple[Labelled, Reading]


def _score(pairs: Sequence[Pair]) -> Score:
    return Score(len(pairs), _among(pairs, FIRST), _among(pairs, FEW))


def _among(pairs: Sequence[Pair], count: int) -> float:
    return _share(any(is_right(m, need) for need in list(r.belief)[:count]) for m, r in pairs) or 0.0


def _share(found: Iterable[bool]) -> float | None:
    answers = list(found)
    return sum(answers) / len(answers) if answers else None


def _grouped(pairs: Iterable[tuple[str, Pair]]) -> dict[str, list[Pair]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for key, pair in pairs:
        groups[key].append(pair)
    return groups


def _by(pairs: Sequence[Pair], name: str) -> dict[str, Score]:
    return {key: _score(group) for key, group in _grouped((getattr(m, name), (m, r)) for m, r in pairs).items()}


def _confusions(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    wrong = Counter((m.needs[0], r.best) for m, r in pairs if not is_right(m, r.best))
    return [(right, taken, count) for (right, taken), count in wrong.most_common(15)]


def _calibration_error(pairs: Sequence[Pair]) -> float | None:
    """Return the expected calibration error over bins of equal width (Guo et al. 2017)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for message, reading in pairs:
        sure = reading.belief[reading.best]
        bins[min(int(sure * BINS), BINS - 1)].append((sure, is_right(message, reading.best)))
    gaps = (abs(sum(sure for sure, _ in one) - sum(right for _, right in one)) for one in bins.values())
    return sum(gaps) / len(pairs) if pairs else None


def _recall_at(single: Sequence[Pair], read: Sequence[Pair]) -> float | None:
    """Return the share of what is outside that is told at the threshold that rejects one need in twenty."""
    needs = sorted((r.outside for _, r in single), reverse=True)
    if not needs:
        return None
    threshold = needs[int(len(needs) * FALSE_ALARMS)]
    return _share(r.outside > threshold for m, r in read if not m.needs)
