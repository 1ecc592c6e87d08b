"""STORY: the one list of blocks that every body uses."""

from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from media.activity_blocks import ActivityBlock
from media.recordings.blocks import RecordingBlock

RICH_TEXT = ["bold", "italic", "h3", "ol", "ul", "link", "document-link"]


class CalloutBlock(blocks.StructBlock):
    """A paragraph that stands apart: advice, a sentence to say, a caution."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("advice", _("sfat")),
            ("sentence", _("propoziție de spus")),
            ("care", _("cu grijă")),
        ],
        default="advice",
        label=_("fel"),
    )
    title = blocks.CharBlock(required=False, max_length=120, label=_("titlu"))
    text = blocks.RichTextBlock(features=RICH_TEXT, label=_("text"))

    class Meta:
        icon = "info-circle"
        label = _("Casetă")
        template = "media/blocks/callout.html"


class TermBlock(blocks.StructBlock):
    """A word and what it means."""

    term = blocks.CharBlock(max_length=120, label=_("termen"))
    definition = blocks.TextBlock(label=_("explicație"))

    class Meta:
        label = _("Termen")


class MisconceptionBlock(blocks.StructBlock):
    """What people often believe, and what is so."""

    belief = blocks.CharBlock(max_length=240, label=_("se crede că"))
    reply = blocks.TextBlock(label=_("de fapt"))

    class Meta:
        label = _("Idee greșită")


class TaskBlock(blocks.StructBlock):
    """One task of a worksheet."""

    prompt = blocks.TextBlock(label=_("cerință"))
    options = blocks.ListBlock(blocks.CharBlock(max_length=240), required=False, default=[])
    lines = blocks.IntegerBlock(min_value=0, max_value=20, default=3, label=_("rânduri de scris"))
    answer = blocks.TextBlock(required=False, label=_("răspuns (numai pentru profesor)"))

    class Meta:
        icon = "list-ol"
        label = _("Sarcină de lucru")
        template = "media/blocks/task.html"


STORY = [
    (
        "heading",
        blocks.CharBlock(
            max_length=120, icon="title", template="media/blocks/heading.html", label=_("Titlu")
        ),
    ),
    (
        "paragraph",
        blocks.RichTextBlock(
            features=RICH_TEXT, label=_("Text"), template="media/blocks/paragraph.html"
        ),
    ),
    ("image", ImageBlock(template="media/blocks/image.html", label=_("Imagine"))),
    ("callout", CalloutBlock()),
    (
        "vocabulary",
        blocks.ListBlock(
            TermBlock(),
            icon="openquote",
            label=_("Vocabular"),
            template="media/blocks/vocabulary.html",
        ),
    ),
    (
        "misconceptions",
        blocks.ListBlock(
            MisconceptionBlock(),
            icon="help",
            label=_("Idei greșite frecvente"),
            template="media/blocks/misconceptions.html",
        ),
    ),
    ("task", TaskBlock()),
    ("activity", ActivityBlock()),
    ("recording", RecordingBlock()),
]


def story_text(body: blocks.StreamValue) -> str:
    """All words of a story as plain text, for search."""
    words: list[str] = []
    for child in body:
        words += child.block.get_searchable_content(child.value)
    return unescape(strip_tags(" ".join(words)))


def story_items(body: blocks.StreamValue, kind: str) -> list[blocks.StructValue]:
    """The items of all list blocks of this kind ("vocabulary", "misconceptions")."""
    return [item for child in body if child.block_type == kind for item in child.value]
