"""The admin in our colours and type."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    """The font and the colours, as files: the admin loads nothing from elsewhere."""
    sheets = [(static(path),) for path in ("fonts/fonts.css", "css/admin.css")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)
