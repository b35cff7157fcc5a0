"""The files that an import writes: organizations, with what is to be confirmed beside it, and new towns."""

import io
from typing import Any

from bot.catalogue.model import Organization
from bot.editorial.hsds.inward.existing import Existing
from bot.editorial.hsds.inward.organizations import Import, Proposal
from bot.editorial.hsds.inward.valid import without_nothing
from bot.editorial.organization_text import organization_text

NETWORK = "network.yaml"
MIDDLE = "il centro delle sue sedi, dal pacchetto HSDS"


def texts(found: Import, there: Existing) -> dict[str, str]:
    """Return the files that change, by their names in the folder."""
    proposals = {one.service: one for one in found.proposals}
    codes = {str(doubt.values["offer"]) for doubt in found.doubts if doubt.why == "code"}
    made: dict[str, str] = {}
    for one in found.organizations:
        name, model = there.organizations.get(one["id"], (f"organizations/{one['id']}.yaml", None))
        if model is None or Organization.model_validate(without_nothing(one)) != model:
            made[name] = _noted(organization_text(one), proposals, codes)
    if found.towns and there.network:
        made[NETWORK] = _with_towns(there.files.texts[NETWORK], found.towns)
    return made


def _noted(text: str, proposals: dict[str, Proposal], codes: set[str]) -> str:
    """Say beside a line what has to be confirmed or written there."""
    lines: list[str] = []
    within = ""
    for line in text.splitlines():
        name, _, value = line.strip().removeprefix("- ").partition(": ")
        within = value if name == "id" else within
        lines.append(line + _note(name, value, within, proposals, codes))
    return "\n".join(lines) + "\n"


def _note(name: str, value: str, within: str, proposals: dict[str, Proposal], codes: set[str]) -> str:
    if name == "needs" and within in proposals:
        return f"  # da confermare: letto dal nome e dalla descrizione, {proposals[within].p:.0%}"
    if name == "voucher" and value == "pool" and within in codes:
        return "  # era un codice uguale per tutti, che non viaggia: scrivi voucher: shared, e code"
    return ""


def _with_towns(text: str, towns: tuple[dict[str, Any], ...]) -> str:
    """Return network.yaml with more towns; its comments, order and quotes stay."""
    from ruamel.yaml.comments import CommentedMap  # noqa: PLC0415 - only who imports needs it

    from bot.editorial.organization_text import yaml_as_kept  # noqa: PLC0415

    yaml = yaml_as_kept()
    whole = yaml.load(text)
    listed = whole["municipalities"]
    for town in towns:
        entry = CommentedMap(town)
        entry.fa.set_flow_style()
        listed.append(entry)
        listed.yaml_add_eol_comment(MIDDLE, len(listed) - 1)
    out = io.StringIO()
    yaml.dump(whole, out)
    return out.getvalue()
