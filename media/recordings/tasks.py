"""Background work of recordings."""

from django_tasks import task

from media.models import Recording


@task()
def make_copies_of(recording_id: int) -> None:
    """Make the lighter copies that this recording lacks."""
    from media.recordings.services import make_copies

    recording = Recording.objects.filter(pk=recording_id).first()
    if recording is not None:
        make_copies(recording=recording)
