from django.urls import path

from media import views

app_name = "media"
urlpatterns = [path("<path:name>", views.image_file, name="image")]
