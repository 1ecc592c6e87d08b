"""Whom a training is for: the professions and groups of the platform's yearly report."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Values stand in import files and exports; they are never renamed."""

    PUPILS = "elevi", _("elevi")
    STUDENTS = "studenti", _("studenți")
    PARENTS = "parinti", _("părinți")
    VULNERABLE = "persoane_vulnerabile", _("persoane vulnerabile")
    TEACHERS = "profesori", _("profesori")
    COUNSELLORS = "consilieri_scolari", _("consilieri școlari")
    SOCIAL_WORKERS = "asistenti_sociali", _("asistenți sociali")
    PSYCHOLOGISTS = (
        "psihologi",
        _("psihologi și lucrători care interacționează direct cu victime"),
    )
    POLICE = "politisti", _("agenți de poliție, polițiști")
    CADETS = "viitori_politisti", _("viitori polițiști")
    LABOUR_INSPECTORS = "inspectori_munca", _("inspectori de muncă")
    PRIESTS = "preoti", _("preoți și comunități religioase")
    NGO = "ong", _("reprezentanți ONG, lucrători comunitari")
    VOLUNTEERS = "voluntari", _("voluntari")
    BUSINESS = "oameni_de_afaceri", _("oameni de afaceri")
    MEDICAL = "personal_medical", _("personal medical")
    HELPLINE = "helpline_anes", _("personalul HELPLINE ANES")
    # The presentation of 2020 gives one figure for both.
    POLICE_NOT_SPLIT = "politisti_nedefalcat", _("polițiști și viitori polițiști (nedefalcat)")
