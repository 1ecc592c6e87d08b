from django.urls import path

from lms.people import views

app_name = "people"
urlpatterns = [path("", views.home, name="home")]
