from django.urls import path
from wagtail.views import serve

from lms.pages import finding_views

app_name = "pages"
urlpatterns = [
    path("", serve, {"path": ""}, name="home"),
    path("cautare/", finding_views.search, name="search"),
]
