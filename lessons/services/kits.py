"""Editions and kits."""

import hashlib
import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from lessons.models import CaseStudy, Kit, KitFile, LessonEdition, LessonPlanPage
from lessons.selectors import current_edition
from lms.core.periods import school_year_of

if TYPE_CHECKING:
    from lessons.kits.sheets import BuiltFile

logger = logging.getLogger(__name__)


def publish_edition(*, plan: LessonPlanPage) -> Kit:
    """Note that a plan was published: open or move its edition of the year, build its kit.

    An edition of an earlier school year is never touched again. A kit is built only when
    something that goes into it changed; the version before it stays, for those who have it.
    """
    with transaction.atomic():
        year = plan.edition_year or school_year_of(timezone.localdate())
        edition, _ = LessonEdition.objects.update_or_create(
            plan=plan,
            school_year=year,
            defaults={
                "revision": plan.live_revision or plan.latest_revision,
                "published_at": timezone.now(),
            },
        )
    return build_kit(edition=edition)


def build_kit(*, edition: LessonEdition) -> Kit:
    """Return the edition's kit, built anew if any part of it changed since the last one."""
    # Word, PowerPoint and typst take 20 MB: only a process that builds a kit loads them.
    from lessons.kit_recordings import contents_of
    from lessons.kit_sheets import sheet_of, source_hash
    from lessons.kits.build import build_files, bundle

    plan = edition.revision.as_object()
    last = edition.kits.first()
    version = last.version + 1 if last else 1
    sheet = sheet_of(plan, edition, version, timezone.localdate())
    fingerprint = source_hash(sheet)
    if last and last.source_hash == fingerprint and not last.withdrawn:
        return last
    files = build_files(sheet, settings.PRINT_FONTS_DIR, contents_of(plan))
    whole = bundle(files, locale=sheet.locale)
    pupils = bundle(files, "pupil", locale=sheet.locale)
    name = f"{plan.slug}-{edition.school_year}-v{version}"
    keys = [str(p.case.translation_key) for p in plan.case_places.all() if p.case.may_be_told]
    with transaction.atomic():
        taken_back = CaseStudy.objects.filter(translation_key__in=keys, withdrawn=True)
        kit = Kit.objects.create(
            edition=edition,
            version=version,
            source_hash=fingerprint,
            bundle=ContentFile(whole, f"{name}.zip"),
            size=len(whole),
            sha256=hashlib.sha256(whole).hexdigest(),
            pupil_bundle=ContentFile(pupils, f"{name}-elevi.zip"),
            pupil_size=len(pupils),
            case_keys=keys,
            # While it was being built.
            withdrawn=taken_back.exists(),
        )
        for file in files:
            _store(kit, name, file)
    logger.info("kit %s built: %d files, %d bytes", name, len(files), len(whole))
    return kit


def rebuild_changed_kits() -> list[Kit]:
    """Bring the kit of every published plan up to date and return them all.

    A kit also holds what its plan only points at: cases, quiz, help lines, figures, the site's
    address. Unchanged kits are left alone, older editions too.
    """
    kits = []
    for plan in LessonPlanPage.objects.offered():
        edition = current_edition(plan)
        kits.append(build_kit(edition=edition) if edition else publish_edition(plan=plan))
    return kits


def _store(kit: Kit, folder: str, file: "BuiltFile") -> KitFile:
    return KitFile.objects.create(
        kit=kit,
        name=file.name,
        title=file.title,
        kind=file.kind,
        audience=file.audience,
        format=file.format,
        size=len(file.content),
        file=ContentFile(file.content, f"{folder}/{file.name}"),
    )
