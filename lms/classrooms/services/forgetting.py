"""What is kept for a while only."""

from datetime import timedelta

from django.utils import timezone

from lms.classrooms.models import SessionImport

# Long enough to ask a colleague about a row; the rows may hold teachers' e-mail addresses.
KEEP_FOR = timedelta(days=7)


def forget_waiting_imports() -> int:
    """Drop the files that were looked at and not registered within a week; return how many."""
    waiting = SessionImport.objects.filter(
        registered_at=None, uploaded_at__lt=timezone.now() - KEEP_FOR
    )
    return waiting.delete()[0]
