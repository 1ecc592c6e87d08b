"""The tables that Wagtail's admin gives to save: the history of the site, its reports.

They name what strangers typed, such as a school that was not in the list, and Wagtail writes it
as it is. What it has no rule of its own for goes through `safe_cell`, like every table of ours.
"""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from lms.core.safe_cell import safe_cell


def make_safe() -> None:
    """Called once, when the app is ready."""
    # The rules are looked through in order: `object` comes last and takes whatever is left.
    SpreadsheetExportMixin.custom_value_preprocess[object] = dict.fromkeys(
        SpreadsheetExportMixin.FORMATS, safe_cell
    )
