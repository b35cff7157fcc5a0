"""What ids are called in a spreadsheet, and which id a name means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self, get_args

from babel import Locale

from bot.catalogue.by_name import plain
from bot.catalogue.model import Area, Audience, Company, Organization, Release, VoucherKind, Way
from bot.catalogue.text import LANGUAGES, Language
from bot.catalogue.towns import Municipality
from bot.editorial.spreadsheets.wording import say
from bot.editorial.values.guesses import CHOICES

CHOSEN = {"who": get_args(Audience), "at": get_args(Way), "voucher": get_args(VoucherKind)}
SIGNS = ("lis", "LIS")  # Italian sign language, which has no code of two letters


@dataclass(frozen=True)
class Names:
    """The names of some ids, no two alike; `more` are other names that are understood."""

    labels: Mapping[str, str]
    more: Mapping[str, str]  # plain name -> id

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], more: Mapping[str, str] | None = None) -> Self:
        """Return names from ids and what they are called; of two that are called alike each shows its id."""
        named = dict(pairs)
        count = Counter(map(plain, named.values()))
        labels = {id_: name if count[plain(name)] == 1 else f"{name} ({id_})" for id_, name in named.items()}
        return cls(labels, more or {})

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {
            **self.more,
            **{plain(id_): id_ for id_ in self.labels},
            **{plain(n): i for i, n in self.labels.items()},
        }

    @property
    def plain_names(self) -> Mapping[str, str]:
        """All names that are understood, in small letters without accents, each with its id."""
        return self._ids

    def label(self, id_: str) -> str:
        return self.labels.get(id_, id_)

    def read(self, text: str) -> str | None:
        """Return the id that a name means, or that stands behind one in brackets; None where there is none."""
        behind = text.rpartition("(")[2].rstrip(") ")
        return self._ids.get(plain(text)) or (behind if behind in self.labels and text.endswith(")") else None)

    def __or__(self, other: "Names") -> "Names":
        return Names({**other.labels, **self.labels}, {**other._ids, **self.more})


NOTHING = Names({}, {})


@lru_cache
def choices(language: Language) -> dict[str, Names]:
    """Return the names of everything that the catalogue has a fixed list of."""
    found = {of: _chosen(of, ids, language) for of, ids in CHOSEN.items()}
    tongues = [pair for pair in Locale(language).languages.items() if len(pair[0]) == 2]  # noqa: PLR2004 - ISO 639-1
    others = {plain(name): id_ for other in LANGUAGES for id_, name in Locale(other).languages.items() if len(id_) == 2}  # noqa: PLR2004
    return {**found, "languages": Names.of([*tongues, SIGNS], others)}


def _chosen(of: str, ids: Iterable[str], language: Language) -> Names:
    said = {other: {id_: say(f"choice-{of}", other, id_) for id_ in ids} for other in LANGUAGES}
    others = {plain(name): id_ for named in said.values() for id_, name in named.items()}
    return Names.of(said[language].items(), {**{plain(name): id_ for name, id_ in CHOICES[of].items()}, **others})


def of_catalogue(
    towns: Iterable[Municipality],
    areas: Iterable[Area],
    companies: Iterable[Company],
    organizations: Iterable[Organization],
    language: Language,
) -> dict[str, Names]:
    """Return the names of all that a catalogue has; places stand under `places:` and their organization."""
    here, there = tuple(towns), tuple(organizations)
    hamlets = {plain(name): town.id for town in here for name in town.hamlets}
    named = Names.of(((town.id, town.name) for town in here), hamlets)
    services = ((one.id, one.name.of(language)) for org in there for one in org.services)
    return {
        **choices(language),
        "towns": named,
        "needs": Names.of((need.id, need.name.of(language)) for area in areas for need in area.types),
        "companies": Names.of((company.id, company.name) for company in companies),
        "organizations": Names.of((org.id, org.name) for org in there),
        "services": Names.of(services),
        **{f"places:{org.id}": places_of(org, named) for org in there},
    }


def of_release(release: Release, language: Language) -> dict[str, Names]:
    """Return the names of all that a release has."""
    return of_catalogue(
        release.network.municipalities, release.areas, release.companies, release.organizations, language
    )


def places_of(organization: Organization, towns: Names) -> Names:
    """Return the names of an organization's places: `Via Garibaldi 40, Soliera`."""
    return Names.of((one.id, place(one.address, towns.label(one.town))) for one in organization.locations)


def place(address: str, town: str) -> str:
    return f"{address}, {town}"
