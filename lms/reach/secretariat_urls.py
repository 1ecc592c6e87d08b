"""Addresses where the secretariat verifies, reminds, closes and publishes."""

from django.urls import path

from lms.reach.views import completeness, deciding, periods, review

urlpatterns = [
    path("raport/de-verificat/", review.inbox, name="inbox"),
    path("raport/de-verificat/neconfirmate/", deciding.accept_many, name="accept_many"),
    path("raport/de-verificat/cifra/<uuid:figure>/", deciding.decide_figure, name="decide_figure"),
    path("raport/de-verificat/campanie/<uuid:run>/", deciding.decide_run, name="decide_run"),
    path(
        "raport/de-verificat/sesiune/<path:reference>/",
        deciding.decide_session,
        name="decide_session",
    ),
    path("raport/completitudine/", completeness.completeness, name="completeness"),
    path("raport/decizii/", periods.every_decision, name="decisions"),
    path("raport/perioade/", periods.periods, name="periods"),
    path("raport/perioade/<int:year>/", periods.period, name="period"),
    path("raport/perioade/<int:year>/v<int:number>.json", periods.version, name="report_version"),
]
