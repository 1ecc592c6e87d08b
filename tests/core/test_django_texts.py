"""What Django itself says in Romanian has its diacritics right."""

import pytest
from django.utils.translation import gettext, override

from lms.core.django_texts import TEXTS


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_of_django_is_said_with_commas_below(text):
    with override("ro"):
        said = gettext(text)
    assert said != text
    assert not set(said) & set("\u015f\u0163\u015e\u0162")
