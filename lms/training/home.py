"""What trainings add to a person's home."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.people.links import Link
from lms.people.models import User
from lms.training.selectors import READ_TRAINERS_PART


def training_links(user: User) -> Iterator[Link]:
    """The programmes, for those who may read their guides."""
    if user.has_perm(READ_TRAINERS_PART):
        yield _("Programe de formare"), reverse("training:programmes"), "people"
