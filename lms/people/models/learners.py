"""Pupils in a class. They have no account, and nothing here says who they are."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.core.enums import AgeBand


class Learner(models.Model):
    """A place in a class for a day: a random id, an age band, a nickname that we made up.

    Nothing more is ever added; a test of the models refuses it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    age_band = models.CharField(_("vârsta"), max_length=6, choices=AgeBand.choices)
    # An animal and a colour, "vulpe-verde": never typed by anybody (lms.people.nicknames).
    nickname = models.CharField(_("porecla"), max_length=40)
    # Three of twelve pictures, "zmeu-felinar-barca": shown once, to come back to the same place.
    pictures = models.CharField(_("codul din imagini"), max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("elev într-o clasă")
        verbose_name_plural = _("elevi în clase")
        constraints = [only_known("age_band", AgeBand, name="learner_age_band_is_known")]

    def __str__(self) -> str:
        return self.nickname
