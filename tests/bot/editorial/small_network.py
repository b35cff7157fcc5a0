"""A small network in a folder of its own, that a test may break at one place."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.editorial.check import Checked, check
from bot.editorial.folder.files import Files, load

TODAY = date(2026, 11, 22)
MARK = "§"

NETWORK = """\
id: prova
name: {it: Rete di prova, en: Test network}
municipalities:
  - {id: carpi, name: Carpi, lat: 44.7842, lon: 10.8856}
privacy: {controller: Rete di prova, email: privacy@prova.example.org}
desk:
  name: {it: Sportello, en: Desk}
  phone: "059 000 0100"
  email: sportello@prova.example.org
  hours: "Mo-Fr 09:00-13:00"
  address: Via Roma 1
  town: carpi
emergency:
  - {phone: "112", what: {it: pericolo, en: danger}}
doors:
  - {id: cari, label: {it: I miei cari, en: My family}, areas: [anziani]}
"""
COMPANIES = """\
companies:
  - {id: acme, name: Acme, sector: {it: tessile, en: textiles}, town: carpi, employees: 30, member: 2025-01-01/}
"""
AREA = """\
id: anziani
name: {it: Anziani, en: Elderly}
types:
  - id: badante
    name: {it: Badante, en: Live-in carer}
    phrases: {it: [cerco una badante], en: [I need a carer]}
  - id: caregiver
    name: {it: Chi assiste, en: Carers}
    phrases: {it: [curo mia madre e sono stanca], en: [I look after my mother and I am tired]}
"""
ORGANIZATION = """\
id: il-girasole
name: Il Girasole
contact: {phone: "059 000 0101", email: ciao@girasole.example.org, web: https://girasole.example.org}
locations:
  - {id: sede, town: carpi, address: Via Peruzzi 12}
services:
  - id: casa-sicura
    needs: [badante, caregiver]
    name: {it: Casa Sicura, en: Safe Home}
    summary:
      it: Un pulsante al collo.
      en: A button round the neck.
    where: {at: place, places: [sede]}
    hours: "Mo-Fr 09:00-17:00; PH off"
    price: {amount: 18, per: month}
    first_step:
      it: Risponde Anna.
      en: Anna answers.
      say: {it: Buongiorno., en: Hello.}
    checked_on: 2026-11-02
    offers:
      - id: casa-sicura-soci
        value: {amount: 12, per: month}
        companies: [acme]
        valid: 2026-09-01/2027-03-31
        voucher: pool
"""
FORM = """\
    - {id: facile, about: access, ask: Facile, answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
    - {id: buono, about: quality, ask: Buono, answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
    - {id: utile, about: effect, ask: Utile, answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
    - {id: altro, about: change, ask: Altro, answers: [{id: si, label: Sì}, {id: no, label: No}]}
    - {id: restare, about: again, ask: Ancora, answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
"""
EVALUATION = f"""\
id: programma
name: {{it: Il programma, en: The programme}}
period: 2026-09-01/2028-08-31
questions: [Serve a qualcosa]
targets:
  - {{id: aiutati, step: helped, share: 60 %, source: follow-up}}
forms:
  employees:
{FORM}  companies:
{FORM}  organizations:
{FORM}"""
FILES = {
    "network.yaml": NETWORK,
    "companies.yaml": COMPANIES,
    "needs/anziani.yaml": AREA,
    "organizations/il-girasole.yaml": ORGANIZATION,
}
ONLY_WHERE_SHOWN = {"evaluation.yaml": EVALUATION}  # files that are there only in examples about them
PARTS = {
    "in evaluation.yaml": "evaluation.yaml",
    "in the forms": "evaluation.yaml",
    "in golden.yaml": "golden.yaml",
    "in situations.yaml": "situations.yaml",
    "in network.yaml": "network.yaml",
    "in companies.yaml": "companies.yaml",
    "in the area": "needs/anziani.yaml",
    "in the organization": "organizations/il-girasole.yaml",
    "in the need": "needs/anziani.yaml",
    "in the service": "organizations/il-girasole.yaml",
    "in the offer": "organizations/il-girasole.yaml",
}


@dataclass(frozen=True)
class Folder:
    """A knowledge folder on disk."""

    path: Path

    @property
    def files(self) -> Files:
        """The files as they are now."""
        return load(self.path)

    def write(self, name: str, content: str | bytes) -> Path:
        file = self.path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def replace(self, name: str, old: str, new: str) -> str:
        """Put `new` for `old`; where it has the mark, return the place of the mark as `path:line:column`."""
        text = (FILES | ONLY_WHERE_SHOWN)[name]
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        text = text.replace(old, new)
        before = text.partition(MARK)[0]
        self.write(name, text.replace(MARK, ""))
        return f"{self.path / name}:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"

    def overlay(self, example: str) -> None:
        """Put the keys of an example over the part that its first line names."""
        part = example.partition("\n")[0].removeprefix("# ")
        content = yaml.safe_load((FILES | ONLY_WHERE_SHOWN).get(PARTS[part], "{}"))
        _part(content, part).update(yaml.safe_load(example))
        self.write(PARTS[part], yaml.safe_dump(content, allow_unicode=True))

    def check(self, *, phrases: bool = False) -> Checked:
        return check(self.files, TODAY, phrases=phrases)

    def faults(self) -> list[str]:
        return [f"{p.position}: {p.level} {p.rule}{'.' if p.variant else ''}{p.variant}" for p in self.check().problems]


def _part(content: Any, part: str) -> Any:
    if part == "in the forms":
        return content["forms"]
    if part == "in the need":
        return content["types"][0]
    if part == "in the service":
        return content["services"][0]
    return content["services"][0]["offers"][0] if part == "in the offer" else content
