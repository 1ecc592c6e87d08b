"""Fill the bare site: `python -m tests.bench.bare.fill` adds 200 pages with a lesson's words."""

import tomllib

import django

PAGES = 200


def main() -> None:
    """Add the pages below the home page, published."""
    from django.conf import settings
    from wagtail.models import Site

    from lms import settings as ours
    from tests.bench.bare.models import ContentPage

    starter = ours.BASE_DIR / "lessons" / "starter"
    plan = tomllib.loads((starter / "plans" / "social-media-v-viii.ro.toml").read_text())
    cases = tomllib.loads((starter / "case_studies.ro.toml").read_text())["cases"]
    body = story(plan, [case for case in cases if case["slug"] in plan["cases"]])
    home = Site.objects.get(is_default_site=True).root_page
    for number in range(1, PAGES + 1):
        page = ContentPage(title=plan["title"], slug=f"pagina-{number}", body=body)
        home.add_child(instance=page)
        page.save_revision().publish()
    print(f"{PAGES} pages in {settings.DATABASES['default']['NAME']}")


def story(plan: dict, cases: list[dict]) -> list[tuple[str, object]]:
    """The texts that our plan page shows, as one story in the same blocks."""
    blocks: list[tuple[str, object]] = []
    for step in plan["steps"]:
        blocks += [("heading", step["title"]), ("paragraph", step["body"])]
    for name in ("background", "before", "trusted_map", "after"):
        blocks.append(("paragraph", plan[name]))
    blocks += [("vocabulary", plan["vocabulary"]), ("misconceptions", plan["misconceptions"])]
    for case in cases:
        blocks += [("heading", case["title"]), ("paragraph", case["story"])]
        blocks.append(("callout", {"kind": "advice", "title": "", "text": case["teacher_note"]}))
    for name in ("disclosure", "family_letter"):
        title = plan[name].get("title", "")
        blocks.append(("callout", {"kind": "care", "title": title, "text": plan[name]["body"]}))
    return blocks


if __name__ == "__main__":
    django.setup()
    main()
