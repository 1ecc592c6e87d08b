"""Writing down who decided what, and why."""

from typing import Any

from lms.people.models import User
from lms.reach.enums import Verb
from lms.reach.models import AuditEvent


def record(
    *,
    actor: User | None,
    verb: Verb,
    subject: str,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> AuditEvent:
    """Add one decision. `actor` None is the system; the role stays when the account is erased."""
    return AuditEvent.objects.create(
        actor=actor,
        role=_role_of(actor),
        verb=verb,
        subject=subject,
        reason=reason,
        details=details or {},
    )


def _role_of(actor: User | None) -> str:
    if actor is None:
        return "system"
    return "secretariat" if actor.has_perm("reach.review_figures") else "officer"
