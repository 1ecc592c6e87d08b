"""Nothing that a Hungarian or Ukrainian reader of the checks sees is left in Romanian."""

from datetime import date

import pytest
from django.utils.translation import override

from lms.abroad.enums import Field
from lms.abroad.offer_check.questions import questions
from lms.abroad.selectors import guide_of
from lms.abroad.starter import facts
from lms.helplines.starter import load
from tests.abroad.builders import make_fact
from tests.core.untranslated import texts_lacking

pytestmark = pytest.mark.django_db
SECTION = "munca-in-strainatate"


@pytest.mark.parametrize("language", ["hu", "uk"])
def test_the_checks_speak_their_language(client, language):
    load()
    facts.load()
    offer = f"/{language}/{SECTION}/verifica-oferta/"
    yes = {one.key: "da" for one in questions(language)}
    with texts_lacking(language) as lacking:
        for country in ("", "DE", "SE", "GB", "ES"):
            client.get(offer, {"tara": country})
            client.post(offer, {"tara": country, "documents": "nu"})
            client.get(f"/{language}/{SECTION}/inainte-de-plecare/", {"tara": country})
        client.post(offer, yes)
        client.post(offer, yes | {"wage": "nu"})
    assert lacking == set()


@pytest.mark.parametrize(
    ("language", "checked", "month"),
    [
        ("ro", "12.11.2026", "07.2023"),
        ("uk", "12.11.2026", "07.2023"),
        ("hu", "2026. 11. 12.", "2023. 07."),
    ],
)
def test_a_guide_writes_days_as_its_language_does(language, checked, month):
    make_fact(checked_on=date(2026, 11, 12))
    make_fact(
        Field.HOLIDAYS,
        number=9,
        source_day=date(2023, 7, 1),
        source_precision="month",
        as_of="2023-07",
    )
    with override(language):
        rows = guide_of("DE", language)
    assert rows.wages[0].items[0].checked == checked
    assert month in {item.dated for row in rows.rights for item in row.items}
