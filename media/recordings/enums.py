"""Choices of recordings, their captions and their lighter copies."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """What is spoken, or written in the pictures. The value is a tag that browsers know."""

    ROMANIAN = "ro", _("română")
    ENGLISH = "en", _("engleză")
    HUNGARIAN = "hu", _("maghiară")
    UKRAINIAN = "uk", _("ucraineană")
    ROMANI = "rom", _("romani")


class TrackKind(TextChoices):
    """What a track writes: all that is heard, or only what is said, in another language."""

    CAPTIONS = "captions", _("subtitrări cu sunete, pentru cine nu aude")
    SUBTITLES = "subtitles", _("subtitrări traduse")


class RenditionKind(TextChoices):
    """The lighter copies that are made of a recording."""

    SMALL = "small", _("video 360p")
    SOUND = "sound", _("numai sunetul")
    POSTER = "poster", _("imaginea de început")


class RenditionState(TextChoices):
    """How far a copy has come. NEEDLESS: the original is as light as the copy would be."""

    MADE = "made", _("gata")
    NEEDLESS = "needless", _("nu e nevoie")
    FAILED = "failed", _("nu s-a putut face")
