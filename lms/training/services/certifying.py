"""Certificates: issued when an event is closed, re-issued with a correction, revoked.

Raises of every write, beside what each names:
    PermissionDenied: the event is not this person's.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.people.models import User
from lms.training.enums import CertificateState, EventState
from lms.training.letters import certificate_letter, revoked_letter
from lms.training.masking import masked
from lms.training.models import Certificate, Participant, TrainingEvent
from lms.training.numbers import new_number
from lms.training.selectors.rosters import Roster, RosterRow, roster_of
from lms.training.services.facilitating import end_facilitators_of
from lms.training.services.planning import own_event
from lms.training.services.problems import CertificateSettled, EventSettled


@transaction.atomic
def issue_certificates(*, event: TrainingEvent, by: User) -> list[Certificate]:
    """Give a certificate to everybody who was there for the programme's share of the hours and has
    none yet; returns the new ones. Done again after the list was corrected, one with other hours or
    days is replaced, and one that is no longer earned ends.

    Raises EventSettled when the event is not closed: until then the list may change.
    """
    event = own_event(event, by)
    if event.state != EventState.CLOSED:
        raise EventSettled
    roster = roster_of(event)
    known = Certificate.objects.select_for_update().filter(participant__event=event)
    valid = {one.participant_id: one for one in known if one.state == CertificateState.VALID}
    # What was revoked stays revoked: closing the event again gives nobody back what was taken.
    revoked = {one.participant_id for one in known if one.state == CertificateState.REVOKED}
    made = []
    for row in roster.rows:
        old = valid.pop(row.participant.pk, None)
        may_have = row.participant.name and row.participant.pk not in revoked
        earns = has_earned(row, roster, event)
        if old is not None and not earns:
            _no_longer_earned(old, by)
        elif old is not None and old.name and _differs(old, row, roster):
            _end(old, CertificateState.REPLACED, "")
            made.append(_issue(row, roster, event, by, replaces=old))
        elif old is None and earns and may_have:
            made.append(_issue(row, roster, event, by))
    for gone in valid.values():
        _no_longer_earned(gone, by)
    for certificate in made:
        certificate_letter(certificate)
    return made


def has_earned(row: RosterRow, roster: Roster, event: TrainingEvent) -> bool:
    """Whether somebody was there for the share of the hours that the programme asks for."""
    return row.attended and row.minutes * 100 >= event.programme.certificate_share * roster.minutes


@transaction.atomic
def reissue_certificate(
    *, certificate: Certificate, name: str, reason: str, by: User
) -> Certificate:
    """Put a corrected certificate in the place of one; the old number says that it was replaced.

    Raises CertificateSettled when it was replaced or revoked before, or the person is erased.
    """
    own_event(certificate.participant.event, by)
    # Asked only now: the person may have been erased since the page was opened.
    participant = Participant.objects.select_for_update().get(pk=certificate.participant_id)
    if participant.erased_at:
        raise CertificateSettled
    old = _end(certificate, CertificateState.REPLACED, reason)
    participant.name = name
    participant.save(update_fields=["name"])
    new = Certificate.objects.create(
        number=_free_number(),
        participant=participant,
        name=name,
        masked_name=masked(name),
        course=old.course,
        issuer=old.issuer,
        minutes=old.minutes,
        first_day=old.first_day,
        last_day=old.last_day,
        issued_at=timezone.now(),
        issued_by=by,
        replaces=old,
    )
    certificate_letter(new)
    return new


@transaction.atomic
def revoke_certificate(*, certificate: Certificate, reason: str, by: User) -> Certificate:
    """Take a certificate back: its check page says so, without the reason. Whoever is a facilitator
    by it is one no more.

    Raises CertificateSettled when it was replaced or revoked before.
    """
    own_event(certificate.participant.event, by)
    row = _end(certificate, CertificateState.REVOKED, reason)
    end_facilitators_of(participant=row.participant, reason=reason, by=by)
    revoked_letter(row, reason)
    return row


def _no_longer_earned(certificate: Certificate, by: User) -> None:
    row = _end(certificate, CertificateState.UNEARNED, "")
    reason = _("Prezența a fost corectată.")
    end_facilitators_of(participant=row.participant, reason=reason, by=by)
    revoked_letter(row, reason)


def _end(certificate: Certificate, state: CertificateState, reason: str) -> Certificate:
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if row.state != CertificateState.VALID:
        raise CertificateSettled
    row.state, row.reason, row.ended_at = state, reason, timezone.now()
    row.save(update_fields=["state", "reason", "ended_at"])
    return row


def _differs(old: Certificate, row: RosterRow, roster: Roster) -> bool:
    return _on_paper(row, roster) != (old.minutes, old.first_day, old.last_day)


def _on_paper(row: RosterRow, roster: Roster) -> tuple[int, date, date]:
    """What a certificate says of the hours and days, in the order of its fields."""
    return (
        row.minutes,
        timezone.localdate(roster.sittings[0].starts_at),
        timezone.localdate(roster.sittings[-1].starts_at),
    )


def _issue(
    row: RosterRow,
    roster: Roster,
    event: TrainingEvent,
    by: User,
    replaces: Certificate | None = None,
) -> Certificate:
    issuers = [event.organiser, *event.co_organisers.all()]
    minutes, first_day, last_day = _on_paper(row, roster)
    return Certificate.objects.create(
        number=_free_number(),
        participant=row.participant,
        name=row.participant.name,
        masked_name=masked(row.participant.name),
        course=_course(event),
        issuer=", ".join(map(str, issuers))[:255],
        minutes=minutes,
        first_day=first_day,
        last_day=last_day,
        issued_at=timezone.now(),
        issued_by=by,
        replaces=replaces,
    )


def _course(event: TrainingEvent) -> str:
    """The programme, behind the event's own title where it has one."""
    programme = event.programme.title
    return f"{event.title} ({programme})"[:255] if event.title else programme


def _free_number() -> str:
    """A number that no certificate has."""
    while Certificate.objects.filter(number=(number := new_number())).exists():
        pass
    return number
