"""Which lines a reader is told to call, in which situation, in which order."""

import pytest
from django.db import IntegrityError, transaction

from lms.helplines.enums import Reader, Situation
from lms.helplines.models import Helpline, HelplineUse
from lms.helplines.selectors import lines_in, published_lines
from lms.helplines.starter import load

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _lines():
    load()


def numbers(situation, reader, language="ro"):
    return [line.number for line in lines_in(language, situation, reader)]


def test_in_danger_112_is_called_first():
    for reader in Reader:
        assert numbers(Situation.DANGER, reader)[0] == "112"


def test_for_a_pupil_the_childrens_line_comes_before_all_others():
    assert numbers(Situation.PUPIL, Reader.ADULT) == ["119", "112", "0800 800 678"]


@pytest.mark.parametrize("situation", Situation)
@pytest.mark.parametrize("reader", Reader)
def test_every_situation_has_a_published_line_to_call(situation, reader):
    assert any(line.dial for line in lines_in("ro", situation, reader))


def test_a_line_that_is_not_published_is_called_in_no_situation():
    draft = Helpline.objects.get(key="telefonul-copilului")
    assert draft.uses.exists()
    assert draft.number not in numbers(Situation.PICTURES, Reader.CHILD)


@pytest.mark.parametrize("language", ["ro", "en", "hu", "uk"])
def test_every_line_has_its_words_in_four_languages(language):
    assert all(line.texts.filter(language=language).exists() for line in Helpline.objects.all())


def test_the_languages_spoken_are_named_in_the_readers_language():
    line = next(one for one in published_lines("ro") if one.number == "0800 0005602")
    assert line.spoken == ["română"]


def test_the_database_knows_no_other_situation():
    line = Helpline.objects.get(key="112")
    with pytest.raises(IntegrityError), transaction.atomic():
        HelplineUse.objects.create(helpline=line, situation="alta", reader=Reader.CHILD)
