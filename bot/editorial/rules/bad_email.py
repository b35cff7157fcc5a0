"""An e-mail address has the form of one.

Good, in the organization:
    contact: {email: ciao@girasole.example.org}
Bad, in the organization:
    contact: {email: ciao.girasole.example.org}
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.ASCII)
CERTIFIED = re.compile(
    r"@(?:.*\.)?(?:pec|legalmail|postacert|arubapec|pecimprese|cert|mypec|postecert)\.|@pec|\.pec\.", re.IGNORECASE
)
EMAILS = (
    *("network.desk.email", "network.privacy.email"),
    *("organizations.contact.email", "organizations.services.*.contact.email"),
)
AT = re.compile(r"\s*[(\[{]\s*(?:at|chiocciola)\s*[)\]}]\s*|\s+(?:at|chiocciola)\s+", re.IGNORECASE)
LONGEST = 254  # signs of an address


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for email, position in knowledge.each(*EMAILS):
        if len(email) > LONGEST or not EMAIL.fullmatch(email) or ".." in email:
            variant, line = _meant(email) if len(email) <= LONGEST else ("", "-")
            yield Problem(position, "bad-email", values={"email": email, "line": line}, variant=variant)
        elif CERTIFIED.search(email):
            yield Problem(position, "bad-email", "warning", {"email": email}, "certified")


def _meant(email: str) -> tuple[str, str]:
    """Return why it is none, and the address that is likely meant: of several one that takes ordinary mail."""
    there = [found.rstrip(".") for found in EMAIL.findall(email)]
    if len(there) > 1:
        return "several", next((one for one in there if not CERTIFIED.search(one)), there[0])
    plain = unicodedata.normalize("NFKD", AT.sub("@", email)).encode("ascii", "ignore").decode()
    plain = re.sub(r"(@[\w-]+),(?=\w{2,}$)", r"\1.", re.sub("@{2,}", "@", plain))
    said = re.sub(r"\.{2,}", ".", re.sub(r"\s+", "", plain) if "@" in plain and not there else plain).rstrip(".,;")
    found = EMAIL.search(said)
    return ("instead", found[0].removeprefix("mailto:")) if found else ("", "-")
