"""Two organizations beside that of docs/your-network.md, with two services and an offer each, in a spreadsheet."""

from bot.catalogue.text import Language
from bot.editorial.check import check
from bot.editorial.folder.files import files_of
from bot.editorial.founding.folder import files_for
from bot.editorial.spreadsheets.workbook import workbook
from tests.bot.editorial.test_founding import NETWORK, TODAY

ORGANIZATION = """\
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
DELICATE = "    delicate: true\n"
THEIRS = {
    "il-mulino": ("Il Mulino", [("nido-del-mulino", "nido", "Nido del Mulino", "Mill Nursery"),
                                ("campo-del-mulino", "centri-estivi", "Campo del Mulino", "Mill Summer Camp")]),
    "passo-lento": ("Passo Lento", [("palestra-lenta", "sport", "Palestra Lenta", "Slow Gym"),
                                    ("psicologa-vicina", "psicologo", "Psicologa vicina", "Psychologist Nearby")]),
}  # fmt: skip


def workbook_of_others(language: Language) -> bytes:
    """Return both as a workbook, as somebody filled it in."""
    others = {f"organizations/{name}.yaml": _text(n, name) for n, name in enumerate(THEIRS, start=1)}
    release = check(files_of({**files_for(NETWORK, TODAY), **others}), TODAY).release
    assert release
    return workbook(release, language)


def _text(n: int, name: str) -> str:
    title, services = THEIRS[name]
    text = ORGANIZATION.format(id=name, name=title, n=n)
    for place, (id_, need, it, en) in enumerate(services):
        text += SERVICE.format(id=id_, need=need, it=it, en=en, n=n)
        text += DELICATE if need == "psicologo" else ""
        text += "" if place else OFFER.format(id=id_)
    return text
