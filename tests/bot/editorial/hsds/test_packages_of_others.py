"""Packages of others: all that is whole is taken, nothing is invented, what is not taken over is named."""

import json
from datetime import date
from decimal import Decimal

import pytest

from bot.catalogue.model import Organization
from bot.editorial.check import check
from bot.editorial.folder.files import files_of
from bot.editorial.hsds.inward.hours import hours_of
from bot.editorial.hsds.inward.organizations import Import
from bot.editorial.hsds.inward.texts import texts
from tests.bot.editorial.hsds.conftest import Take, there
from tests.bot.editorial.small_network import FILES, Folder

ONE, TWO = "0a0a0a0a-0000-4000-8000-000000000001", "0A0A0A0A-0000-4000-8000-000000000002"
FLAT = {  # HSDS 1.1 as a state publishes it: prefixed headings, free addresses, no hours, no prices
    "organizations.csv": "organization_uuid,organization_name,organization_url,organization_description\n"
    f"{ONE},Legal Aid of the Lakes,www.lakes.example.org,Free advice for people who cannot afford a lawyer.\n",
    "services.csv": "service_uuid,organization_name,organization_uuid,service_name,service_description,service_email,"
    "service_min_age,service_max_age,service_problem_codes,service_areas\n"
    f"{TWO},Legal Aid of the Lakes,{ONE},Housing Clinic,We help tenants who are being evicted.,"
    "not an address,0,200,Evictions; Rent,Lake County; Marsh County\n",
    "locations.csv": "organization_uuid,location_name,location_uuid,location_address,phones\n"
    f'{ONE},Courthouse,loc-1,"12 Main Street, Lakeville, LK 33157","main: 305-285-5922, tdd: 800-955-8771"\n',
}
COUNTY = {  # HSDS 1.1 as a county keeps it: numbers for ids, a place for each service, hours by the day
    "organizations.csv": "id,name,description,website\n1,Peninsula Families,We support families.,\n",
    "locations.csv": "id,organization_id,name,latitude,longitude,languages,virtual\n"
    '1,1,Day Centre,37.4772,-122.2132,"Spanish, Tagalog",false\n',
    "addresses.csv": "id,location_id,address_1,address_2,city,state_province,postal_code,country\n"
    "1,1,2600 Middlefield Road,2nd Floor,Redwood City,CA,94063,US\n",
    "services.csv": "id,location_id,name,description,application_process,fees,eligibility,wait_time,languages,status,"
    "required_documents,keywords\n"
    "7,1,Day Centre for Older Adults,Older adults spend the day in company and go home in the evening.,"
    'Walk in or call.,None.,Age 60 or over,No wait.,"Spanish, Mandarin",active,Picture identification,Seniors\n'
    "8,1,Old Programme,It was a programme.,Call.,$5 a day,,,,defunct,,\n",
    "phones.csv": "id,location_id,number,number_type,extension,department\n"
    "1,1,650 780-7525,voice,,\n2,1,650 701-0856,fax,,\n3,1,650 403-4300,voice,4385,Front desk\n"
    "4,1,123-456-7890,voice,,\n",
    "contacts.csv": "id,location_id,name,title\n1,1,Susan Houston,Director\n",
    "regular_schedules.csv": "id,service_id,location_id,weekday,opens_at,closes_at\n"
    "1,7,,Monday,08:00,12:00\n2,7,,Monday,14:00,4:00 PM\n3,7,,3,10:00,3pm\n4,,1,Friday,9am,17:00\n",
    "holiday_schedules.csv": "id,service_id,start_date,end_date,closed\n"
    '1,7,"January 01, 0001","January 01, 0001",true\n2,7,12/24/2026,12/26/26,true\n',
}


def only(found: Import) -> Organization:
    return Organization.model_validate(found.organizations[0])


