"""Participants of events: adults, named only as long as the event and its certificate need it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.constraints import only_known
from lms.organisations.models import County
from lms.training.enums import AdultAge, Enrolment, Gender, ParticipantSource
from lms.training.models.events import TrainingEvent
from lms.training.querysets import ParticipantQuerySet


class Participant(models.Model):
    """One person at one event.

    `person_key` is a keyed hash of the e-mail address: it tells that two participants are one
    person, and nobody who that is. Erasing a person empties name and address and puts a random key
    in its place on all of its rows, so no count changes.
    """

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(TrainingEvent, models.PROTECT, related_name="participants")
    person_key = models.CharField(max_length=64, db_index=True)
    name = models.CharField(_("nume și prenume"), max_length=120, blank=True)
    email = models.EmailField(_("adresa de e-mail"), blank=True)
    audience = models.CharField(_("grup-țintă"), max_length=40, choices=Audience.choices)
    institution = models.CharField(_("instituția"), max_length=160, blank=True)
    county = models.ForeignKey(
        County, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("județul")
    )
    # Asked only where a funder needs it, and never required.
    age = models.CharField(_("vârsta"), max_length=8, choices=AdultAge.choices, blank=True)
    gender = models.CharField(_("genul"), max_length=8, choices=Gender.choices, blank=True)
    # Of `lms.training.consents`: for taking part, and for the funder's figures when given.
    consent_version = models.CharField(max_length=20, blank=True)
    funder_consent_version = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, default="ro")
    enrolment = models.CharField(_("înscriere"), max_length=9, choices=Enrolment.choices)
    source = models.CharField(_("cum a venit"), max_length=7, choices=ParticipantSource.choices)
    # Whoever withdraws and comes back stands at the end of the list.
    enrolled_at = models.DateTimeField(_("înscris la"))
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["event", "pk"]
        verbose_name = _("participant")
        verbose_name_plural = _("participanți")
        constraints = [
            # The same person on two devices at once, or on two lists, is one participant.
            models.UniqueConstraint(
                fields=["event", "person_key"], name="one_participant_per_person"
            ),
            only_known("audience", Audience, name="participant_audience_is_known"),
            only_known("enrolment", Enrolment, name="enrolment_is_known"),
            only_known("source", ParticipantSource, name="participant_source_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
