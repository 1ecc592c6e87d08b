"""Who is a facilitator of what, and who accepted the conditions."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from lms.people.models import User
from lms.training.conditions import CONDITIONS_VERSION
from lms.training.models import (
    ConditionsAcceptance,
    Facilitator,
    FacilitatorDecision,
    Participant,
)


@dataclass(frozen=True)
class FacilitatorRow:
    """A facilitator as the page of a certificate shows it. `same_address`: the account that took
    it on is the one of the address to which the letter went; None as long as none did."""

    facilitator: Facilitator
    decisions: list[FacilitatorDecision]
    same_address: bool | None

    @property
    def number(self) -> int:
        """The number of the last decision."""
        return self.decisions[-1].number if self.decisions else 0


def is_facilitator(user: User, programmes: Collection[UUID]) -> bool:
    """Whether this account may open what is for trainers in any of these programmes, which are
    named by the key that all their languages share."""
    valid = Facilitator.objects.tied_to(user).valid()
    return valid.filter(programme__translation_key__in=programmes).exists()


def roles_of(user: User, programmes: Collection[UUID] | None = None) -> "QuerySet[Facilitator]":
    """Everything that this account was ever a facilitator of, those that hold longest first."""
    found = Facilitator.objects.tied_to(user).select_related("programme__locale")
    if programmes is not None:
        found = found.filter(programme__translation_key__in=programmes)
    return found.order_by("is_ended", "-valid_until")


def facilitator_rows(participant: Participant) -> list[FacilitatorRow]:
    """What this participant is, or was, a facilitator of."""
    found = participant.facilitator_roles.select_related("programme", "user")
    return [
        FacilitatorRow(
            facilitator=one,
            decisions=list(one.decisions.select_related("decided_by").order_by("number")),
            same_address=_has_address(one.user, participant.email) if one.user else None,
        )
        for one in found
    ]


def has_confirmed_address(user: User) -> bool:
    """Whether somebody reads the mailbox of this account."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def has_accepted(user: User) -> bool:
    """Whether this account accepted the conditions as they are worded now."""
    return accepted_by(user).filter(version=CONDITIONS_VERSION).exists()


def accepted_by(user: User) -> "QuerySet[ConditionsAcceptance]":
    """What this account accepted, in every version."""
    return ConditionsAcceptance.objects.filter(user=user)


def people_who_facilitate() -> "QuerySet[Facilitator, str]":
    """The keys of those who are facilitators by an account of theirs: as long as they are, their
    address is needed, which they were told when they took it on."""
    valid = Facilitator.objects.valid().exclude(user=None)
    return valid.values_list("participant__person_key", flat=True)


def facilitator_data(user: User) -> dict[str, object]:
    """What is held of it, for the copy of the own data."""
    return {
        "programmes": [
            {
                "programme": one.programme.title,
                "valid_until": one.valid_until.isoformat(),
                "ended": one.is_ended,
                "taken_on": one.tied_at.isoformat() if one.tied_at else None,
            }
            for one in roles_of(user)
        ],
        "conditions": [
            {"version": one.version, "accepted": one.accepted_at.isoformat()}
            for one in accepted_by(user)
        ],
    }


def _has_address(user: User, address: str) -> bool:
    known = EmailAddress.objects.filter(user=user, verified=True, email__iexact=address)
    return bool(address) and known.exists()
