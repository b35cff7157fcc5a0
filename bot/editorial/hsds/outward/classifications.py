"""Which needs a service answers and whom it is for, as terms: ours, Open Eligibility's, Italy's events of life."""

from functools import cache
from pathlib import Path
from typing import Any, get_args

from bot.catalogue.model import Area, Audience, NeedType, Release, Service
from bot.catalogue.own_yaml import read
from bot.editorial.hsds.making import Making

ELSEWHERE = Path(__file__).parents[1] / "classifications.yaml"
NEEDS, AUDIENCES = "kmzero-needs", "kmzero-audiences"
ABOUT = {
    NEEDS: "What people need: areas, and the need types in them.",
    AUDIENCES: "For whom a service is.",
    "open-eligibility": "Open Eligibility Human Services Taxonomy, Aunt Bertha, Inc., CC BY-SA 3.0.",
    "life-events": "Vocabolario controllato degli eventi della vita delle persone, AgID, CC BY 4.0.",
}


@cache
def elsewhere() -> dict[str, Any]:
    """Return what need types are called elsewhere, by taxonomy: `terms` by code, `needs` with their codes."""
    found: dict[str, Any] = read(ELSEWHERE)
    return found


class Classifications:
    """The terms of a release, in its package; those of others are there once a service has them."""

    def __init__(self, package: Making, release: Release) -> None:
        self._package = package
        for name, about in ABOUT.items():
            uri = elsewhere()[name].get("uri") if name in elsewhere() else None
            package.add("taxonomy", name, name=name, description=about, uri=uri)
        self._needs = {need.id: self._add_need(area, need) for area in release.areas for need in area.types}
        self._audiences = {name: self._term(AUDIENCES, name, name, "en") for name in get_args(Audience)}

    def classify(self, row: str, service: Service) -> None:
        """Hang a service's needs and audiences on its row, and what the needs are called elsewhere."""
        for need in service.needs:
            self._package.link("service", row, self._needs[need], "need")
        for who in service.who:
            self._package.link("service", row, self._audiences[who], "audience")
        for taxonomy, found in elsewhere().items():
            for code in dict.fromkeys(code for need in service.needs for code in found["needs"].get(need, ())):
                uri = f"{found['uri']}{code}" if "uri" in found else None
                language = "it" if "uri" in found else "en"
                term = self._term(taxonomy, str(code), found["terms"][code], language, term_uri=uri)
                self._package.link("service", row, term, "classification")

    def _term(self, taxonomy: str, code: str, name: str, language: str, **fields: str | None) -> str:
        """Add a term; the codes of ours say whose they are, for in a package each is there once."""
        said = {"name": name, "description": name, "language": language, **fields}
        return self._package.term(taxonomy, code if taxonomy in elsewhere() else f"{taxonomy}:{code}", **said)

    def _add_need(self, area: Area, need: NeedType) -> str:
        over = self._package.id_of("taxonomy_term", f"{NEEDS}/{NEEDS}:area:{area.id}")
        self._term(NEEDS, f"area:{area.id}", area.name.it, "it")
        about = {"description": need.about.it} if need.about else {}
        return self._term(NEEDS, need.id, need.name.it, "it", parent_id=over, **about)
