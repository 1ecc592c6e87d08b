from django.urls import path
from wagtail.views import serve

from lms.pages import views

app_name = "pages"
urlpatterns = [
    path("", serve, {"path": ""}, name="home"),
    path("resurse/afis-linii-de-ajutor.pdf", views.poster, name="poster"),
    path("cautare/", views.search, name="search"),
]
