"""Reads about people: who may do something; of one, what waits, the ways on, what is held."""

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.organisations.models import SchoolRequest
from lms.people.enums import Role
from lms.people.links import Link
from lms.people.models import User
from lms.people.todo import TodoItem


def people_who_may(permission: str) -> QuerySet[User]:
    """The open accounts to which a role gives this permission, with one query. Administrators may
    do everything and are asked for nothing."""
    found: QuerySet[User] = ModelBackend().with_perm(permission, include_superusers=False)
    return found.order_by("pk")


def account_todo(user: User) -> Iterator[TodoItem]:
    """What the account itself still needs."""
    if user.needs_second_factor and not is_mfa_enabled(user):
        yield TodoItem(
            title=_("Porniți al doilea pas la intrare"),
            text=_(
                "Contul dumneavoastră are drepturi extinse. "
                "Parola nu îl apără destul de una singură."
            ),
            url=reverse("mfa_index"),
            action=_("Porniți"),
            soon=True,
        )
    if user.has_role(Role.TEACHER) and not user.school_id:
        waiting = user.school_request_id is not None
        yield TodoItem(
            title=_("Școala se caută în registru") if waiting else _("Alegeți școala"),
            text=_("Secretariatul o găsește sau o adaugă. Puteți lucra și până atunci.")
            if waiting
            else _("Sesiunile la clasă se completează apoi automat cu școala dumneavoastră."),
            url=reverse("people:change_school"),
            action=_("Alegeți altă școală") if waiting else _("Alegeți"),
        )


def secretariat_todo(user: User) -> Iterator[TodoItem]:
    """What waits in the school register."""
    if not user.has_perm("organisations.settle_school_requests"):
        return
    waiting = SchoolRequest.objects.open().count()
    if waiting:
        yield TodoItem(
            title=_("Școli care nu sunt în registru"),
            text=_("Profesorii au scris numele acestor școli la înscriere sau la o sesiune."),
            url=reverse("schoolrequest:index"),
            action=_("Deschideți lista"),
            count=waiting,
        )


def account_links(user: User) -> Iterator[Link]:
    """Profile, security, data; the admin for whom it is open."""
    if user.has_perm("wagtailadmin.access_admin"):
        yield _("Administrare"), reverse("wagtailadmin_home"), "device"
    yield _("Profilul meu"), reverse("people:profile"), "people"
    yield _("Parola și al doilea pas"), reverse("mfa_index"), "key"
    yield _("Datele mele"), reverse("people:my_data"), "file"


def account_data(user: User) -> dict[str, object]:
    """The account as it is held, for the export; never the password nor the secrets of keys."""
    factors = Authenticator.objects.filter(user=user).order_by("created_at")
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "subject": user.subject,
        "roles": sorted(user.roles),
        "school": str(user.school) if user.school else None,
        "school_requested": str(user.school_request) if user.school_request else None,
        "organisation": user.organisation.name if user.organisation else None,
        "registered": user.date_joined.isoformat(),
        "last_sign_in": user.last_login.isoformat() if user.last_login else None,
        "second_factors": [
            {"type": factor.type, "added": factor.created_at.isoformat()} for factor in factors
        ],
    }
