"""Programmes that tests start from."""

from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from lms.training.models import (
    AgendaItem,
    ProgrammeAudience,
    ProgrammeIndexPage,
    ProgrammeMaterial,
    ProgrammePage,
)
from media.models import ContentDocument
from tests.factories import make_home

GUIDE = "Rămâneți în sală douăzeci de minute."


def make_programme(*, audiences=("profesori",), minutes=(60, 120), **fields) -> ProgrammePage:
    """A published programme in the list; `fields` replace the usual ones."""
    home = make_home()
    index = ProgrammeIndexPage.objects.first()
    if index is None:
        index = home.add_child(instance=ProgrammeIndexPage(title="Formare", slug="formare"))
    number = ProgrammePage.objects.count() + 1
    usual = {
        "title": f"Programul {number}",
        "slug": f"programul-{number}",
        "kind": "constientizare",
        "duration": sum(minutes),
        "summary": "Pe scurt.",
        "outcomes": "recunoaște\nasculta\nchema ajutor",
        "for_whom": "<p>Pentru cei din școli.</p>",
        "takeaways": "o fișă",
        "content_note": "Nimic greu.",
        "trainer_needs": "o tablă",
        "guide": f"<p>{GUIDE}</p>",
    }
    programme = ProgrammePage(**{**usual, **fields})
    for order, audience in enumerate(audiences):
        programme.audiences.add(ProgrammeAudience(sort_order=order, audience=audience))
    for order, part in enumerate(minutes):
        item = AgendaItem(
            sort_order=order, minutes=part, title=f"Partea {order + 1}", body="<p>Vorbim.</p>"
        )
        programme.agenda.add(item)
    return index.add_child(instance=programme)


def make_document(*, kept=False) -> ContentDocument:
    """A document of the library; a kept one lies in a collection for people with an account."""
    collection = Collection.get_first_root_node()
    if kept:
        collection = collection.add_child(instance=Collection(name="Numai formatori"))
        login = CollectionViewRestriction.LOGIN
        CollectionViewRestriction.objects.create(collection=collection, restriction_type=login)
    document = ContentDocument(title="Fișa", collection=collection)
    document.file.save("fisa.txt", ContentFile(b"cuvinte"), save=False)
    document.save()
    return document


def add_material(programme, *, trainers_only=False, document=None, title="Fișa de lucru"):
    """A material of a programme that is published already."""
    return ProgrammeMaterial.objects.create(
        programme=programme,
        document=document or make_document(),
        title=title,
        trainers_only=trainers_only,
    )
