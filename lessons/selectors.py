"""Reads of lessons."""

from django.conf import settings
from django.core.cache import caches

from lessons.models import Kit, LessonEdition, LessonPlanPage, Statistic
from lms.core import generation
from lms.core.facts import Fact
from lms.core.keyring import BadToken, KeyRing


def resolve_statistic(key: str, language: str) -> Fact | None:
    """Return a lesson's figure in this language, or None. All figures are read at once and kept
    for as long as nothing changes: a page may show a dozen."""
    cache_key = f"statistics:{generation.current()}:{language}"
    known = caches["local"].get(cache_key)
    if known is None:
        known = {row.key: _fact(row, language) for row in Statistic.objects.all()}
        caches["local"].set(cache_key, known)
    return known.get(key)


def _fact(row: Statistic, language: str) -> Fact:
    english = language == "en"
    return Fact(
        key=row.key,
        value=row.value_en if english else row.value,
        label=row.label_en if english else row.label,
        period=row.period,
        source_title=row.source_title,
        source_address=row.source_address,
        checked_on=row.checked_on,
    )


def editions_of(plan: LessonPlanPage) -> list[LessonEdition]:
    """The plan's editions, newest first, each with its newest kit as `current_kit` and that kit's
    files as `current_kit.file_list`. Three queries, however many editions."""
    editions = list(plan.editions.all())
    kits: dict[int, Kit] = {}
    for kit in Kit.objects.filter(edition__in=editions).order_by("version").prefetch_related("files"):
        kits[kit.edition_id] = kit
    for edition in editions:
        edition.current_kit = kits.get(edition.pk)
    return editions


def registration_token(edition: LessonEdition) -> str:
    """The signed token that a kit's QR code carries: it names the plan's edition, nobody else."""
    return _registration_ring().sign({"e": edition.pk})


def edition_of_token(token: str) -> LessonEdition:
    """Return the edition that a printed code names.

    Raises:
        BadToken: the code was not printed by this site, was changed, or its edition is gone.
    """
    payload = _registration_ring().read(token)
    edition_id = payload.get("e") if isinstance(payload, dict) else None
    edition = LessonEdition.objects.select_related("plan").filter(pk=edition_id).first()
    if edition is None:
        raise BadToken("no such edition")
    return edition


def _registration_ring() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="kit-registration")


def current_edition(plan: LessonPlanPage) -> LessonEdition | None:
    """The newest edition of a plan."""
    return plan.editions.order_by("-school_year").first()
