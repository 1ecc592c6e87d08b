"""Trainings in Wagtail's admin, and documents that are for trainers only."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lms.core import page_protection, page_publishing
from lms.training.models import Facilitator, ProgrammePage, TrainingEvent, TrainingRequest
from lms.training.publishing import draft_errors
from lms.training.selectors import keeping_programmes
from lms.training.views.access import refused_document
from media import access, closed_files
from media.models import ContentDocument

page_publishing.register(ProgrammePage, draft_errors)
closed_files.register_kept_parts(ProgrammePage, "materials", *ProgrammePage.guide_fields)


def programmes_held(page_ids: Iterable[int]) -> set[int]:
    """Of these pages, the programmes that an event was planned of, somebody asked for or is a
    facilitator of."""
    pages = list(page_ids)
    events = TrainingEvent.objects.filter(programme__in=pages).order_by()
    requests = TrainingRequest.objects.filter(programme__in=pages).order_by()
    facilitators = Facilitator.objects.filter(programme__in=pages).order_by()
    return {
        *events.values_list("programme", flat=True).distinct(),
        *requests.values_list("programme", flat=True).distinct(),
        *facilitators.values_list("programme", flat=True).distinct(),
    }


page_protection.register(
    programmes_held,
    _(
        "Programul are deja formări, cereri sau facilitatori și nu se poate șterge. Îl puteți "
        "depublica."
    ),
)


@hooks.register("before_serve_document")
def keep_documents_for_trainers(
    document: ContentDocument, request: HttpRequest
) -> HttpResponse | None:
    """The library's own address of a document asks what the programme's address asks, wherever
    the document lies: one moved to an open collection stays for trainers."""
    return refused_document(request, document)


def is_kept_for_trainers(document: ContentDocument) -> bool:
    """Whether the hook above decides, for facilitators too, whom no group of a collection knows."""
    return bool(keeping_programmes(document))


access.register_keeper(is_kept_for_trainers)
