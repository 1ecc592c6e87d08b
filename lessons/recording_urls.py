from django.urls import path

from lessons.views import recordings

app_name = "recordings"
urlpatterns = [
    path("", recordings.index, name="index"),
    path("<slug:slug>/", recordings.one, name="one"),
]
