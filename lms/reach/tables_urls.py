"""The tables of the yearly report and the lists behind their figures."""

from django.urls import path

from lms.reach.exports.annual import KINDS
from lms.reach.views import charts, open_data, records, tables

urlpatterns = [
    path("impact/<int:year>/date-deschise.zip", open_data.bundle, name="open_data"),
    path("impact/<int:year>/harta/<slug:look>.svg", open_data.counties, name="public_map"),
    path("raport/<int:year>/tabele/", tables.tables, name="tables"),
    *(
        path(
            f"raport/<int:year>/tabele.{kind}",
            tables.tables_as_file,
            {"kind": kind},
            name=f"tables_{kind}",
        )
        for kind in KINDS
    ),
    *(
        path(
            f"raport/perioade/<int:year>/v<int:number>.{kind}",
            tables.version_as_file,
            {"kind": kind},
            name=f"version_{kind}",
        )
        for kind in ("pdf", "docx", "xlsx", "csv")
    ),
    path("raport/<int:year>/tabele.zip", tables.tables_as_bundle, name="tables_zip"),
    path("raport/<int:year>/grafice/<slug:chart>/<slug:look>.svg", charts.chart, name="chart"),
    path("raport/<int:year>/campanii/", records.campaigns, name="campaigns"),
    path("raport/<int:year>/formari/", records.trainings, name="trainings"),
    path("raport/<int:year>/declarate/", records.declared, name="declared"),
    path("raport/<int:year>/campanii.csv", records.campaigns, {"as_file": True}, "campaigns_csv"),
    path("raport/<int:year>/formari.csv", records.trainings, {"as_file": True}, "trainings_csv"),
    path("raport/<int:year>/declarate.csv", records.declared, {"as_file": True}, "declared_csv"),
]
