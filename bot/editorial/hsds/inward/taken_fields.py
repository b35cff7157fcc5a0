"""The fields of HSDS that are taken over; all others of a package are counted and named, so that nobody misses them."""

TAKEN: dict[str, tuple[str, ...]] = {
    "organization": ("name", "description", "email", "website"),
    "organization_identifier": ("identifier", "identifier_scheme", "identifier_type"),
    "service": (
        *("name", "alternate_name", "description", "url", "email", "status", "application_process"),
        *("fees_description", "fees", "wait_time", "eligibility_description", "minimum_age", "maximum_age"),
        *("assured_date", "accepted_payments", "organization_name"),
    ),
    "location": (
        *("location_type", "latitude", "longitude", "name", "organization_name"),
        *("external_identifier", "external_identifier_type"),
    ),
    "address": ("address_1", "address_2", "city", "country", "address_type", "state_province", "postal_code"),
    "phone": ("number", "extension", "type", "description"),
    "schedule": (
        *(
            "freq",
            "byday",
            "wkst",
            "interval",
            "opens_at",
            "closes_at",
            "valid_from",
            "valid_to",
            "description",
            "notes",
        ),
        *("weekday", "start_date", "end_date", "closed"),
    ),
    "service_area": (),
    "required_document": ("document",),
    "language": ("name", "code"),
    "cost_option": ("valid_from", "valid_to", "option", "currency", "amount", "amount_description"),
    "attribute": ("link_type", "link_entity", "value"),
    "taxonomy_term": ("code", "name", "description", "taxonomy", "language", "term_uri"),
    "taxonomy": ("name", "description", "uri", "version"),
    "meta_table_description": ("name", "language", "character_set"),
}
