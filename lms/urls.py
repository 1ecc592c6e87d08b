"""Addresses: Romanian at the root, other languages under a prefix, the same path words in all."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView, TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from lessons.views import module_sharing, offline
from lms.campaigns import views as campaigns
from lms.core import views as core_views
from lms.pages import finding_views
from lms.reach.views import cascade
from lms.training.views import certificates
from media.views import document_file

handler403 = "lms.core.views.forbidden"
handler404 = "lms.core.views.not_found"
handler500 = "lms.core.views.server_error"

_to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
_to_reset = RedirectView.as_view(pattern_name="account_reset_password")

urlpatterns = [
    # Wagtail's own sign-in would let a user with a second factor in without it: these come first.
    path("admin/login/", _to_login),
    path("admin/password_reset/", _to_reset),
    path("admin/password_reset/<path:rest>", RedirectView.as_view(url="/cont/password/reset/")),
    path("admin/", include(wagtailadmin_urls)),
    # At the address that Wagtail's own would answer: with Range, and nothing in it runs.
    path("documente/<int:document_id>/<path:name>", document_file),
    path("documente/", include(wagtaildocs_urls)),
    path("healthz", core_views.healthz),
    path("readyz", core_views.readyz),
    path("fisiere/", include("media.urls")),
    path("h5p/incercare/", include("quizzes.urls")),
    path("h5p/", include("media.player.urls")),
    path("sitemap.xml", finding_views.sitemap),
    path("sitemap-<int:number>.xml", finding_views.sitemap_part, name="sitemap_part"),
    path(
        "distribuie/<slug:language>/<slug:name>/<slug:digest>.png",
        finding_views.share_card,
        name="share_card",
    ),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    path("sw.js", offline.worker, name="worker"),
    path("m/<int:pk>/", module_sharing.short, name="short_module"),
    path("api/v1/", include("lms.reach.api.urls")),
    path("iesire/", core_views.quick_exit, name="quick_exit"),
    *i18n_patterns(
        path("_util/login/", _to_login),
        path("cont/", include("lms.organisations.urls")),
        path("cont/", include("lms.people.urls")),
        path("cont/", include("allauth.urls")),
        path("lectii/", include("lessons.urls")),
        path("module/", include("lessons.module_urls")),
        path("video/", include("lessons.recording_urls")),
        # Reads trainings and class sessions, so it is the report's; trainers look for it here.
        path("formare/cascada/", cascade.cascade, name="cascade"),
        path("formare/cascada.csv", cascade.cascade_as_csv, name="cascade_csv"),
        path("formare/", include("lms.training.urls")),
        path("adeverinta/", certificates.ask_number, name="ask_certificate"),
        path("adeverinta/<str:number>/", certificates.check, name="certificate"),
        path("adeverinta/<str:number>.json", certificates.check_as_json, name="certificate_json"),
        path("c/<slug:short>/", campaigns.short, name="short_campaign"),
        path("campanii/", include("lms.campaigns.urls")),
        path("clase/", include("lms.classrooms.urls")),
        path("intra/", include("lms.classrooms.join_urls")),
        path("ajutor/", include("lms.helplines.urls")),
        path("autoevaluare/", include("lms.selfcheck.urls")),
        path("munca-in-strainatate/", include("lms.abroad.urls")),
        path("", include("lms.reach.urls")),
        path("", include("lms.pages.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
