"""Where a reported figure stands, whatever it is a figure of (RR2)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RecordStatus(TextChoices):
    """What its organisation and the secretariat have said of a figure so far."""

    DRAFT = "draft", _("ciornă")
    REPORTED = "reported", _("raportată")
    VERIFIED = "verified", _("verificată")
    REJECTED = "rejected", _("returnată")
    VOID = "void", _("anulată")


COUNTED_RECORDS = frozenset({RecordStatus.REPORTED, RecordStatus.VERIFIED})
# The organisation may still change these without anybody's leave.
OPEN_RECORDS = frozenset({RecordStatus.DRAFT, RecordStatus.REJECTED})
