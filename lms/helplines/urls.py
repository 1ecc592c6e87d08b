from django.urls import path

from lms.helplines import views

app_name = "helplines"
urlpatterns = [path("judete/", views.county_directory, name="counties")]
