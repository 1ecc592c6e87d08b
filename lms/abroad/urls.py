from django.urls import path

from lms.abroad.views import cards, lists, offline

app_name = "abroad"
# What is not a country comes first; none of these words is the slug of one.
urlpatterns = [
    path("contacte/", lists.contacts, name="contacts"),
    path("compara/", lists.comparison, name="compare"),
    path("sw.js", offline.worker, name="worker"),
    path("<slug:slug>/card/", cards.card, name="card"),
    path("<slug:slug>/card.pdf", cards.card_as_pdf, name="card_pdf"),
]
