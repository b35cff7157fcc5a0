"""The network that kmzero ships, which is invented: how it is recognised where it no longer says so."""

from collections.abc import Collection

from bot.catalogue.model import Network

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


def is_unsaid(network: Network, organizations: Collection[str]) -> bool:
    """Tell whether this is the shipped demonstration, or half of it, and does not say that it is one.

    A network of one's own has another controller, and other organizations.
    """
    if network.demonstration:
        return False
    invented = len(ORGANIZATIONS.intersection(organizations))
    most = invented * 2 >= min(len(organizations), len(ORGANIZATIONS))
    return network.privacy.controller == CONTROLLER or (invented >= FEWEST and most)
