"""The rich-text field of the admin, made an editor only when it comes near the screen.

A lesson plan has some thirty rich texts. Starting all their editors at once took half of what the
form needs to open. Until then the words stand there as plain text, and the hidden field holds the
value, so that saving loses nothing.
"""

import json
from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea

# In the order in which the editor writes them.
BLOCK_KEYS = ("key", "text", "type", "depth", "inlineStyleRanges", "entityRanges", "data")


class LazyRichTextArea(DraftailRichTextArea):
    """Wagtail's editor, started by js/lazy-editors.js instead of on load."""

    template_name = "wagtailadmin/widgets/lazy_rich_text.html"

    class Media:
        js = ("js/lazy-editors.js",)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.attrs["data-controller"] = "lazy-editor"

    def format_value(self, value: object) -> str:
        """The value as the editor itself will write it: were it otherwise, starting an editor would
        look like a change, and Wagtail would save a draft of a page that was only read."""
        state = json.loads(super().format_value(value))
        blocks = [{key: block.get(key, {}) for key in BLOCK_KEYS} for block in state["blocks"]]
        if not any(block["text"].strip() or block["entityRanges"] for block in blocks):
            return "null"
        entities = {
            key: {name: entity[name] for name in ("type", "mutability", "data")}
            for key, entity in state["entityMap"].items()
        }
        written = {"blocks": blocks, "entityMap": entities}
        return json.dumps(written, ensure_ascii=False, separators=(",", ":"))

    def get_context(self, name: str, value: object, attrs: dict[str, str] | None) -> dict[str, Any]:
        """Wagtail's context and the words of the text, a line a block."""
        context = super().get_context(name, value, attrs)
        state = json.loads(context["widget"]["value"]) or {"blocks": []}
        context["widget"]["words"] = "\n".join(block["text"] for block in state["blocks"])
        return context
