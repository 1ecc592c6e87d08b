from django.urls import path
from wagtail.views import serve

from lms.pages import feeds, finding_views, views

app_name = "pages"
urlpatterns = [
    path("", serve, {"path": ""}, name="home"),
    path("resurse/afis-linii-de-ajutor.pdf", views.poster, name="poster"),
    path("cautare/", finding_views.search, name="search"),
    path("noutati/rss.xml", feeds.RssFeed(), name="news_rss"),
    path("noutati/atom.xml", feeds.AtomFeed(), name="news_atom"),
]
