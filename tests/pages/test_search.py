"""Search over everything that is published, in the reader's language."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Locale, PageViewRestriction

from lms.helplines.starter import load as load_helplines
from lms.pages.models import PageWords, StandardPage, Synonyms
from tests.factories import make_home, make_plan
from tests.searching import search_pages

pytestmark = pytest.mark.django_db


def make_page(title, **fields):
    return make_home().add_child(instance=StandardPage(title=title, **fields))


def titles(words, language="ro"):
    return [page.title for page in search_pages(words, language)]


@pytest.mark.parametrize("words", ["copil", "COPIILOR", "copiii", '"copil"', "cõpïl"])
def test_a_word_is_found_in_any_form(words):
    make_page("Drepturile copiilor")
    make_page("Contracte")
    assert titles(words) == ["Drepturile copiilor"]


@pytest.mark.parametrize("words", ["pasapotr", "pasaprt", "paşaport", "pașapoarte", "pașaportul"])
def test_a_slip_of_the_finger_and_old_letters_do_no_harm(words):
    make_page("Ce faci fără pașaport")
    assert titles(words) == ["Ce faci fără pașaport"]


def test_a_page_with_every_word_comes_before_one_with_some():
    make_page("Contracte")
    make_page("Drepturi în contracte")
    assert titles("drepturi contract") == ["Drepturi în contracte", "Contracte"]


def test_a_page_with_little_of_what_was_asked_for_is_not_found():
    make_page("Contracte")
    make_page("Drepturi, salarii, ore")
    assert titles("drepturi salarii ore contract") == ["Drepturi, salarii, ore"]


def test_a_title_counts_for_more_than_the_text():
    make_page("Despre noi", intro="Contracte, contracte și iar contracte.")
    make_page("Contracte", search_description="Ce scrie în ele.")
    assert titles("contract") == ["Contracte", "Despre noi"]


def test_words_that_stand_together_count_for_more():
    make_page("Unu", intro="Salariul de aici este la un minim pe care nimeni nu îl vrea.")
    make_page("Doi", intro="Cât este salariul minim anul acesta.")
    assert titles("salariul minim") == ["Doi", "Unu"]


@pytest.mark.parametrize("words", ["0800 800 678", "0800800678", "0800-800-678"])
def test_a_telephone_number_is_found_however_it_is_spaced(words):
    load_helplines()
    make_page("Ajutor", feature="helplines")
    make_page("Altceva", intro="În 2020 au fost 678 de cazuri.")
    assert titles(words)[0] == "Ajutor"


def test_a_synonym_of_the_editors_is_found():
    make_page("Locuri de muncă")
    assert titles("job") == []
    Synonyms.objects.create(language="ro", words="loc de muncă\njob")
    assert titles("job") == ["Locuri de muncă"]
    assert titles("joburi in germania") == ["Locuri de muncă"]


def test_a_synonym_holds_in_its_own_language_only():
    make_page("Locuri de muncă")
    Synonyms.objects.create(language="en", words="munca\njob")
    assert titles("job") == []


def test_the_word_itself_comes_before_its_synonym():
    make_page("Loc de muncă")
    make_page("Un job")
    Synonyms.objects.create(language="ro", words="loc de muncă\njob")
    assert titles("job") == ["Un job", "Loc de muncă"]


def test_a_group_of_one_word_is_refused():
    with pytest.raises(ValidationError, match="cel puțin două"):
        Synonyms(language="ro", words="singur").full_clean()


def test_lessons_and_standing_pages_are_found_alike():
    make_page("Despre recrutori")
    make_plan(title="Recrutorul din oraș")
    assert set(titles("recrutor")) == {"Despre recrutori", "Recrutorul din oraș"}


@pytest.mark.parametrize("words", ["", "  ", '"', "?!"])
def test_nothing_is_found_for_nothing(words):
    make_page("Drepturile copiilor")
    assert titles(words) == []


def test_only_the_readers_language_is_searched():
    make_page("Drepturile copiilor")
    Locale.objects.get_or_create(language_code="en")
    assert titles("copil", "en") == []


def test_a_page_that_is_not_published_is_not_found():
    make_page("Drepturile copiilor", live=False)
    assert titles("copil") == []


def test_a_page_below_one_that_is_not_published_is_not_found():
    above = make_page("Despre noi")
    above.add_child(instance=StandardPage(title="Drepturile copiilor"))
    above.live = False
    above.save(update_fields=["live"])
    assert titles("drepturi") == []


def test_a_page_that_is_not_for_everybody_is_not_found():
    page = make_page("Drepturile copiilor")
    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=page, restriction_type=login)
    assert titles("copil") == []


def test_a_page_that_is_gone_leaves_no_words():
    page = make_page("Drepturile copiilor")
    assert PageWords.objects.filter(page=page).exists()
    page.delete()
    assert not PageWords.objects.filter(title__contains="drept").exists()


def test_the_words_can_be_gathered_anew():
    make_page("Drepturile copiilor")
    PageWords.objects.all().delete()
    assert titles("copil") == []
    call_command("update_index", backend_name="words", verbosity=0)
    assert titles("copil") == ["Drepturile copiilor"]


def test_a_search_asks_the_database_as_often_for_many_pages_as_for_few(
    client, django_assert_max_num_queries
):
    for number in range(12):
        make_page(f"Drepturile copiilor {number}")
    with django_assert_max_num_queries(15):
        client.get("/cautare/?q=copil")