def test_a_flat_package_is_taken_and_says_what_it_does_not_say(take: Take) -> None:
    found = take(FLAT)
    assert (found.services, found.refused) == (1, ())
    one = only(found)
    service = one.services[0]
    assert (one.id, one.contact.web) == ("legal-aid-of-the-lakes", "https://www.lakes.example.org")
    assert (service.id, service.name.en, service.where.at, service.hours) == (
        "housing-clinic",
        "Housing Clinic",
        "unknown",
        "unknown",
    )
    assert service.price.note
    assert service.price.note.en == "to be asked"
    assert (service.ages, service.first_step, service.contact, service.checked_on) == (None, None, None, None)
    assert [doubt.why for doubt in found.doubts] == ["email"]
    assert found.unplaced == {"": 1}
    assert found.left_out["service.problem_codes"] == 1
    assert found.left_out["service_area.name"] == 2


def test_a_county_package_brings_places_hours_and_papers(take: Take) -> None:
    found = take(COUNTY)
    assert (found.services, found.refused) == (2, ())
    assert found.towns == ({"id": "redwood-city", "name": "Redwood City", "lat": 37.4772, "lon": -122.2132},)
    one = only(found)
    assert [(place.town, place.address) for place in one.locations] == [
        ("redwood-city", "2600 Middlefield Road, 2nd Floor")
    ]
    day = one.services[0]
    assert (day.where.at, day.where.places) == ("place", ("day-centre",))
    assert day.hours == "Mo 08:00-12:00,14:00-16:00; We 10:00-15:00; 2026 Dec 24-26 off; Jan 01 off"
    assert day.price.free
    assert day.first_step
    assert (day.first_step.en, day.first_step.say) == ("Walk in or call.", None)
    assert [paper.en for paper in day.documents] == ["Picture identification"]
    assert day.languages == ("es",)
    assert day.contact
    assert [(phone.number, phone.extension) for phone in day.contact.numbers] == [
        ("+1 650-780-7525", None),
        ("+1 650-403-4300", "4385"),
    ]


def test_what_is_closed_for_good_comes_in_unseen_and_a_dollar_is_no_euro(take: Take) -> None:
    old = only(take(COUNTY)).services[1]
    assert old.suspended == "HSDS: defunct"
    assert old.price.in_words
    assert old.price.note
    assert old.price.note.en == "$5 a day"


def test_people_are_not_taken_over_with_their_names(take: Take) -> None:
    found = take(COUNTY)
    assert "Houston" not in str(found.organizations)
    assert found.left_out["contact.name"] == 1


def test_a_network_that_takes_them_has_no_fault(take: Take, folder: Folder) -> None:
    for package in (FLAT, COUNTY):
        made = texts(take(package), there(folder.path))
        checked = check(files_of({**FILES, **made}), date(2026, 11, 22))
        assert checked.errors == ()
        assert checked.release


def test_towns_are_written_into_the_network_beside_what_is_there(take: Take, folder: Folder) -> None:
    made = texts(take(COUNTY), there(folder.path))["network.yaml"]
    line = "  - {id: redwood-city, name: Redwood City, lat: 37.4772, lon: -122.2132}"
    assert line in made
    assert [said for said in made.splitlines() if not said.startswith(line)] == FILES["network.yaml"].splitlines()


def test_a_need_that_was_read_is_marked_in_the_file_and_an_unsure_one_is_not_shown(take: Take, folder: Folder) -> None:
    found = take(FLAT)
    text = next(iter(texts(found, there(folder.path)).values()))
    assert "needs: [badante]  # da confermare: letto dal nome e dalla descrizione, 95%" in text
    assert only(found).services[0].suspended == "da confermare: manca il primo passo (first_step)"
    assert only(take(COUNTY)).services[0].suspended is None


def test_names_are_made_into_ids_that_are_unique(take: Take) -> None:
    twice = COUNTY["services.csv"].replace("8,1,Old Programme", "8,1,Day Centre for Older Adults")
    ids = [service.id for service in only(take({**COUNTY, "services.csv": twice})).services]
    assert ids == ["day-centre-for-older-adults", "day-centre-for-older-adults-2"]


JSON = {
    "id": TWO,
    "name": "Community Counselling",
    "status": "active",
    "description": "Trained people listen to you when you are anxious.",
    "minimum_age": 12,
    "fees_description": "12,50 € a visit",
    "application_process": "Ask your doctor.",
    "organization": {"id": ONE, "name": "Listening House", "description": "We listen."},
    "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00Z", "closes_at": "18:00:00Z"}],
    "service_at_locations": [
        {"id": "at", "location": {"id": "v", "location_type": "virtual", "name": "By video"}},
    ],
}


