"""Facilitators: named by a certificate, prolonged, ended, tied to an account by the holder; and
the conditions of what is for trainers.

`expected` is the number of the last decision that the person saw. Raises of every decision, beside
what each names:
    PermissionDenied: the event of the certificate is not this person's.
    FacilitatorSettled: somebody decided something since.
    ValidationError: the last day is over, or too far away.
"""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.people.models import User
from lms.training.conditions import CONDITIONS_VERSION
from lms.training.enums import CertificateState, FacilitatorStep
from lms.training.facilitator_letters import ended_letter, named_letter, tied_letter
from lms.training.models import (
    Certificate,
    ConditionsAcceptance,
    Facilitator,
    Participant,
    ProgrammePage,
)
from lms.training.selectors.facilitators import has_confirmed_address
from lms.training.services.planning import own_event
from lms.training.services.problems import (
    CertificateSettled,
    FacilitatorSettled,
    LinkUsed,
    NoAddress,
)

USUAL_YEARS, MOST_YEARS = 2, 3


def years_from_today(years: int) -> date:
    """The same day so many years on; of 29 February the day before."""
    today = timezone.localdate()
    if (today.month, today.day) == (2, 29):
        today = today.replace(day=28)
    return today.replace(year=today.year + years)


@transaction.atomic
def make_facilitator(
    *, certificate: Certificate, programme: ProgrammePage, valid_until: date, by: User
) -> Facilitator:
    """Name the holder of a certificate facilitator for a programme, and write to them how to tie
    that to an account. Who was one and is ended starts anew, with a link of its own.

    Raises, beside the above:
        CertificateSettled: it was replaced or revoked, or the person is erased.
        NoAddress: nobody could be told.
    """
    own_event(certificate.participant.event, by)
    _check_day(valid_until)
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    participant = Participant.objects.select_for_update().get(pk=certificate.participant_id)
    if certificate.state != CertificateState.VALID or participant.erased_at:
        raise CertificateSettled
    if not participant.email:
        raise NoAddress
    known = participant.facilitator_roles.filter(programme=programme).first()
    if known is None:
        known = Facilitator(participant=participant, programme=programme)
    elif not known.is_ended:
        if _is_said_again(known, FacilitatorStep.NAMED, valid_until, by):
            return known
        raise FacilitatorSettled
    known.certificate, known.valid_until, known.is_ended = certificate, valid_until, False
    known.user = known.tied_at = None
    known.link_number = _last_number(known) + 1
    known.save()
    _note(known, FacilitatorStep.NAMED, by=by, valid_until=valid_until)
    named_letter(known)
    return known


@transaction.atomic
def prolong_facilitator(
    *, facilitator: Facilitator, valid_until: date, reason: str, expected: int, by: User
) -> Facilitator:
    """Say another last day, later or earlier, also after the first is over. Whoever has not tied
    it to an account yet gets a new link, and the old one opens nothing any more."""
    _check_day(valid_until)
    row = _own(facilitator, by)
    if _last_number(row) != expected or row.is_ended or row.participant.erased_at:
        if _is_said_again(row, FacilitatorStep.PROLONGED, valid_until, by):
            return row
        raise FacilitatorSettled
    row.valid_until = valid_until
    row.link_number = expected + 1
    if row.user_id is None:
        # The account that had it was erased: the person may take it on with another one.
        row.tied_at = None
    row.save(update_fields=["valid_until", "link_number", "tied_at"])
    _note(row, FacilitatorStep.PROLONGED, by=by, valid_until=valid_until, reason=reason)
    named_letter(row)
    return row


@transaction.atomic
def end_facilitator(
    *, facilitator: Facilitator, reason: str, expected: int, by: User
) -> Facilitator:
    """Close what is for trainers to them from now on, and write to them that it is so."""
    row = _own(facilitator, by)
    if row.is_ended or _last_number(row) != expected:
        if row.is_ended and _last_number(row) == expected + 1:
            return row
        raise FacilitatorSettled
    _end(row, reason, by)
    return row


def end_facilitators_of(*, participant: Participant, reason: str, by: User) -> int:
    """End everything that a revoked certificate led to; returns how many. Runs inside the caller's
    transaction, which has asked whether this person may."""
    rows = participant.facilitator_roles.select_for_update(of=("self",)).filter(is_ended=False)
    for row in rows:
        _end(row, reason, by)
    return len(rows)


@transaction.atomic
def tie_facilitator(*, facilitator: Facilitator, link: int, user: User) -> Facilitator:
    """The holder takes it on with an account; done again by the same account it changes nothing.

    Raises:
        PermissionDenied: nobody has shown to read the mailbox of this account.
        LinkUsed: another account took it, a newer letter was sent, or it holds no more.
    """
    if not has_confirmed_address(user):
        raise PermissionDenied
    row = Facilitator.objects.select_for_update(of=("self",)).get(pk=facilitator.pk)
    holds = Facilitator.objects.valid().filter(pk=row.pk).exists()
    if row.link_number != link or row.user_id not in (None, user.pk) or not holds:
        raise LinkUsed
    # Taken on by an account that is erased: the link was used all the same.
    if row.user_id is None and row.tied_at is not None:
        raise LinkUsed
    if row.user_id is None:
        row.user, row.tied_at = user, timezone.now()
        row.save(update_fields=["user", "tied_at"])
        tied_letter(row)
    return row


def untie_facilitators(*, participants: list[Participant]) -> int:
    """Cut the facilitators among those who are erased from any account; returns how many there are.
    That there were so many stays, and nobody can tell who."""
    # Also those without one: the link may be used at this moment, and the row is waited for.
    return Facilitator.objects.filter(participant__in=participants).update(user=None)


@transaction.atomic
def accept_conditions(*, user: User) -> ConditionsAcceptance:
    """Keep that this account accepts the conditions as they are worded now; once a version."""
    accepted, _is_new = ConditionsAcceptance.objects.get_or_create(
        user=user, version=CONDITIONS_VERSION, defaults={"accepted_at": timezone.now()}
    )
    return accepted


def _own(facilitator: Facilitator, by: User) -> Facilitator:
    own_event(facilitator.participant.event, by)
    return Facilitator.objects.select_for_update(of=("self",)).get(pk=facilitator.pk)


def _end(row: Facilitator, reason: str, by: User) -> None:
    row.is_ended = True
    row.save(update_fields=["is_ended"])
    _note(row, FacilitatorStep.ENDED, by=by, reason=reason)
    ended_letter(row)


def _note(
    row: Facilitator,
    step: FacilitatorStep,
    *,
    by: User,
    valid_until: date | None = None,
    reason: str = "",
) -> None:
    row.decisions.create(
        number=_last_number(row) + 1,
        step=step,
        valid_until=valid_until,
        reason=reason[:300],
        decided_at=timezone.now(),
        decided_by=by,
    )


def _last_number(row: Facilitator) -> int:
    last = row.decisions.order_by("-number").first() if row.pk else None
    return last.number if last else 0


def _is_said_again(row: Facilitator, step: FacilitatorStep, day: date, by: User) -> bool:
    """Whether the same button was pressed twice."""
    last = row.decisions.order_by("-number").first()
    return last is not None and (last.step, last.valid_until, last.decided_by_id) == (
        step,
        day,
        by.pk,
    )


def _check_day(day: date) -> None:
    if not timezone.localdate() < day <= years_from_today(MOST_YEARS):
        raise ValidationError(_("Alegeți o zi de mâine încolo, cel târziu peste trei ani."))
