from django.urls import path

from lms.organisations import views

app_name = "organisations"
urlpatterns = [path("scoli/", views.schools, name="schools")]
