"""The help lines of every page: one edit changes all of them at once."""

import pytest

from lms.helplines.models import Helpline
from lms.helplines.selectors import lines_for, published_lines, strip_lines
from lms.helplines.starter import load

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _lines():
    load()


def numbers(lines):
    return [line.number for line in lines]


def test_the_strip_has_its_lines_in_order():
    assert numbers(strip_lines("ro")) == ["112", "119", "0800 800 678"]


def test_a_changed_number_is_shown_at_once(django_capture_on_commit_callbacks):
    assert "119" in numbers(strip_lines("ro"))
    with django_capture_on_commit_callbacks(execute=True):
        line = Helpline.objects.get(number="119")
        line.number = "116 111"
        line.save()
    assert "116 111" in numbers(strip_lines("ro"))


def test_a_line_that_is_withdrawn_is_on_no_page(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        line = Helpline.objects.get(number="119")
        line.published = False
        line.save()
    assert "119" not in numbers(published_lines("ro"))


def test_a_line_without_words_in_a_language_keeps_the_romanian_ones():
    line = Helpline.objects.get(number="119")
    line.texts.filter(language="en").delete()
    found = next(entry for entry in strip_lines("en") if entry.number == "119")
    assert found.name == line.texts.get(language="ro").name


@pytest.mark.parametrize(("theme", "stands"), [("abroad", True), ("online", False)])
def test_a_line_of_one_theme_stands_on_the_materials_of_that_theme(theme, stands):
    assert ("0800 0005602" in numbers(lines_for("ro", theme))) is stands
