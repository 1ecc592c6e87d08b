"""Modules from their TOML files: one module a file and language, joined by `key`."""

import tomllib
from pathlib import Path
from typing import Any

from wagtail.models import Locale, Page

from lessons.models import LessonPlanPage, ModuleIndexPage, ModulePage, StepPage
from lms.core.starter_pages import list_page, publish_below
from media.models import Recording
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.models import Question
from quizzes.services import add_question
from quizzes.sheets import Scene

FOLDER = Path(__file__).parent / "modules"
INDEX_WORDS = {
    "ro": (
        "Module",
        "Povești și întrebări scurte despre net, oameni și locuri de muncă. "
        "Le parcurgi în ritmul tău, pe telefon, fără cont.",
    ),
    "en": (
        "Modules",
        "Short stories and questions about the net, people and jobs. "
        "Go through them at your own pace, on a phone, without an account.",
    ),
}
SAME = (
    "title",
    "slug",
    "summary",
    "age_band",
    "theme",
    "minutes",
    "sensitivity",
    "pledge_title",
    "pledge_intro",
)


def load(folder: Path = FOLDER) -> int:
    """Add and publish the modules that are not there yet; return how many were added."""
    files = sorted(folder.glob("*.toml"), key=lambda path: (not path.stem.endswith(".ro"), path))
    return sum(_load_file(tomllib.loads(path.read_text())) for path in files)


def index_page(locale: Locale) -> ModuleIndexPage:
    """The list of modules in this language, made below its home page when missing."""
    language = locale.language_code
    title, intro = INDEX_WORDS[language]
    return list_page(ModuleIndexPage, language, title=title, slug="module", intro=intro)


def _load_file(data: dict[str, Any]) -> bool:
    locale = Locale.objects.get(language_code=data["locale"])
    if ModulePage.objects.filter(slug=data["slug"], locale=locale).exists():
        return False
    original = ModulePage.objects.filter(slug=data["key"]).exclude(locale=locale).first()
    module = ModulePage(
        locale=locale,
        search_description=data["summary"],
        plan=_plan(data.get("plan", ""), locale),
        takeaways="\n".join(data["takeaways"]),
        pledge_prompts="\n".join(data.get("pledge_prompts", [])),
        **{name: data[name] for name in SAME if name in data},
    )
    if original:
        module.translation_key = original.translation_key
    index_page(locale).add_child(instance=module)
    module.full_clean()
    kin = list(original.get_children().specific()) if original else []
    for number, row in enumerate(data["steps"]):
        _add_step(module, row, kin[number] if number < len(kin) else None)
    module.save_revision().publish()
    return True


def _plan(slug: str, locale: Locale) -> LessonPlanPage | None:
    """The plan in the module's language, or the original that the slug names."""
    found = LessonPlanPage.objects.filter(slug=slug).first()
    return (found.get_translation_or_none(locale) or found) if found else None


def _add_step(module: ModulePage, row: dict[str, Any], original: Page | None) -> None:
    """Add a step. The steps of a translation stand in the order of the original's."""
    step = StepPage(
        title=row["title"],
        slug=row["slug"],
        content_note=row.get("content_note", ""),
        spoken=row.get("spoken", ""),
        measure=row.get("measure", ""),
        body=[(block["type"], _value(block)) for block in row.get("body", [])],
        question=_question(row["question"], module.locale) if "question" in row else None,
    )
    publish_below(module, step, original)


def _value(block: dict[str, Any]) -> object:
    """What stands in a block; a recording is named by its slug."""
    if block["type"] == "recording":
        return Recording.objects.get(slug=block["value"])
    return block["value"]


def _question(row: dict[str, Any], locale: Locale) -> Question:
    """The question of the bank with this key, put there the first time it is met."""
    known = Question.objects.filter(key=row["key"], locale=locale).first()
    if known:
        return known
    choices = tuple(
        ChoiceDraft(
            text=option["text"],
            feedback=option["feedback"],
            correct=option.get("correct", False),
            match=option.get("match", ""),
            gap=option.get("gap"),
            scene=option.get("scene", ""),
            leads_to=option.get("leads_to", ""),
        )
        for option in row.get("options", [])
    )
    scenes = tuple(
        Scene(scene["key"], scene.get("speaker", ""), scene["text"], scene.get("ending", False))
        for scene in row.get("scenes", [])
    )
    draft = QuestionDraft(Kind(row["kind"]), row["text"], row.get("closing", ""), choices, scenes)
    return add_question(key=row["key"], locale=locale, draft=draft)
