"""The admin in our colours and type, without a way round its forms."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.api.v2.router import WagtailAPIRouter


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    """The font and the colours, as files: the admin loads nothing from elsewhere."""
    sheets = [(static(path),) for path in ("fonts/fonts.css", "css/admin.css")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("construct_admin_api")
def read_only_api(api: WagtailAPIRouter) -> None:
    """Let the admin's own API be read and nothing more. Its actions publish, copy and revert pages
    without their forms, and so without the rules that only the forms ask; no screen uses them."""
    from wagtail.admin.api.views import PagesAdminAPIViewSet

    read_only = type("ReadOnlyPagesViewSet", (PagesAdminAPIViewSet,), {"actions": {}})
    api.register_endpoint("pages", read_only)


@hooks.register("construct_help_menu")
def no_foreign_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what leads to English pages on Wagtail's own site: the editors' guide is ours."""
    items[:] = [item for item in items if not item.name.startswith(("editor-guide", "whats-new"))]
