"""What the page of a programme and its trainer's part show."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from lms.core import facts
from lms.core.facts import Fact
from lms.training.models import ProgrammePage


@dataclass(frozen=True)
class OfferedMaterial:
    """A document of a programme with its address."""

    title: str
    url: str
    format: str
    size: int
    trainers_only: bool


@dataclass(frozen=True)
class TakeHome:
    """The whole address of a programme's page, and (title, whole address) of its documents."""

    address: str
    materials: tuple[tuple[str, str], ...]


def programme_context(programme: ProgrammePage) -> dict[str, object]:
    """The names that the public template reads. Nothing of the trainer's part is among them but
    the titles of its materials."""
    materials = _materials(programme)
    return {
        "address": programme_address(programme),
        "open_materials": [item for item in materials if not item.trainers_only],
        "kept_materials": [item for item in materials if item.trainers_only],
        "facts": _facts(programme, *programme.figure_fields),
    }


def programme_address(programme: ProgrammePage) -> str:
    """The whole address of a programme's public page."""
    # Not `full_url`, which asks the shared cache for the roots of all sites, twice.
    return settings.SITE_URL + reverse("training:programme", args=[programme.slug])


def take_home(programme: ProgrammePage, language: str) -> TakeHome:
    """What everybody may keep of a programme, in this language or, where it is not translated, in
    Romanian. Nothing of one that is not published."""
    pages = ProgrammePage.objects.offered().filter(translation_key=programme.translation_key)
    known = {page.locale.language_code: page for page in pages.select_related("locale")}
    page = known.get(language) or known.get("ro")
    if page is None:
        return TakeHome("", ())
    with translation.override(page.locale.language_code):
        kept = [one for one in _materials(page) if not one.trainers_only]
        return TakeHome(
            programme_address(page), tuple((one.title, settings.SITE_URL + one.url) for one in kept)
        )


def guide_context(programme: ProgrammePage) -> dict[str, object]:
    """The names that the trainer's template reads."""
    return {
        "programme": programme,
        "materials": _materials(programme),
        "facts": _facts(programme, *programme.guide_fields),
    }


def _materials(programme: ProgrammePage) -> list[OfferedMaterial]:
    # A draft that was never saved has rows without an id, and so without an address yet.
    return [
        OfferedMaterial(
            title=row.title,
            url=reverse("training:material", args=[programme.slug, row.pk]) if row.pk else "",
            format=row.document.file_extension.upper(),
            size=row.document.get_file_size() or 0,
            trainers_only=row.trainers_only,
        )
        for row in programme.materials.select_related("document")
    ]


def _facts(programme: ProgrammePage, *fields: str) -> list[Fact]:
    """The figures that these texts, the agenda and the story name, each once."""
    texts = [str(getattr(programme, name)) for name in fields]
    texts += [item.body for item in programme.agenda.all()]
    texts += [str(block.get_prep_value()) for block in programme.body]
    language = programme.locale.language_code
    found = (facts.resolve(key, language) for key in facts.keys_in(*texts))
    return [fact for fact in found if fact]
