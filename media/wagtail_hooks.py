"""The library in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from lms.core import generation
from media import closed_files


@hooks.register("after_create_page")
def tell_of_closed_files(request: HttpRequest, page: Page) -> None:
    """A new page may use what its readers cannot open."""
    closed_files.warn(request, page)


@hooks.register("after_edit_page")
def tell_of_closed_files_again(request: HttpRequest, page: Page) -> None:
    """So may one that was changed."""
    closed_files.warn(request, page)


@hooks.register("after_bulk_action")
def forget_what_was_open(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Moving many files to a collection saves none of them, so nothing else would tell that a
    picture was closed."""
    if action_type == "add_to_collection":
        generation.advance()
