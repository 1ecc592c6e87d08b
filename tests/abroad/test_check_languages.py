"""Nothing that a Hungarian or Ukrainian reader of the checks sees is left in Romanian."""

import pytest

from lms.abroad.offer_check.questions import questions
from lms.abroad.starter import facts
from lms.helplines.starter import load
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
