"""Wagtail: nothing in it calls home, and its sign-in is ours."""

from lms.settings.environment import SITE_URL

WAGTAIL_SITE_NAME = "ProTECT"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_LOGIN_URL = "/cont/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/cont/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Among the formats that `lms.core.formats` reads.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ro", "Română"), ("en", "English")]
# One zone for all; the browser would not know some of the names that Python lists.
WAGTAIL_USER_TIME_ZONES = ["Europe/Bucharest"]
WAGTAILADMIN_COMMENTS_ENABLED = True
# Milliseconds without a change before a draft is kept. At Wagtail's half a second the whole form
# of a plan, 200 kB, would be sent and checked at every pause between two words.
WAGTAIL_AUTOSAVE_INTERVAL = 5_000
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "lms.core.rich_text.LazyRichTextArea"}}
WAGTAIL_FINISH_WORKFLOW_ACTION = "lms.core.approving.publish_approved"
WAGTAILIMAGES_IMAGE_MODEL = "media.ContentImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.ContentDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["docx", "mp3", "odt", "ogg", "pdf", "pptx", "txt", "vtt", "xlsx"]
# Files are judged by their content and cleaned as they come in; limits are in media.intake.limits.
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.library.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.library.DocumentForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 80_000_000  # of all frames together
# The second keeps the words that public search ranks; the admin searches in the first.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
    "words": {"BACKEND": "lms.pages.search.backend"},
}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # nothing is embedded from another host
# Only what every browser plays: an original that needs a conversion to be seen would be lost where
# there is no ffmpeg.
WAGTAILMEDIA = {
    "MEDIA_MODEL": "media.Recording",
    "MEDIA_FORM_BASE": "media.recordings.forms.RecordingForm",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": ["m4a", "mp3", "ogg"],
}
# The largest recording that is taken, in bytes. The proxy in front has a limit of its own.
RECORDING_LIMIT = 300_000_000
