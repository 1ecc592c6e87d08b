from django.urls import path

from media.player import views

app_name = "h5p"
urlpatterns = [
    path("f/<str:sha256>/<str:signature>.<str:kind>", views.object_file, name="object"),
]
