"""A built kit without building one: for tests of what happens around it."""

from django.core.files.base import ContentFile

from lessons.models import Kit, KitFile
from tests.factories import make_edition


def make_kit(edition=None, version=1, size=1000) -> Kit:
    """A kit whose whole ZIP is `size` bytes, with one teacher's and one pupils' file."""
    edition = edition or make_edition()
    kit = Kit.objects.create(
        edition=edition,
        version=version,
        source_hash="x" * 64,
        bundle=ContentFile(b"z" * size, "whole.zip"),
        size=size,
        sha256="a" * 64,
        pupil_bundle=ContentFile(b"p" * 10, "pupils.zip"),
        pupil_size=10,
    )
    for name, audience in (("plan.pdf", "teacher"), ("fisa-1.pdf", "pupil")):
        KitFile.objects.create(
            kit=kit,
            name=name,
            title=name,
            kind="worksheet",
            audience=audience,
            format="pdf",
            size=4,
            file=ContentFile(b"%PDF", name),
        )
    return kit
