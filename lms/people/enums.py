"""The roles by name; what each may do stands in `roles.py`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """A person may have several. The value is the name of the Django group."""

    TEACHER = "teacher", _("profesor")
    TRAINER = "trainer", _("formator")
    OFFICER = "officer", _("responsabil al unei organizații membre")
    EDITOR = "editor", _("redactor")
    SECRETARIAT = "secretariat", _("secretariat")
