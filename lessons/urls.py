from django.urls import path, register_converter

from lessons.views import catalogue, curriculum, downloads

app_name = "lessons"


class SchoolYearConverter:
    """2026-2027"""

    regex = r"\d{4}-\d{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SchoolYearConverter, "school_year")

urlpatterns = [
    path("", catalogue.catalogue, name="catalogue"),
    path("curriculum/", curriculum.curriculum, name="curriculum"),
    path("conventie/", curriculum.convention, name="convention"),
    path("conventie/<int:number>/", curriculum.article, name="article"),
    path("<slug:slug>/", catalogue.plan, name="plan"),
    path("<slug:slug>/intrebari/", downloads.questions, name="download_questions"),
    path("<slug:slug>/<school_year:school_year>/", catalogue.edition, name="edition"),
    path(
        "<slug:slug>/<school_year:school_year>/set-v<int:version>/<str:name>",
        downloads.kit_file,
        name="kit_file",
    ),
]
