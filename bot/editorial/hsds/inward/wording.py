"""Texts of a package in the languages of our files."""

from dataclasses import dataclass

from bot.catalogue.text import FALLBACK, Language
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.package import Marks, Package
from bot.understanding.text.language import language_of
from bot.understanding.text.normal import words

Said = dict[str, str | None]


@dataclass(frozen=True)
class Wording:
    """`language` is that of the package's texts; one that the bot does not speak stands as it is, as Italian."""

    language: Language

    def text(self, value: object, english: str | None = None) -> Said | None:
        """Return a text, in both languages where it is English: Italian must say something; None for nothing."""
        said = clean.text(value or "")
        if not said:
            return None
        return {"it": said, "en": said if self.language == "en" else english}

    def field(self, row: Row, marks: Marks, name: str) -> Said | None:
        """Return what a field says, with its English where the package is ours."""
        return self.text(row.get(name), marks.english(name))


def wording_of(package: Package) -> Wording:
    """Return the language that a package says it has, else the one that most of its descriptions are in."""
    said = {str(row.get("language", ""))[:2] for row in package.rows.get("meta_table_description", [])}
    if said in ({"it"}, {"en"}):
        return Wording("it" if "it" in said else "en")
    found = [language_of(words(str(row.get("description", "")))) for row in package.rows.get("service", [])]
    return Wording("en" if found.count("en") > found.count("it") else FALLBACK)
