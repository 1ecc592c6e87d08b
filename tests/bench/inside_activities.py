"""What the measurements of activities need inside our project; see `tests.bench.inside`."""

import sys
import uuid
from pathlib import Path
from typing import Any


def place_activities() -> list[dict[str, Any]]:
    """Install the libraries of every package of a folder, add each as an activity, and put it on a
    page of its own; what each is, and where."""
    from media.services import install_package

    packages = sorted(Path(sys.argv[2]).glob("*.h5p"))
    for path in packages:
        with path.open("rb") as file:
            install_package(file=file)
    return [_placed(path) for path in packages]


def weigh_activities() -> dict[str, float]:
    """How much all that was imported takes, joined scripts included, and how many files it is."""
    from django.core.files.storage import default_storage

    from media.objects import FOLDER

    files = [path for path in Path(default_storage.path(FOLDER)).rglob("*") if path.is_file()]
    return {"bytes": sum(path.stat().st_size for path in files), "files": len(files)}


def _placed(path: Path) -> dict[str, Any]:
    from media.addresses import player_address
    from media.services import add_activity, judge
    from media.showing import opening_size

    with path.open("rb") as file:
        activity = add_activity(
            key=uuid.uuid5(uuid.NAMESPACE_URL, path.name),
            package=judge(file),
            language="en",
            alternative_text="Un pachet făcut de alții",
            twin="Textul pachetului.",
        )
    revision = activity.shown
    assert revision is not None
    assert revision.bundle is not None
    return {
        "name": path.stem,
        "page": _page(activity),
        "player": player_address(revision),
        "kind": revision.main_library,
        "libraries": len(revision.needed),
        "hosts": revision.hosts,
        "needs_eval": revision.bundle.needs_eval,
        "shown_size": opening_size(revision),
    }


def _page(activity: Any) -> str:
    from django.utils.text import slugify
    from wagtail.models import Site

    from lms.pages.models import StandardPage

    slug = f"activitate-{slugify(activity.title)[:60]}-{activity.pk}"
    page = StandardPage.objects.filter(slug=slug).first()
    if page is None:
        home = Site.objects.get(is_default_site=True).root_page
        page = StandardPage(title=activity.title[:200], slug=slug, locale=home.locale)
        page.body = [("activity", {"activity": activity})]
        home.add_child(instance=page)
        page.save_revision().publish()
    return f"/{slug}/"
