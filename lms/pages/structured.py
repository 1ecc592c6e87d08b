"""What a page is, said to search engines in the words of schema.org.

By the name of the page's model: this app does not know all the apps that have pages.
"""

from collections.abc import Iterable

from django.conf import settings
from wagtail.models import Page

from lms.core.text import lines
from lms.pages.models import HomePage, MemberPage, StandardPage
from media.blocks import story_text

Data = dict[str, object]
CONTEXT = "https://schema.org"
RESOURCES = {"lessonplanpage": "lesson plan", "modulepage": "module", "resourcepage": "guide"}


def described(page: Page, url: str) -> list[Data]:
    """The page's structured data; an empty list where schema.org has nothing to say of it."""
    model = page._meta.model_name or ""
    if model in RESOURCES:
        return [_resource(page, url, RESOURCES[model])]
    if model == "programmepage":
        return [_course(page, url)]
    if isinstance(page, MemberPage):
        return [_data("Organization", name=page.title, description=page.description(), url=url)]
    if isinstance(page, HomePage):
        return [{"@context": CONTEXT, **_publisher()}, _site(page, url)]
    questions = list(_questions(page)) if isinstance(page, StandardPage) else []
    # One heading with a question mark does not make a list of questions and answers.
    return [_data("FAQPage", mainEntity=questions)] if len(questions) > 1 else []


def _data(kind: str, **properties: object) -> Data:
    known = {name: value for name, value in properties.items() if value}
    return {"@context": CONTEXT, "@type": kind, **known}


def _resource(page: Page, url: str, kind: str) -> Data:
    """A plan, a module or a resource; a property that the model lacks is left out."""
    minutes = getattr(page, "duration", None)
    return _data(
        "LearningResource",
        name=page.title,
        description=page.description(),
        url=url,
        inLanguage=page.locale.language_code,
        learningResourceType=kind,
        isAccessibleForFree=True,
        typicalAgeRange=getattr(page, "age_band", ""),
        timeRequired=f"PT{minutes}M" if minutes else "",
        teaches=lines(getattr(page, "outcomes", "")),
        dateModified=page.last_published_at.isoformat() if page.last_published_at else "",
        provider=_publisher(),
    )


def _course(page: Page, url: str) -> Data:
    return _data(
        "Course",
        name=page.title,
        description=page.description(),
        url=url,
        inLanguage=page.locale.language_code,
        teaches=lines(getattr(page, "outcomes", "")),
        provider=_publisher(),
    )


def _publisher() -> Data:
    return {"@type": "Organization", "name": "ProTECT", "url": f"{settings.SITE_URL}/"}


def _site(page: Page, url: str) -> Data:
    return _data(
        "WebSite",
        name="ProTECT",
        description=page.description(),
        url=url,
        inLanguage=page.locale.language_code,
        potentialAction={
            "@type": "SearchAction",
            "target": f"{url}cautare/?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    )


def _questions(page: StandardPage) -> Iterable[Data]:
    """Headings that ask, each with the text up to the next heading."""
    question, answer = "", []
    for block in [*page.body, None]:
        if block is not None and block.block_type != "heading":
            answer.append(block)
            continue
        text = story_text(answer).strip() if question.endswith("?") else ""
        if text:
            yield {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": text},
            }
        question, answer = str(block.value).strip() if block is not None else "", []
