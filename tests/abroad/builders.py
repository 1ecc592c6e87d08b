"""Facts and guides that tests start from."""

from datetime import date

from wagtail.models import Locale, Page

from lms.abroad.enums import Confidence, Field
from lms.abroad.models import AbroadIndexPage, CountryGuidePage, LabourFact
from tests.factories import make_home

SOURCE = {"source_title": "Eurostat", "source_address": "https://ec.europa.eu/eurostat"}


def make_fact(field=Field.WAGE_MONTH, country="DE", **columns) -> LabourFact:
    """A published value that was read in a source; `columns` replace the usual ones."""
    usual = {
        "number": 2343 if field == Field.WAGE_MONTH else None,
        "unit": "month_gross" if field == Field.WAGE_MONTH else "",
        "currency": "EUR" if field == Field.WAGE_MONTH else "",
        "as_of": "2026-01-01",
        "source_day": date(2026, 1, 1),
        "source_precision": "day",
        "confidence": Confidence.READ,
        "published": True,
    }
    return LabourFact.objects.create(country=country, field=field, **{**usual, **SOURCE, **columns})


def make_guide(country="DE", slug="germania", language="ro") -> CountryGuidePage:
    """A published guide below its list; other languages get a bare home of their own."""
    home = make_home()
    if language != "ro":
        locale, _new = Locale.objects.get_or_create(language_code=language)
        home = home.get_translation_or_none(locale) or home.copy_for_translation(locale)
        home.save_revision().publish()
    index = AbroadIndexPage.objects.child_of(home).first()
    if index is None:
        index = AbroadIndexPage(
            title="Muncă în străinătate", slug="munca-in-strainatate", locale=home.locale
        )
        Page.objects.get(pk=home.pk).add_child(instance=index)
    guide = CountryGuidePage(title="Muncă în Germania", slug=slug, country=country)
    guide.locale = home.locale
    index.add_child(instance=guide)
    guide.save_revision().publish()
    return guide


def at(day: str) -> str:
    """Noon of this day, for `time_machine`."""
    return f"{day}T12:00:00+00:00"
