"""What the shipped knowledge teaches, held against the development messages, so that no later phrase loses it.

These are floors against losing ground and no proof of what strangers' messages would score: some of the phrases are
near copies of these messages (docs/understanding.md, "How far these figures can be trusted").
"""

import json
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot.cli.app import app
from bot.cli.bench.evaluation import Report, evaluate
from bot.cli.bench.labelled import read_labelled
from bot.understanding.engine import Engine

DATA = Path(__file__).parents[2] / "data"
MESSAGES, OWN = DATA / "messages_dev.jsonl", DATA / "messages_own.jsonl"


@pytest.fixture(scope="session")
def report(shipped: Engine) -> Report:
    return evaluate(shipped, read_labelled(MESSAGES))


def test_one_need_is_found(report: Report) -> None:
    assert report.total.top1 >= 0.90
    assert report.total.top3 >= 0.95
    assert report.styles["english"].top1 >= 0.85
    assert report.styles["direct"].top1 >= 0.92
    assert report.styles["negation"].top1 >= 0.70


def test_messages_written_without_the_phrases_at_hand_are_understood(shipped: Engine) -> None:
    own = evaluate(shipped, read_labelled(OWN))
    assert (own.total.top1, own.total.top3) >= (0.86, 0.94)
    assert own.styles["foreign"].top1 >= 0.90
    assert own.styles["negation"].top1 >= 0.70
    assert (own.multi_recall or 0) >= 0.60
    assert (own.several_on_single or 0) <= 0.10


def test_two_needs_and_none_are_found(report: Report) -> None:
    assert (report.multi_recall or 0) >= 0.65
    assert (report.outside_recall_at_5 or 0) >= 0.80
    assert (report.false_rejections or 0) <= 0.05


def test_probabilities_mean_what_they_say(report: Report) -> None:
    assert (report.calibration_error or 0) <= 0.06


@pytest.mark.parametrize(
    ("file", "half", "recall", "false_alarms"),
    [
        ("danger_own", slice(None), 0.97, 0.03),
        ("danger_more", slice(None), 0.95, 0.03),
        ("danger_sounds", slice(1, None, 2), 0.97, 0.03),  # the even lines: tuned on
        ("danger_sounds", slice(0, None, 2), 0.90, 0.05),  # the odd lines: never looked at
    ],
)
def test_danger_is_heard_and_what_only_sounds_so_is_not(
    shipped: Engine, file: str, half: slice, recall: float, false_alarms: float
) -> None:
    lines = (DATA / f"{file}.jsonl").read_text("utf-8").splitlines()[half]
    heard: dict[bool, list[bool]] = {True: [], False: []}
    for row in map(json.loads, lines):
        heard[row["danger"]].append(shipped.read(row["text"]).kind == "danger")
    assert sum(heard[True]) / len(heard[True]) >= recall
    assert sum(heard[False]) / len(heard[False]) <= false_alarms


@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("quale mi costa meno?", False),
        ("mi costa meno la piscina?", False),
        ("non mi serve più", False),
        ("non voglio più ricevere messaggi", False),
        ("mi licenzio", False),
        ("mi vergogno da morire", False),
        ("ho paura che mi vedano entrare", False),
        ("ho paura che mi licenziano", False),
        ("il capo mi ammazza se lo sa", False),
        ("non ce la faccio più con questi turni", False),
        ("sono morta di stanchezza", False),
        ("questa schiena mi uccide", False),
        ("vorrei farla finita con questo lavoro", False),
        ("ho fame e non so dove dormire", False),
        ("mi butto sul lavoro", False),
        ("mi hanno tagliato la luce", False),
        ("am I eligible?", False),
        ("quando beve mi alza le mani", True),
        ("my colleague he touch me in the changing room", True),
        ("non voglio più svegliarmi", True),
        ("he takes my passport", True),
        ("mio figlio si taglia", True),
        ("una bimba di tre anni sola per strada", True),
        ("il bambino ha bevuto il diserbante", True),  # mended it would be another word
        ("mio marito mi pichia", True),
    ],
)
def test_danger_rings_for_danger_only(shipped: Engine, text: str, rings: bool) -> None:  # noqa: FBT001 - a column
    assert (shipped.read(text).kind == "danger") == rings


def test_no_development_message_is_taken_for_danger(shipped: Engine) -> None:
    assert [m.text for m in read_labelled(MESSAGES) if shipped.read(m.text).kind == "danger"] == []


def test_a_folder_of_needs_alone_answers_through_the_commands(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text(
        """\
id: bank
name: Bank
types:
  - {id: card_arrival, name: card_arrival, phrases: [where is my card, my card has not arrived, when does it come]}
  - {id: exchange_rate, name: exchange_rate, phrases: {en: [what is the exchange rate, euro to dollar rate]}}
"""
    )
    run = CliRunner().invoke(app, ["understand", "--knowledge", str(tmp_path)], input="is my card coming?\n\n")
    first, second = (json.loads(line) for line in run.stdout.splitlines())
    assert [need["id"] for need in first["needs"]] == ["card_arrival", "exchange_rate"]
    assert second["outside"] == 1.0


def benchmark(folder: Path, intents: int) -> Path:
    """Write a folder with one file in a public benchmark's shape; return messages that it does not have."""
    random = Random(5)
    words = [
        "".join(random.choice("bdfglmnprstv") + vowel for vowel in random.choices("aeiou", k=4)) for _ in range(9000)
    ]

    def said(intent: int) -> str:
        own = random.sample(words[intent * 30 : intent * 30 + 30], 3)
        return " ".join(["how do i", *own, "please", random.choice(words)])

    names = [f"balance_not_updated_after_cheque_or_cash_deposit_{intent}?" for intent in range(intents)]
    types = [{"id": name, "phrases": {"en": [said(n) for _ in range(10 + n)]}} for n, name in enumerate(names)]
    (folder / "bench.yaml").write_text(json.dumps({"id": "bench", "types": types}))
    held = [json.dumps({"text": said(n), "needs": [name], "lang": "en"}) for n, name in enumerate(names)]
    (folder / "held.jsonl").write_text("\n".join(held))
    return folder / "held.jsonl"


def test_a_public_benchmark_needs_only_its_intents_in_one_language(tmp_path: Path) -> None:
    held = benchmark(tmp_path, 77)
    run = CliRunner().invoke(app, ["evaluate", str(held), "--knowledge", str(tmp_path), "--json"])
    total = json.loads(run.stdout)["total"]
    assert (total["messages"], total["top3"] >= 0.9) == (77, True)


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "messages.jsonl").write_text('{"text": "a", "needs": []}\n{"text": 1}\n')
    run = CliRunner().invoke(app, ["evaluate", str(tmp_path / "messages.jsonl"), "--knowledge", str(tmp_path)])
    assert "messages.jsonl:2:" in str(run.exception)
