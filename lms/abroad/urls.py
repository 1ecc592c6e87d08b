from django.urls import path

from lms.abroad.views import cards, departure, lists, offer_check, offline

app_name = "abroad"
# What is not a country comes first; none of these words is the slug of one.
urlpatterns = [
    path("contacte/", lists.contacts, name="contacts"),
    path("compara/", lists.comparison, name="compare"),
    path("verifica-oferta/", offer_check.check, name="offer_check"),
    path("inainte-de-plecare/", departure.before_leaving, name="before_leaving"),
    path("sw.js", offline.worker, name="worker"),
    path("<slug:slug>/card/", cards.card, name="card"),
    path("<slug:slug>/card.pdf", cards.card_as_pdf, name="card_pdf"),
]
