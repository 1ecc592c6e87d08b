from django.urls import include, path

from lms.reach.views import gathered, online, report, sessions

app_name = "reach"
urlpatterns = [
    path("", include("lms.reach.declaring_urls")),
    path("", include("lms.reach.secretariat_urls")),
    path("", include("lms.reach.public_urls")),
    path("raport/", report.this_year, name="this_year"),
    path("raport/<int:year>/", report.report, name="report"),
    path("raport/<int:year>/sesiuni/", sessions.sessions, name="sessions"),
    path("raport/<int:year>/sesiuni.csv", sessions.sessions_as_csv, name="sessions_csv"),
    path("raport/<int:year>/scoli/", gathered.schools, name="schools"),
    path("raport/<int:year>/profesori/", gathered.teachers, name="teachers"),
    path("raport/<int:year>/online/", online.online, name="online"),
    path("raport/<int:year>/online.csv", online.online_as_csv, name="online_csv"),
    path("", include("lms.reach.tables_urls")),
    path("raport/sesiuni/<path:reference>/", sessions.session, name="session"),
]
