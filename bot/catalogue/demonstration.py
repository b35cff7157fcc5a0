"""What is invented: the network that kmzero ships, and the examples of a new one; how both are recognised."""

from collections.abc import Collection
from typing import TypeVar

from bot.catalogue.model import Company, Network, Organization, Release

Kept = TypeVar("Kept", Company, Organization)
CONTROLLER = "Welfare a km zero, Carpi"
ORGANIZATIONS = frozenset(
    {
        *("banco-nove", "buona-mano", "cambio-turno", "casa-melograna", "circolo-mani-matte"),
        *("corte-dei-gelsi", "coworking-il-truciolo", "fisioterapia-mezzogiro", "fuori-squadra", "gradino-basso"),
        *("il-girasole", "kilowatt-gentile", "la-cartella-rossa", "la-sporta-piena", "laboratorio-piega-dritta"),
        *("lettere-scalze", "mani-di-scorta", "matita-e-timbro", "mattone-quieto", "nome-delle-cose"),
        *("otto-accenti", "parola-ponte", "poliambulatorio-cavo-lama", "polisportiva-cavedagna", "ponte-di-corda"),
        *("porta-accanto", "posto-davanti", "prima-di-sera", "raggi-e-bulloni", "sale-e-zucchero"),
        *("salvadanaio-aperto", "sette-matite", "sipario-di-nebbia", "studio-la-fossetta", "studio-pagina-dopo"),
        *("tana-dei-ghiri", "tasto-verde", "tre-panche", "valigia-corta", "voce-bassa"),
    }
)
FEWEST = 3  # of its organizations: one or two may be called the same by chance
EXAMPLES = frozenset({"esempio", "example"})  # ids of what `kmzero new` writes: a copy needs another id, and is real


def is_unsaid(network: Network, organizations: Collection[str]) -> bool:
    """Tell whether this is the shipped demonstration, or half of it, and does not say that it is one.

    A network of one's own has another controller, and other organizations.
    """
    if network.demonstration:
        return False
    invented = len(ORGANIZATIONS.intersection(organizations))
    most = invented * 2 >= min(len(organizations), len(ORGANIZATIONS))
    return network.privacy.controller == CONTROLLER or (invented >= FEWEST and most)


def without_examples(release: Release) -> Release:
    """Return a release as it may be published: an example stands in it only alone, and then people are told."""
    organizations = _real(release.organizations) or release.organizations
    companies = _real(release.companies) or release.companies
    names = [*(one.id for one in organizations), *(one.id for one in companies)]
    invented = release.network.demonstration or any(map(is_example, names))
    network = release.network.model_copy(update={"demonstration": invented})
    return release.model_copy(update={"network": network, "organizations": organizations, "companies": companies})


def is_example(name: str) -> bool:
    """Tell whether an organization or a company of this id is an example of `kmzero new`."""
    return name in EXAMPLES


def _real(entries: tuple[Kept, ...]) -> tuple[Kept, ...]:
    return tuple(entry for entry in entries if not is_example(entry.id))
