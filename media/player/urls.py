from django.urls import path

from media.player import views

app_name = "h5p"
urlpatterns = [
    path("<uuid:revision>/", views.player, name="player"),
    path("f/<str:sha256>/<str:signature>.<str:kind>", views.object_file, name="object"),
    path("c/<uuid:revision>/<path:name>", views.content_file, name="content"),
    path("l/<str:stamp>/<path:name>", views.library_file, name="library"),
    path("n/<str:stamp>/<str:name>", views.core_file, name="core"),
]
