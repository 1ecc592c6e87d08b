from django.urls import path

from lms.training.views import (
    asking,
    attendance,
    certificates,
    events,
    importing,
    programmes,
    public_events,
    requests,
    trainers,
    years,
)

app_name = "training"
urlpatterns = [
    path("", programmes.programmes, name="programmes"),
    path("cerere/", asking.ask, name="ask"),
    path("cerere/trimisa/", asking.asked, name="asked"),
    path("cereri/", requests.queue, name="requests"),
    path("cereri/<uuid:public_id>/", requests.one, name="request"),
    path("nou/", events.plan, name="plan"),
    path("anul/", years.this_year, name="this_year"),
    path("anul/<int:year>/", years.year, name="year"),
    path("anul/<int:year>/proiect-<int:pk>.<str:kind>", years.funder_file, name="funder_file"),
    path("evenimente/", events.events, name="events"),
    path("evenimente/<uuid:public_id>/", events.event, name="event"),
    path("evenimente/<uuid:public_id>/schimbare/", events.change, name="change"),
    path("evenimente/<uuid:public_id>/persoana/", attendance.add, name="add"),
    path("evenimente/<uuid:public_id>/lista/import/", importing.upload, name="import"),
    path("evenimente/<uuid:public_id>/lista/import/salvare/", importing.save, name="save_import"),
    path(
        "evenimente/<uuid:public_id>/lista.csv", importing.table, {"kind": "csv"}, name="list_csv"
    ),
    path(
        "evenimente/<uuid:public_id>/lista.xlsx",
        importing.table,
        {"kind": "xlsx"},
        name="list_xlsx",
    ),
    path("evenimente/<uuid:public_id>/numaratoare/", attendance.heads, name="heads"),
    path("evenimente/<uuid:public_id>/prezenta/<int:number>/", attendance.sitting, name="sitting"),
    path(
        "evenimente/<uuid:public_id>/bifa/<uuid:key>/",
        attendance.tick_one,
        name="tick",
    ),
    path(
        "evenimente/<uuid:public_id>/prezenta/<int:number>/ecran/",
        attendance.screen,
        name="screen",
    ),
    path(
        "evenimente/<uuid:public_id>/prezenta/<int:number>/lista.pdf",
        attendance.sheet,
        name="sheet",
    ),
    path("evenimente/<uuid:public_id>/adeverinte/", certificates.certificates, name="certificates"),
    path("evenimente/<uuid:public_id>/adeverinte.zip", certificates.batch, name="batch"),
    path(
        "evenimente/<uuid:public_id>/adeverinte/<str:number>/",
        certificates.certificate,
        name="certificate",
    ),
    path(
        "evenimente/<uuid:public_id>/adeverinte/<str:number>.pdf",
        certificates.certificate_file,
        name="certificate_file",
    ),
    path("e/<str:code>/", public_events.show, name="public_event"),
    path("e/<str:code>/inscris/", public_events.enrolled, name="enrolled"),
    path("e/<str:code>/calendar.ics", public_events.calendar, name="calendar"),
    path("inscriere/sters/", public_events.erased, name="erased"),
    path("inscriere/<str:token>/", public_events.own, name="own"),
    path("inscriere/<str:token>/date.json", public_events.own_data, name="own_data"),
    path("inscriere/<str:token>/adeverinta.pdf", certificates.own_pdf, name="own_certificate"),
    path("prezent/<str:token>/", public_events.present, name="present"),
    path("<slug:slug>/", programmes.programme, name="programme"),
    path("<slug:slug>/ghid/", trainers.guide, name="guide"),
    path("<slug:slug>/materiale/<int:pk>/", trainers.material, name="material"),
]
