from django.urls import path

from lms.classrooms.views import confirm, imports, mine, offline, queue, receipt, register, week

app_name = "classrooms"
urlpatterns = [
    path("sesiuni/", mine.mine, name="mine"),
    path("sesiuni/nou/", register.register, name="register"),
    path("sesiuni/<str:key>/", receipt.show, name="session"),
    path("sesiuni/<str:key>/dovada.pdf", receipt.pdf, name="receipt_pdf"),
    path("sesiuni/<str:key>/corectare/", receipt.correct, name="correct"),
    path("sesiuni/<str:key>/anulare/", receipt.void, name="void"),
    path("sesiuni/<str:key>/retrimitere/", confirm.resend, name="resend"),
    path("confirmare/<str:token>/", confirm.confirm, name="confirm"),
    path("link-pierdut/", mine.lost_link, name="lost_link"),
    path("adeverinta/<str:year>/", mine.certificate, name="certificate"),
    path("offline/", offline.offline, name="offline"),
    path("saptamana/", week.week, name="week"),
    path("import/", imports.upload, name="import"),
    path("import/<uuid:public_id>/", imports.preview, name="import_preview"),
    path("de-confirmat/", queue.queue, name="queue"),
    path("de-confirmat/<str:reference>/returnare/", queue.return_one, name="return"),
    path("de-confirmat/<str:reference>/nu-este-dublura/", queue.override, name="override"),
]
