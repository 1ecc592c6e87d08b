"""What the editor's form of a programme refuses, and what it lets an unfinished draft be."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from lessons.models import Statistic
from lms.people.models import User
from lms.training.models import ProgrammePage
from tests.training.programmes import make_document, make_programme

pytestmark = pytest.mark.django_db

UNKNOWN, KNOWN = "{fapt:RO.nicaieri}", "{fapt:RO.victime}"


@pytest.fixture
def programme():
    make_programme(minutes=(60, 120))
    return ProgrammePage.objects.get()


@pytest.fixture(autouse=True)
def _a_known_figure():
    Statistic.objects.create(key="RO.victime", value="100", value_en="100")


def part(minutes=180, body="Vorbim."):
    return {"minutes": minutes, "title": "Parte", "body": rich_text(f"<p>{body}</p>")}


def form_of(programme, *, agenda=None, body=(), publish=False, **fields):
    """The form as the editor sends it; `fields` replace the usual ones."""
    same = (
        "title", "slug", "kind", "duration", "certificate_share", "summary", "outcomes",
        "risk_signs", "takeaways", "content_note", "trainer_needs", "licence",
    )  # fmt: skip
    data = {
        **{name: getattr(programme, name) for name in same},
        **{name: rich_text("<p>Pe larg.</p>") for name in ("for_whom", "guide")},
        "body": streamfield(list(body)),
        "agenda": inline_formset(agenda or [part()]),
        "audiences": inline_formset([{"audience": "preoti"}]),
        "materials": inline_formset([]),
        "comments": inline_formset([]),
        **fields,
    }
    if publish:
        data["action-publish"] = "1"
    form_class = ProgrammePage.get_edit_handler().get_form_class()
    return form_class(nested_form_data(data), instance=programme, for_user=User())


def material(document, **fields):
    return {"document": document.pk, "title": "Fișa", **fields}


def test_a_whole_programme_may_be_published(programme):
    form = form_of(programme, agenda=[part(60), part(120)], publish=True)
    assert form.is_valid(), form.errors


def test_minutes_that_do_not_add_up_are_said(programme):
    form = form_of(programme, agenda=[part(60)], publish=True)
    assert "Minutele din agendă adună 60, durata scrisă este 180" in str(form.errors["duration"])


def test_a_draft_may_be_unfinished(programme):
    assert form_of(programme, agenda=[part(60)]).is_valid()


@pytest.mark.parametrize("outcomes", ["unul\ndoi", "1\n2\n3\n4\n5\n6"])
def test_outcomes_are_three_to_five(programme, outcomes):
    assert "De la trei" not in str(form_of(programme).errors)
    assert set(form_of(programme, outcomes=outcomes).errors) == {"outcomes"}


@pytest.mark.parametrize("share", [0, 101])
def test_a_share_of_the_hours_is_a_percentage(programme, share):
    assert set(form_of(programme, certificate_share=share).errors) == {"certificate_share"}


def test_a_group_is_named_once(programme):
    twice = inline_formset([{"audience": "preoti"}, {"audience": "preoti"}])
    form = form_of(programme, audiences=twice)
    assert not form.is_valid()
    assert "Grupul este deja în listă." in str(form.formsets["audiences"].errors)


def test_a_document_for_trainers_does_not_lie_where_everybody_can_take_it(programme):
    rows = inline_formset([material(make_document(), trainers_only="on")])
    form = form_of(programme, materials=rows)
    assert not form.is_valid()
    assert "colecție deschisă tuturor" in str(form.formsets["materials"].errors)


def test_a_document_for_trainers_lies_in_a_closed_collection(programme):
    rows = inline_formset([material(make_document(kept=True), trainers_only="on")])
    form = form_of(programme, materials=rows)
    assert form.is_valid(), form.formsets["materials"].errors


def test_an_open_document_may_lie_anywhere(programme):
    assert form_of(programme, materials=inline_formset([material(make_document())])).is_valid()


@pytest.mark.parametrize("name", ["for_whom", "guide"])
def test_a_figure_that_nobody_knows_is_said_at_its_text(programme, name):
    form = form_of(programme, **{name: rich_text(f"<p>{UNKNOWN}</p>")})
    assert "RO.nicaieri" in str(form.errors[name])


def test_a_figure_that_nobody_knows_is_said_in_the_agenda(programme):
    form = form_of(programme, agenda=[part(body=UNKNOWN)])
    assert not form.is_valid()
    assert "RO.nicaieri" in str(form.formsets["agenda"].errors)


def test_a_known_figure_is_accepted(programme):
    form = form_of(programme, agenda=[part(body=KNOWN)], body=[("heading", KNOWN)])
    assert form.is_valid(), form.errors
