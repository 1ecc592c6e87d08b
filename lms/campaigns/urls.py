"""What hangs on a campaign; the campaigns themselves are pages of Wagtail."""

from django.urls import path

from lms.campaigns import views

app_name = "campaigns"
urlpatterns = [
    path("<slug:slug>/promisiune/", views.pledge, name="pledge"),
    path("<slug:slug>/afis.pdf", views.poster, name="poster"),
]
