"""What trainings add to a person's home."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.people.links import Link
from lms.people.models import User
from lms.training.models import Facilitator
from lms.training.selectors import READ_TRAINERS_PART


def training_links(user: User) -> Iterator[Link]:
    """The programmes, for those who may read their guides; what one is a facilitator of; events
    and requests, for who plans."""
    if user.has_perm(READ_TRAINERS_PART):
        yield _("Programe de formare"), reverse("training:programmes"), "people"
    if Facilitator.objects.tied_to(user).valid().exists():
        yield _("Facilitator"), reverse("training:own_facilitator"), "people"
    if user.has_perm("training.plan_training_events"):
        yield _("Formările mele"), reverse("training:events"), "clock"
        yield _("Anul meu de formare"), reverse("training:this_year"), "file"
        yield _("Cereri de formare"), reverse("training:requests"), "note"
