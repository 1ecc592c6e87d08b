"""H5P.CoursePresentation: slides with content placed on them, in per cent of the slide."""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import FLAG, NUMBER, ON_OR_OFF, RAW, TEXT, Choice, Many
from media.h5p.content.records import Record, RecordOf, optional, stored
from media.h5p.content.registry import MAYBE_NESTED, Content, Nested, content_type

GOES = Choice(("specified", "next", "previous"))


@dataclass(frozen=True)
class Element(Record):
    """Something on a slide: content, or without an `action` a link to another slide."""

    x: float = stored("x", NUMBER, 0)
    y: float = stored("y", NUMBER, 0)
    width: float | None = optional("width", NUMBER)
    height: float | None = optional("height", NUMBER)
    action: Nested | None = optional("action", MAYBE_NESTED)
    comments_shown: bool = stored("alwaysDisplayComments", FLAG, False)
    background_opacity: float = stored("backgroundOpacity", NUMBER, 0)
    as_button: bool = stored("displayAsButton", FLAG, False)
    button_label: str = stored("buttonLabel", TEXT, "", silent="")
    button_size: str = stored("buttonSize", Choice(("small", "big")), "big")
    title: str = stored("title", TEXT, "", silent="")
    goes: str = stored("goToSlideType", GOES, "specified")
    goes_to: float | None = optional("goToSlide", NUMBER)
    invisible: bool = stored("invisible", FLAG, False)
    comment: str = stored("solution", TEXT, "")


@dataclass(frozen=True)
class Keyword(Record):
    """A line of the list of slides."""

    main: str = stored("main", TEXT, "")
    subs: tuple[Any, ...] = stored("subs", Many(RAW), (), silent=())


@dataclass(frozen=True)
class Slide(Record):
    """One slide. Its title is its first keyword."""

    elements: tuple[Element, ...] = stored("elements", Many(RecordOf(Element)), ())
    keywords: tuple[Keyword, ...] = stored("keywords", Many(RecordOf(Keyword)), ())
    image: Any = optional("slideBackgroundSelector.imageSlideBackground", RAW)
    fill: str | None = optional("slideBackgroundSelector.fillSlideBackground", TEXT)


@content_type("H5P.CoursePresentation", "Course Presentation")
@dataclass(frozen=True)
class CoursePresentation(Content):
    """Slides, and how one moves through them."""

    slides: tuple[Slide, ...] = stored("presentation.slides", Many(RecordOf(Slide)), ())
    editor_state: str = stored("presentation.ct", TEXT, "", silent="")
    list_enabled: bool = stored("presentation.keywordListEnabled", FLAG, True)
    list_always: bool = stored("presentation.keywordListAlwaysShow", FLAG, False)
    list_hides: bool = stored("presentation.keywordListAutoHide", FLAG, False)
    list_opacity: float = stored("presentation.keywordListOpacity", NUMBER, 100)
    image: Any = optional("presentation.globalBackgroundSelector.imageGlobalBackground", RAW)
    fill: str | None = optional("presentation.globalBackgroundSelector.fillGlobalBackground", TEXT)
    active_surface: bool = stored("override.activeSurface", FLAG, False)
    no_summary: bool = stored("override.hideSummarySlide", FLAG, False)
    solution_buttons: str | None = optional("override.showSolutionButton", ON_OR_OFF)
    retry_buttons: str | None = optional("override.retryButton", ON_OR_OFF)
    summary_solutions: bool = stored("override.summarySlideSolutionButton", FLAG, True)
    summary_retry: bool = stored("override.summarySlideRetryButton", FLAG, True)
    printable: bool = stored("override.enablePrintButton", FLAG, False)
    share_facebook: bool = stored("override.social.showFacebookShare", FLAG, False)
    facebook: Any = optional("override.social.facebookShare", RAW)
    share_twitter: bool = stored("override.social.showTwitterShare", FLAG, False)
    twitter: Any = optional("override.social.twitterShare", RAW)
    share_google: bool = stored("override.social.showGoogleShare", FLAG, False)
    google_address: str = stored("override.social.googleShareUrl", TEXT, "", silent="")
