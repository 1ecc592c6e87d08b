"""Choices of classes and class sessions, and the named sets of statuses."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where a revision stands (RR2)."""

    DRAFT = "draft", _("ciornă")
    UNCONFIRMED = "unconfirmed", _("neconfirmată")
    REPORTED = "reported", _("raportată")
    VERIFIED = "verified", _("verificată")
    REJECTED = "rejected", _("returnată")
    VOID = "void", _("anulată")


COUNTED_STATUSES = frozenset({Status.REPORTED, Status.VERIFIED})
# What still speaks of a real hour: such a session can be returned, and another one can repeat it.
OPEN_STATUSES = frozenset({Status.UNCONFIRMED, Status.REPORTED, Status.VERIFIED})
# Somebody has decided against it: the link of a letter confirms nothing any more.
CLOSED_STATUSES = frozenset({Status.REJECTED, Status.VOID})
# Nobody has vouched for it yet, so that a correction does not make it count.
UNANSWERED_STATUSES = frozenset({Status.DRAFT, Status.UNCONFIRMED})


class GroupType(TextChoices):
    """Who sat in the room."""

    CLASS = "class", _("o clasă")
    MIXED = "mixed", _("elevi din mai multe clase")
    ASSEMBLY = "assembly", _("adunare cu mai multe clase")
    PARENTS = "parents", _("părinți")
    PLACEMENT_CENTRE = "placement_centre", _("centru de plasament")
    OTHER = "other", _("alt grup")


class Modality(TextChoices):
    """Where it was held."""

    IN_PERSON = "in_person", _("față în față")
    ONLINE = "online", _("online")


class Channel(TextChoices):
    """How a class session came in."""

    ACCOUNT = "account", _("din cont")
    QR = "qr", _("cu codul din set, fără cont")
    TABLE = "table", _("din tabelul săptămânii")
    IMPORT = "import", _("dintr-un fișier")


class DuplicateOverride(TextChoices):
    """A person's word on a session that looks like another one (RR6)."""

    NONE = "", _("fără")
    COUNT = "count", _("nu este dublură, se numără")


class Quarantine(TextChoices):
    """Why a session is kept and listed, but not counted (RR4)."""

    UNKNOWN_SCHOOL = "unknown_school", _("școala nu este în listă")
    FUTURE_DATE = "future_date", _("data este după ziua înregistrării")
    NOBODY = "nobody", _("fără elevi și fără adulți")
    TOO_MANY = "too_many", _("peste 60 de elevi, dar nu este adunare")


class Doubt(TextChoices):
    """What is worth a second look and is counted all the same (RR4, R34)."""

    MANY_PUPILS = "many_pupils", _("peste 40 de elevi")
    NOT_FOR_ASSEMBLY = "not_for_assembly", _("lecția este gândită pentru o singură clasă")
    SHORT = "short", _("sub 20 de minute")
    LONG = "long", _("peste 240 de minute")
    LATE = "late", _("înregistrată la peste 90 de zile")
    WEEKEND = "weekend", _("față în față, în weekend")


class Pace(TextChoices):
    """Who says when a class goes on."""

    SELF = "self", _("fiecare în ritmul său")
    TEACHER = "teacher", _("toți odată, când hotărâți dumneavoastră")


class Decision(StrEnum):
    """What was decided on a session by somebody other than who registered it."""

    ACCEPTED = "accepted"
    VERIFIED = "verified"
    RETURNED = "returned"
    MERGED = "merged"
    COUNTED_BOTH = "counted_both"
