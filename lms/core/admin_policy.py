"""The content security policy, and the looser one of the admin.

Wagtail's admin has scripts and styles within its pages, which visitors' pages must not have. But
there too nothing may be loaded from, or sent to, another host.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class PolicyMiddleware(CSPMiddleware):
    """Send CONTENT_SECURITY_POLICY, below /admin/ with what ADMIN_POLICY replaces."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The parts of the header for this page, as django-csp asks for them."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and not report_only:
            parts.replace = settings.ADMIN_POLICY
        return parts
