"""What a campaign must have in order before readers get it."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from lms.campaigns.models import CampaignPage


def draft_errors(page: "CampaignPage") -> dict[str, object]:
    """{field: what is wrong} with its latest draft when it is published without its form: an
    address that was free when it was written may be another campaign's by now."""
    try:
        page.get_latest_revision_as_object().clean()
    except ValidationError as error:
        return {field: " ".join(texts) for field, texts in error.message_dict.items()}
    return {}
