"""The two home pages, and the site that they belong to."""

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from lms.pages.models import Door, HomePage, HowStep

FOLDER = Path(__file__).parent
# Stands before every page's place in the admin.
ROOT_TITLE = "Toate paginile"
# Where each door leads, below the home page of its language.
ADDRESSES = {
    "strainatate": ("trainer", "munca-in-strainatate/"),
    "oferta": ("teacher", "munca-in-strainatate/verifica-oferta/"),
    "autoevaluare": ("pupil", "autoevaluare/"),
    "profesor": ("teacher", "lectii/"),
    "elev": ("pupil", "module/"),
    "formator": ("trainer", "formare/"),
    "secretariat": ("secretariat", "cont/"),
    "ajutor": ("help", "ajutor/"),
}


def load() -> None:
    """Add the home pages; Wagtail's own welcome page makes room."""
    data = tomllib.loads((FOLDER / "home.toml").read_text())
    if HomePage.objects.exists():
        return
    Page.objects.filter(depth=2).delete()
    root = Page.get_first_root_node()
    Page.objects.filter(pk=root.pk).update(title=ROOT_TITLE, draft_title=ROOT_TITLE)
    original = None
    for language, _name in settings.LANGUAGES:
        locale = Locale.objects.get_or_create(language_code=language)[0]
        home = _home(data[language], language, locale)
        if original:
            home.translation_key = original.translation_key
        root.add_child(instance=home)
        home.save_revision().publish()
        original = original or home
    address = urlsplit(settings.SITE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname,
            "port": address.port or (443 if address.scheme == "https" else 80),
            "root_page": original,
            "site_name": "ProTECT",
        },
    )


def _home(words: dict, language: str, locale: Locale) -> HomePage:
    home = HomePage(
        title=words["title"],
        slug="home" if language == "ro" else f"home-{language}",
        locale=locale,
        headline=words["headline"],
        lead=words["lead"],
        search_description=words["lead"][:200],
        how_title=words["how"]["title"],
        counter_title=words.get("counter", {}).get("title", ""),
        counter_intro=words.get("counter", {}).get("intro", ""),
    )
    for order, door in enumerate([*words["doors"], words["help_door"]]):
        look, address = ADDRESSES[door["key"]]
        prefix = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
        home.doors.add(
            Door(
                sort_order=order,
                title=door["title"],
                text=door["text"],
                look=look,
                address=f"{prefix}{address}",
            )
        )
    for order, step in enumerate(words["how"]["steps"]):
        home.how_steps.add(HowStep(sort_order=order, title=step["title"], text=step["text"]))
    return home
