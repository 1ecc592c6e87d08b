"""A class that was held becomes a class session: once, whatever is pressed how often."""

from lms.classrooms.enums import Channel
from lms.classrooms.models import ClassSession, SchoolClass


def link_to_class(session: ClassSession) -> None:
    """Join a session to the class that it was filled in from, if it was (RR12).

    The form of a class sends the class's own id as the session's `client_id`, so two windows that
    confirm at once register one session, and no second one can be joined to the class.
    """
    if session.channel == Channel.ACCOUNT and session.author_id is not None:
        SchoolClass.objects.unreported().filter(
            public_id=session.client_id, teacher=session.author_id
        ).update(session=session)
