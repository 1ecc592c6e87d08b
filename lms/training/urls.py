from django.urls import path

from lms.training.views import programmes, trainers

app_name = "training"
urlpatterns = [
    path("", programmes.programmes, name="programmes"),
    path("<slug:slug>/", programmes.programme, name="programme"),
    path("<slug:slug>/ghid/", trainers.guide, name="guide"),
    path("<slug:slug>/materiale/<int:pk>/", trainers.material, name="material"),
]
