"""What help is looked for, and by whom. Values are part of starter files and of the database."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Situation(TextChoices):
    """What brings a reader to the help page, in the order in which they stand there."""

    DANGER = "danger", _("pericol chiar acum")
    PUPIL = "pupil", _("un elev sau un prieten în pericol")
    PICTURES = "pictures", _("imagini date mai departe")
    ABROAD = "abroad", _("în altă țară")
    ASKING = "asking", _("o întrebare fără nume")


class Reader(TextChoices):
    """To whom a page speaks: "tu" or "dumneavoastră"."""

    CHILD = "child", _("copii și adolescenți")
    ADULT = "adult", _("adulți")
