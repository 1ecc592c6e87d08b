"""The tables of the yearly report and the lists behind their figures."""

from django.urls import path

from lms.reach.views import records, tables

urlpatterns = [
    path("raport/<int:year>/tabele/", tables.tables, name="tables"),
    path("raport/<int:year>/campanii/", records.campaigns, name="campaigns"),
    path("raport/<int:year>/formari/", records.trainings, name="trainings"),
    path("raport/<int:year>/declarate/", records.declared, name="declared"),
]
