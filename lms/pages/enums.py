"""Choices of the members' and the library's pages. Values are stored and part of addresses."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfferKind(TextChoices):
    """What a member does for somebody."""

    PREVENTION = "prevenire", _("prevenire și educație")
    HOUSING = "cazare", _("adăpost și locuire")
    DAY_CENTRE = "centru-de-zi", _("centru de zi")
    COUNSELLING = "consiliere", _("consiliere și terapie")
    LEGAL = "juridic", _("sprijin juridic")
    REINTEGRATION = "reintegrare", _("reintegrare și asistență socială")
    WORK = "munca", _("sprijin pentru un loc de muncă")
    BASICS = "nevoi-de-baza", _("ajutor pentru nevoi de bază")
    OUTREACH = "teren", _("lucru în teren")
    TRAINING = "formare", _("formare de profesioniști")
    RESEARCH = "cercetare", _("cercetare")
    COOPERATION = "colaborare", _("colaborare cu autoritățile")
    POLICY = "politici", _("politici publice")


class OfferFor(TextChoices):
    """For whom it is. The groups that members speak of; `Audience` holds those that the yearly
    report counts as trained, and victims are not among them."""

    VICTIMS = "victime", _("victime și supraviețuitori ai traficului")
    MINORS = "victime-minore", _("victime minore")
    EXPLOITED = "exploatare-sexuala", _("persoane exploatate sexual")
    PUPILS = "elevi", _("copii, elevi și tineri")
    VULNERABLE = "vulnerabili", _("persoane și comunități vulnerabile")
    MIGRANTS = "migranti", _("migranți și refugiați")
    PROFESSIONALS = "profesionisti", _("profesioniști și instituții")
    PUBLIC = "public", _("publicul larg")


class ResourceKind(TextChoices):
    """What a resource of the library is."""

    GUIDE = "ghid", _("ghid")
    POSTER = "afis", _("afiș")
    RESEARCH = "cercetare", _("cercetare")
    STANDARD = "standard", _("standard")
