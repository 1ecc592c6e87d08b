"""Where a reported figure stands, whatever it is a figure of (RR2)."""

from django.db.models import OuterRef, Q, TextChoices
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

# Revisions that have no number of their own in a file are ordered by their moment: an import may
# bring an older word after a newer one.
SAID_LATER = Q(recorded_at__gt=OuterRef("recorded_at")) | Q(
    recorded_at=OuterRef("recorded_at"), number__gt=OuterRef("number")
)
