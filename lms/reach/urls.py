from django.urls import path

from lms.reach import views

app_name = "reach"
urlpatterns = [path("impact/", views.impact, name="impact")]
