from django.urls import path

from media import views
from media.recordings.views import recording_file

app_name = "media"
urlpatterns = [
    path("inregistrari/<uuid:public_id>/<str:name>", recording_file, name="recording"),
    path("<path:name>", views.image_file, name="image"),
]
