from django.urls import path

app_name = "classrooms"
urlpatterns: list = []
