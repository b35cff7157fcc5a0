"""Changing a field of a service in the text of its file: comments, order and quotes stay as their author left them."""

import io
from collections.abc import Callable
from collections.abc import Mapping as Fields
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args

from bot.catalogue import money
from bot.catalogue.costs import FIGURES
from bot.editorial.publishing.release_texts import Texts
from bot.editorial.tree import Mapping, Scalar, Sequence, Unreadable, parse

Field = Literal["price", "hours", "phone", "checked_on", "full_until", "silent_since", "suspended"]
FIELDS: tuple[Field, ...] = get_args(Field)
Setter = Callable[[Any, Any, Any], None]  # of the whole file, the service in it, and the value


class NotEditable(Exception):
    """No file has the service, or the change could not be made alone."""


def file_of(texts: Texts, service: str) -> str:
    """Return the path of the file that has a service. Raises NotEditable."""
    for path, text in texts.items():
        if path.startswith("organizations/") and service in text and service in _services(text):
            return path
    raise NotEditable(service)


def changed(text: str, service: str, field: Field, value: Any) -> str:
    """Return the text of an organization's file with one field of one service changed, or taken out by None.

    `value` is as JSON: text, an ISO date for a day, the fields of a price for `price`. Raises NotEditable.
    """
    from bot.editorial.organization_text import yaml_as_kept  # noqa: PLC0415 - ruamel: only who edits needs it

    yaml = yaml_as_kept()
    whole = yaml.load(text)
    found = next((one for one in whole["services"] if str(one["id"]) == service), None)
    if found is None:
        raise NotEditable(service)
    SETTERS[field](whole, found, value)
    out = io.StringIO()
    yaml.dump(whole, out)
    if _others(out.getvalue(), service) != _others(text, service):
        raise NotEditable(service)
    return out.getvalue()


def _services(text: str) -> list[str]:
    try:
        tree = parse(text.encode(), "")
    except Unreadable:
        return []
    listed = tree.items.get("services") if isinstance(tree, Mapping) else None
    items = listed.items if isinstance(listed, Sequence) else ()
    names = (item.items.get("id") for item in items if isinstance(item, Mapping))
    return [name.text for name in names if isinstance(name, Scalar)]


def _others(text: str, service: str) -> Any:
    """Return all that a file says besides one service and the organization's own contact."""
    said: Any = parse(text.encode(), "").value
    rest = [one for one in said["services"] if one["id"] != service]
    return {**said, "services": rest, "contact": None}


def dropped(price: Fields[str, Any], value: Fields[str, Any]) -> set[str]:
    """Return the fields of a price that a new one takes away: its sum, and what was only said of that."""
    gone = {name for name in FIGURES if name not in value}
    if not any(name in value for name in FIGURES if name != "free"):
        gone.add("per")
    if not any(name in price for name in FIGURES) and "note" not in value:
        gone.add("note")
    return gone


def _price(_whole: Any, service: Any, value: dict[str, Any]) -> None:
    if not isinstance(service["price"], dict):  # a price in one text
        service["price"] = _flow(money.price(str(service["price"])) or {})
    price = service["price"]
    for name in dropped(price, value):
        price.pop(name, None)
    for position, name in enumerate(name for name in FIGURES if name in value):
        if name in price:
            price[name] = _number(value[name])
        else:
            price.insert(position, name, _number(value[name]))
    if "per" in value:
        price["per"] = value["per"]
    if "note" in value:
        price["note"] = _flow({language: _quoted(text) for language, text in value["note"].items()})


def _number(amount: Any) -> Any:
    """Return an amount as people write it: 45, 7.5; what is free stays `true`."""
    if amount is True:
        return True
    number = Decimal(amount)
    return int(number) if number == number.to_integral_value() else float(number)


def _hours(_whole: Any, service: Any, value: str) -> None:
    service["hours"] = _quoted(value)


def _phone(whole: Any, service: Any, value: str) -> None:
    """Change the service's own number, or else the organization's."""
    own, general = service.get("contact") or {}, whole.get("contact")
    contact = own if own.keys() & {"phone", "phones"} else general
    if contact is None:
        raise NotEditable("contact")
    if "phone" not in contact and contact.get("phones"):
        contact["phones"][0]["number"] = _quoted(value)
    else:
        contact["phone"] = _quoted(value)


def _checked_on(_whole: Any, service: Any, value: str) -> None:
    """Confirm a service: who has done so has spoken to them."""
    _put(service, "checked_on", date.fromisoformat(value))
    service.pop("silent_since", None)


def _optional(field: Field, as_written: Callable[[str], Any]) -> Setter:
    def change(_whole: Any, service: Any, value: str | None) -> None:
        if value is None:
            service.pop(field, None)
        else:
            _put(service, field, as_written(value))

    return change


def _put(service: Any, name: str, value: Any) -> None:
    """Set a field; one that was not there comes right after the id, where no comment belongs to it."""
    if name in service:
        service[name] = value
    else:
        service.insert(1, name, value)


def _flow(fields: dict[str, Any]) -> Any:
    """Return fields that are written between braces."""
    from ruamel.yaml.comments import CommentedMap  # noqa: PLC0415 - see changed

    made = CommentedMap(fields)
    made.fa.set_flow_style()
    return made


def _quoted(text: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415 - see changed

    return DoubleQuotedScalarString(text)


SETTERS: dict[Field, Setter] = {
    "price": _price,
    "hours": _hours,
    "phone": _phone,
    "checked_on": _checked_on,
    **{field: _optional(field, date.fromisoformat) for field in ("full_until", "silent_since")},
    "suspended": _optional("suspended", _quoted),
}
