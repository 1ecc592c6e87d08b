"""Words that are one in Romanian and two in English, and numbers that ask for "de"."""

import pytest
from django.utils import translation

from lms.training.enums import CertificateState, EventState
from tests.training.event_factories import make_event, make_trainer


@pytest.mark.parametrize(
    ("state", "romanian", "english"),
    [
        (EventState.CANCELLED, "anulată", "cancelled"),
        (CertificateState.REVOKED, "retrasă", "revoked"),
    ],
)
def test_a_state_says_what_happened(state, romanian, english):
    assert str(state.label) == romanian
    with translation.override("en"):
        assert str(state.label) == english


@pytest.mark.django_db
@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize(
    ("capacity", "said"), [(1, "din 1 loc"), (19, "din 19 locuri"), (20, "din 20 de locuri")]
)
def test_places_are_counted_as_they_are_said(client, capacity, said):
    trainer = make_trainer()
    client.force_login(trainer)
    event = make_event(trainer, capacity=capacity)
    page = client.get(f"/formare/evenimente/{event.public_id}/").content.decode()
    assert f">{said}<" in page
