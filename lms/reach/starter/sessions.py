"""About sixty class sessions of the last fourteen months, so that a demonstration's report is
alive. Only with DEMO=1, and always the same ones: chance has a fixed seed, every session its id.
"""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from lms.classrooms.enums import Channel
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    correct_class_session,
    register_class_session,
    void_class_session,
)
from lms.reach.starter.plot import PlannedSession, planned_sessions


def load() -> str:
    """Register the demo sessions that are not there yet; nothing at all without DEMO."""
    if not settings.DEMO:
        return "no demo sessions: this is not a demonstration"
    planned = planned_sessions(timezone.localdate())
    known = set(
        ClassSession.objects.filter(client_id__in=[one.client_id for one in planned]).values_list(
            "client_id", flat=True
        )
    )
    added = [_register(one) for one in planned if one.client_id not in known]
    return f"{len(added)} demo class sessions"


def _register(planned: PlannedSession) -> ClassSession:
    """Only invented sessions may be recorded in the past: fourteen months cannot be registered
    today without all of them being late."""
    held = planned.facts["date"]
    session = register_class_session(
        client_id=planned.client_id,
        channel=Channel.QR if planned.unconfirmed else Channel.IMPORT,
        status=planned.status,
        teacher=planned.teacher,
        recorded_at=_moment(held, planned.recorded_after),
        **planned.facts,
    )
    later = _moment(held, planned.recorded_after + 2)
    if planned.corrected_girls is not None:
        girls = planned.corrected_girls
        correct_class_session(session=session, expected=1, girls=girls, recorded_at=later)
    if planned.void_reason:
        void_class_session(session=session, reason=planned.void_reason, recorded_at=later)
    return session


def _moment(held: date, days: int) -> datetime:
    """An afternoon so many days after the session was held, at the latest now."""
    day = min(held + timedelta(days=days), timezone.localdate())
    moment = timezone.make_aware(datetime.combine(day, time(16, 30)))
    return min(moment, timezone.now())
