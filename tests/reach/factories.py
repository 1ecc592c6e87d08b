"""Class sessions for the report's tests, written straight into the tables."""

from datetime import UTC, date, datetime, timedelta
from itertools import count as counter

from django.utils import timezone

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.core.class_labels import normalise_class_label
from lms.reach.counting import SessionFact

_numbers = counter(1)
DAY = date(2026, 10, 14)  # a Wednesday


def moment(day: date, hour: int = 12) -> datetime:
    """A moment of a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def make_fact(**fields) -> SessionFact:
    """A session that counts: 7 B of one school in Cluj, 10 girls and 10 boys."""
    label = normalise_class_label(fields.pop("label", "7B"))
    held = fields.get("date", DAY)
    usual = {
        "reference": f"S{next(_numbers):06d}",
        "status": "reported",
        "first_recorded_at": fields.get("recorded_at", moment(held, 15)),
        "recorded_at": moment(held, 15),
        "date": held,
        "school_id": 1,
        "school": "0000000001",
        "county": "CJ",
        "medium": "urban",
        "grade": label.grade if label else None,
        "letter": label.letter if label else "",
        "lesson": "social-media",
        "organisation": "ELIB",
        "girls": 10,
        "boys": 10,
        "duration": 50,
        "teacher": "t1",
    }
    return SessionFact(**(usual | fields))


def make_session(*, school=None, label="7B", recorded_at=None, **fields) -> ClassSession:
    """A reported class session with one revision, 10 girls and 10 boys unless said otherwise."""
    number = next(_numbers)
    identity = {
        name: fields.pop(name)
        for name in ("reference", "teacher_token", "channel", "author")
        if name in fields
    }
    identity.setdefault("reference", f"T{number:06d}")
    session = ClassSession.objects.create(**({"channel": "account"} | identity))
    held = fields.get("date", DAY)
    revise(
        session,
        school=school,
        label=label,
        recorded_at=recorded_at or moment(held, 15),
        **fields,
    )
    return session


def revise(session: ClassSession, *, school=None, label="7B", recorded_at=None, **fields):
    """Add a revision; what is not said is as usual, not as in the revision before."""
    group = normalise_class_label(label)
    usual = {
        "status": "reported",
        "date": DAY,
        "lesson_code": "social-media",
        "girls": 10,
        "boys": 10,
        "undisclosed": 0,
        "duration": 50,
        "class_label": label or "",
        "grade": group.grade if group else None,
        "letter": group.letter if group else "",
    }
    values = usual | fields
    revision = ClassSessionRevision.objects.create(
        session=session,
        number=session.revisions.count() + 1,
        recorded_at=recorded_at or timezone.now() + timedelta(seconds=1),
        school=school,
        pupils=values["girls"] + values["boys"] + values["undisclosed"],
        **values,
    )
    session.latest = revision
    session.save()
    return revision
