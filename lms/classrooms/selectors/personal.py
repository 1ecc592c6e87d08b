"""What class sessions hold of one person, for the copy of the own data."""

from django.db.models import Q

from lms.classrooms.models import ClassSessionRevision, SessionImport
from lms.classrooms.selectors.reading import lesson_name, school_name
from lms.classrooms.tokens import teacher_token
from lms.people.models import User

_AS_RECORDED = (
    "class_label", "girls", "boys", "undisclosed", "adults", "duration", "modality", "group_type",
    "status", "reason",
)  # fmt: skip


def session_data(user: User) -> dict[str, object]:
    """Every revision of the user's own sessions and every revision that the user recorded, and
    the files that wait to be registered. Two queries."""
    theirs = (
        Q(session__author=user)
        | Q(session__teacher_token=teacher_token(user.email))
        | Q(recorded_by=user)
    )
    revisions = ClassSessionRevision.objects.filter(theirs).select_related(
        "session", "plan", "organisation", "school__locality", "school_request__school__locality"
    )
    files = SessionImport.objects.filter(uploaded_by=user)
    return {
        "revisions": [_revision(revision) for revision in revisions.defer("plan__body")],
        "files": [
            {"name": file.file_name, "uploaded": file.uploaded_at.isoformat(), "rows": file.rows}
            for file in files
        ],
    }


def _revision(revision: ClassSessionRevision) -> dict[str, object]:
    return {
        "session": revision.session.reference,
        "number": revision.number,
        "recorded": revision.recorded_at.isoformat(),
        "date": revision.date.isoformat(),
        "lesson": lesson_name(revision),
        "school": school_name(revision),
        "organisation": revision.organisation.name if revision.organisation else None,
        **{name: getattr(revision, name) for name in _AS_RECORDED},
    }
