"""docs/your-network.md is true: typed as it stands, it ends with a network of one's own and its first person."""

import shlex
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.soak.bot_api import ME, BotApi
from tests.test_deploy import UNITS
from tests.typed_page import ROOT, script, type_in

TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"
USERNAME = "rete_biella_bot"
MINUTES = 5  # of the machine, from the clone to a published network
PAGES = {"it": "your-network.md", "en": "your-network.en.md"}
ANSWERS = {  # languages, name, country, towns with their points, who answers, e-mail, phone, hours, address
    "it": ["", "Welfare Biella", "", "Biella", "45.5628, 8.0583", "Cossato", "45.5725, 8.1806", "",
           "Consorzio Biella Insieme", "sportello@biella.example.org", "015 000 0100", "lun-ven 9-12", "Via Italia 2"],
}  # fmt: skip
ANSWERS["en"] = [*ANSWERS["it"][:11], "Mon-Fri 9-12", ""]
OTHERS = """\
id: {id}
name: "{name}"
contact: {{phone: "015 000 0{n}2", email: "ciao@{id}.example.org"}}
locations:
  - {{id: sede, town: cossato, address: "Via Mazzini {n}"}}
services:
"""
SERVICE = """\
  - id: {id}
    needs: [{need}]
    name: {{it: "{it}", en: "{en}"}}
    summary: {{it: "{it}, vicino a dove lavori.", en: "{en}, near your work."}}
    where: {{at: place, places: [sede]}}
    hours: "Mo-Fr 08:00-18:00; PH off"
    price: {{amount: {n}0, per: month}}
    first_step:
      it: "Risponde Anna. Chiede chi sei e che cosa ti serve. Chiamare non impegna."
      en: "Anna answers. She asks who you are and what you need. Calling binds you to nothing."
      say: {{it: "Buongiorno, vorrei sapere come funziona.", en: "Hello, I would like to know how it works."}}
    checked_on: 2026-11-02
"""
OFFER = """\
    offers:
      - {{id: {id}-rete, value: {{percent: 15}}, companies: all, valid: 2026-09-01/2027-12-31, voucher: generated}}
"""
THEIRS = {
    "il-mulino": ("Il Mulino", [("nido-del-mulino", "nido", "Nido del Mulino", "Mill Nursery"),
                                ("campo-del-mulino", "centri-estivi", "Campo del Mulino", "Mill Summer Camp")]),
    "passo-lento": ("Passo Lento", [("palestra-lenta", "sport", "Palestra Lenta", "Slow Gym"),
                                    ("psicologa-vicina", "psicologo", "Psicologa vicina", "Psychologist Nearby")]),
}  # fmt: skip


class Telegram(BotApi):
    """Knows the bot of the page."""

    def answer(self, method: str, body: dict[str, str]) -> tuple[int, Any] | None:
        if method == "getMe":
            return 200, ME | {"username": USERNAME}
        if method == "getWebhookInfo":
            return 200, {"url": "", "pending_update_count": 0}
        return super().answer(method, body)


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    made = Telegram(faulty=0)
    yield made
    made.stop()


def organization(n: int, name: str) -> str:
    title, services = THEIRS[name]
    text = OTHERS.format(id=name, name=title, n=n)
    for id_, need, it, en in services:
        text += SERVICE.format(id=id_, need=need, it=it, en=en, n=n) + ("    delicate: true\n" if need == "psicologo" else "")
        text += OFFER.format(id=id_) if id_ == services[0][0] else ""
    return text