@pytest.mark.parametrize(
    "said",
    [
        JSON,
        [JSON],
        {"total_items": 1, "page_number": 1, "contents": [JSON]},
        {"services": [JSON]},
        {"id": ONE, "name": "Listening House", "description": "We listen.", "services": [JSON]},
    ],
    ids=["a service", "a list", "a page", "by tables", "an organization"],
)
def test_json_is_read_in_every_shape(take: Take, said: object) -> None:
    found = take({"package.json": json.dumps(said)})
    assert (found.services, found.refused) == (1, ())
    one = only(found)
    service = one.services[0]
    assert (one.name, service.where.at, service.hours) == (
        "Listening House",
        "online",
        "Th,Fr 10:00-18:00",
    )
    assert (service.price.amount, service.price.per) == (Decimal("12.5"), "visit")
    assert service.ages
    assert (service.ages.start, service.ages.end) == (12, None)


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ({"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "13:00"}, "Mo,We 09:00-13:00"),
        ({"byday": "SA", "opens_at": "9am", "closes_at": "1 pm"}, "Sa 09:00-13:00"),
        ({"freq": "MONTHLY", "byday": "1SA,3SA", "opens_at": "10:00", "closes_at": "12:00"}, "Sa[1,3] 10:00-12:00"),
        ({"freq": "WEEKLY", "byday": "FR", "opens_at": "22:00", "closes_at": "02:00"}, "Fr 22:00-02:00"),
        (
            {
                "byday": "MO",
                "opens_at": "9:00",
                "closes_at": "12:00",
                "valid_from": "2027-01-07",
                "valid_to": "2027-03-31",
            },
            "2027 Jan 07-2027 Mar 31 Mo 09:00-12:00",
        ),
        ({"description": "Monday to Friday 9-17"}, "Mo-Fr 09:00-17:00"),
        ({"freq": "WEEKLY", "interval": "2", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}, None),
        ({"freq": "MONTHLY", "bymonthday": "15", "opens_at": "09:00", "closes_at": "12:00"}, None),
        ({"freq": "WEEKLY", "byday": "MONDAY", "opens_at": "09:00", "closes_at": "12:00"}, None),
        ({"freq": "WEEKLY", "byday": "MO", "opens_at": "25:00", "closes_at": "26:00"}, None),
        ({"description": "Call for our hours"}, None),
    ],
)
def test_a_row_of_a_schedule_is_read_or_said_to_be_unread(row: dict[str, str], meant: str | None) -> None:
    said, unread = hours_of([row])
    assert said == (meant or "unknown")
    assert unread == ([] if meant else [row])


NOTE = "  # da confermare: letto dal nome e dalla descrizione, 95%"
DONE = {  # by a coordinator, after the first import
    'it: "Older adults spend the day': 'it: "Gli anziani passano la giornata',
    f'[badante]{NOTE}\n    name: {{it: "Day': '[caregiver]\n    checked_on: 2026-11-20\n    name: {it: "Day',
    '{it: "Walk in or call.", en: "Walk in or call."}': (
        '{it: Vieni o chiama., en: "Walk in or call.", say: Buongiorno.}'
    ),
}


def test_what_a_coordinator_did_is_not_undone_when_the_package_comes_again(take: Take, folder: Folder) -> None:
    name = "organizations/peninsula-families.yaml"
    for file, text in texts(take(COUNTY), there(folder.path)).items():
        folder.write(file, text)
    text = (folder.path / name).read_text("utf-8")
    for old, new in DONE.items():
        assert old in text
        text = text.replace(old, new)
    folder.write(name, text)
    again = take(COUNTY)
    assert texts(again, there(folder.path)) == {}
    assert [proposal.service for proposal in again.proposals] == []
    renewed = take({**COUNTY, "services.csv": COUNTY["services.csv"].replace("No wait.", "A week.")})
    changed = texts(renewed, there(folder.path))[name]
    assert 'wait: {it: "A week.", en: "A week."}' in changed
    assert all(word in changed for word in ("Gli anziani", "[caregiver]", "Vieni o chiama.", "Buongiorno."))
