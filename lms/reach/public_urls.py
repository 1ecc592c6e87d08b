"""Addresses of what anyone may read."""

from django.urls import path

from lms.reach.views import counter, public

urlpatterns = [
    path("impact/", public.newest, name="impact"),
    path("impact/contor.json", counter.counter_as_json, name="counter_json"),
    path("impact/contor.svg", counter.counter_as_svg, name="counter_svg"),
    path("impact/metoda/", public.method, name="method"),
    path("impact/api/", public.api_guide, name="api_guide"),
    path("impact/<int:year>/", public.impact, name="impact_year"),
    path("impact/<int:year>/rezumat/", public.summary, name="summary"),
    path("impact/<int:year>/v<int:version>.json", public.version_as_json, name="version_json"),
]
