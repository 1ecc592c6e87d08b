"""Choices of reported figures, of periods and of what is decided about them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DeclaredMethod(TextChoices):
    """How an organisation came to know a figure that it declares."""

    REGISTER = "register", _("din registrul organizației")
    LISTS = "lists", _("din liste de prezență")
    CASES = "cases", _("din dosarele asistaților")
    HEADCOUNT = "headcount", _("prin numărare la fața locului")
    ESTIMATE = "estimate", _("prin estimare")
    OTHER = "other", _("din altă sursă")


class PeriodState(TextChoices):
    """Where the report of a year stands. Each state is reached from the one before it."""

    OPEN = "open", _("deschisă")
    SUBMITTED = "submitted", _("trimisă spre aprobare")
    APPROVED = "approved", _("aprobată")
    PUBLISHED = "published", _("publicată")


class SubmissionState(TextChoices):
    """Where the figures of one organisation for one period stand."""

    DRAFT = "draft", _("în lucru")
    SUBMITTED = "submitted", _("trimise")
    RETURNED = "returned", _("returnate")
    ACCEPTED = "accepted", _("acceptate")


HANDED_IN = (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)


class TrainingMode(TextChoices):
    """How the people of a training were counted (RR12)."""

    LIST = "list", _("listă de prezență")
    COUNT = "count", _("numărătoare")


class Verb(TextChoices):
    """What somebody decided. Values are stored for good: add, never rename."""

    DECLARED = "declared", _("a declarat")
    CORRECTED = "corrected", _("a corectat")
    SUBMITTED = "submitted", _("a trimis")
    WITHDREW = "withdrew", _("a luat înapoi")
    ACCEPTED = "accepted", _("a acceptat")
    RETURNED = "returned", _("a returnat")
    MERGED = "merged", _("a unit")
    VERIFIED = "verified", _("a verificat")
    COUNTED_BOTH = "counted_both", _("a spus că nu este dublură")
    VOIDED = "voided", _("a anulat")
    REMINDED = "reminded", _("a trimis un memento")
    OPENED = "opened", _("a deschis perioada")
    RESCHEDULED = "rescheduled", _("a schimbat termenul")
    CLOSED = "closed", _("a închis perioada")
    APPROVED = "approved", _("a aprobat perioada")
    PUBLISHED = "published", _("a publicat raportul")
    REOPENED = "reopened", _("a redeschis perioada")
    IMPORTED = "imported", _("a importat")


class Placing(TextChoices):
    """What becomes of a recorded figure when its year is counted. Values stand in addresses."""

    COUNTED = "numarate", _("se numără")
    JOINT = "comune", _("ținută împreună: se numără o dată, cu cifra cea mai mare")
    APART = "separat", _("afișări sau estimare: arătată separat")
    SET_ASIDE = "deoparte", _("nemarcată „în plus față de înregistrări”")
    PART = "din-care", _("parte „din care”: cuprinsă în cifra întreagă")
    NOT_REPORTED = "nenumarate", _("ciornă, returnată sau anulată")
