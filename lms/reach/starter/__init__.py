"""About sixty class sessions of the last fourteen months, so that a demonstration's report is
alive. Only with DEMO=1, and always the same ones: chance has a fixed seed, every session its id.
"""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from lms.classrooms.enums import Channel
from lms.classrooms.models import ClassSession, ClassSessionRevision
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
    session = register_class_session(
        client_id=planned.client_id,
        channel=Channel.QR if planned.unconfirmed else Channel.IMPORT,
        status=planned.status,
        teacher=planned.teacher,
        **planned.facts,
    )
    _move_recording(session, planned.facts["date"], days=planned.recorded_after)
    if planned.corrected_girls is not None:
        correct_class_session(session=session, expected=1, girls=planned.corrected_girls)
        _move_recording(session, planned.facts["date"], days=planned.recorded_after + 2)
    if planned.void_reason:
        void_class_session(session=session, reason=planned.void_reason)
        _move_recording(session, planned.facts["date"], days=planned.recorded_after + 2)
    return session


def _move_recording(session: ClassSession, held: date, days: int) -> None:
    """Pretend that the latest revision was recorded then. Only invented sessions may be touched
    so: fourteen months cannot be registered today without all of them being late."""
    day = min(held + timedelta(days=days), timezone.localdate())
    moment = timezone.make_aware(datetime.combine(day, time(16, 30)))
    ClassSessionRevision.objects.filter(pk=session.latest_id).update(
        recorded_at=min(moment, timezone.now())
    )
