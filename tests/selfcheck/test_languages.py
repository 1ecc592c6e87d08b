"""Nothing that a Hungarian or Ukrainian reader of a self-check sees is left in Romanian."""

import pytest

from lms.helplines.starter import load
from lms.selfcheck import library
from tests.core.untranslated import texts_lacking
from tests.selfcheck.reading import walk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["hu", "uk"])
def test_a_whole_run_speaks_its_language(client, language):
    load()
    with texts_lacking(language) as lacking:
        client.get(f"/{language}/autoevaluare/")
        for key in library.offered():
            walk(client, f"/{language}/autoevaluare/{key}/", way=2, answers=[3] * 12)
            client.get(f"/{language}/autoevaluare/{key}/pas/?r=x")
    assert lacking == set()
