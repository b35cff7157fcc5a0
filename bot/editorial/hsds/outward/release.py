"""A release as the tables of HSDS: organizations and their places; never a code, never an inner note."""

from bot.catalogue.model import Location, Organization, Release
from bot.editorial.hsds.fields import Tables, tables
from bot.editorial.hsds.making import FIELDS, Making
from bot.editorial.hsds.outward.classifications import Classifications
from bot.editorial.hsds.outward.contacts import add_phones
from bot.editorial.hsds.outward.places import place_key
from bot.editorial.hsds.outward.services import add_service

UNKNOWN = "-"  # for what HSDS wants and we do not know: the province, the postal code
LANGUAGE = "it"  # of every text in a field


def tables_of(release: Release) -> Tables:
    """Return the rows of every table, in the order of the files."""
    network = release.network
    package = Making(network.id)
    _describe(package)
    terms = Classifications(package, release)
    for organization in release.organizations:
        _add_organization(package, organization)
        for location in organization.locations:
            _add_location(package, release, organization, location)
        for service in organization.services:
            add_service(package, release, organization, service, terms)
    return package.tables


def _describe(package: Making) -> None:
    for name in tables():
        package.add("meta_table_description", name, name=name, language=LANGUAGE, character_set="UTF-8")
    package.add("taxonomy", FIELDS, name=FIELDS, description="What a service of kmzero says and HSDS has no field for.")


def _add_organization(package: Making, organization: Organization) -> None:
    about, contact = organization.about, organization.contact
    row = package.add(
        "organization",
        organization.id,
        name=organization.name,
        description=about.it if about else organization.name,
        email=contact.email,
        website=contact.web,
    )
    package.add(
        "organization_identifier",
        organization.id,
        organization_id=row,
        identifier_scheme="kmzero",
        identifier_type="id",
        identifier=organization.id,
    )
    package.english("organization", row, "description", about)
    add_phones(package, contact, "organization", row)


def _add_location(package: Making, release: Release, organization: Organization, location: Location) -> None:
    row = package.add(
        "location",
        place_key(organization, location.id),
        location_type="physical",
        organization_id=package.id_of("organization", organization.id),
        name=organization.name,
        latitude=location.lat,
        longitude=location.lon,
        external_identifier=location.id,
        external_identifier_type="kmzero",
    )
    package.add(
        "address",
        place_key(organization, location.id),
        location_id=row,
        address_1=location.address,
        city=next(town.name for town in release.network.municipalities if town.id == location.town),
        state_province=UNKNOWN,
        postal_code=UNKNOWN,
        country=release.network.country,
        address_type="physical",
    )
