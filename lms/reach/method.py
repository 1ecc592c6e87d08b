"""How reach is counted, in sentences for readers: on the page, in exports, on the public page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentences = tuple[tuple[str | Promise, str | Promise], ...]

UPPER_ESTIMATE = _(
    "Estimare maximală: un elev este nou în fiecare clasă, deci același om se poate număra de mai "
    "multe ori."
)

PUBLIC_NOTES: Sentences = (
    (
        _("Participări"),
        _(
            "Elevii prezenți la sesiunile la clasă raportate sau verificate. Un elev prezent la "
            "două lecții se numără de două ori."
        ),
    ),
    (
        _("Ce nu se numără"),
        _(
            "Sesiunile neconfirmate, returnate sau anulate, cele oprite pentru verificare și "
            "dublurile. Descărcările nu se numără niciodată ca oameni."
        ),
    ),
    (
        _("Profesori și școli"),
        _(
            "Fiecare școală și fiecare profesor se numără o singură dată, oricâte sesiuni au. Un "
            "profesor este recunoscut după un cod care nu spune cine este."
        ),
    ),
    (
        _("Când"),
        _("O sesiune aparține zilei în care s-a ținut, nu zilei în care a fost înregistrată."),
    ),
    (
        _("Online"),
        _(
            "Persoane care au parcurs până la capăt cel puțin un modul, în orice limbă. Cine era "
            "într-o clasă numărată ca sesiune la clasă nu se numără și aici. Este o estimare "
            "maximală: un elev este nou în fiecare clasă, pentru că nu știm cine este. Nu se adună "
            "la participările elevilor."
        ),
    ),
)

SECRETARIAT_NOTES: Sentences = (
    *PUBLIC_NOTES,
    (
        _("Neconfirmate"),
        _(
            "O sesiune înregistrată fără cont rămâne neconfirmată până când profesorul deschide "
            "linkul din e-mail sau cineva o acceptă. Este arătată separat."
        ),
    ),
    (
        _("Carantină"),
        _(
            "Școală necunoscută; dată ulterioară zilei înregistrării; nici elevi, nici adulți; "
            "peste 60 de elevi fără să fie adunare. Se păstrează și se listează, dar nu se "
            "numără."
        ),
    ),
    (
        _("Dubluri"),
        _(
            "Aceeași școală, clasă, lecție și dată. Se numără cea înregistrată prima; celelalte "
            "se listează și intră numai dacă o persoană spune că nu sunt dubluri."
        ),
    ),
    (
        _("Elevi diferiți (estimat)"),
        _(
            "Din fiecare clasă, urmărită prin ani în același ciclu, se ia sesiunea numărată cu cei "
            "mai mulți elevi, cu fetele și băieții ei. Un grup fără clasă este un grup aparte."
        ),
    ),
    (
        _("Adulți"),
        _("Adulții prezenți la sesiuni se numără separat și nu se adună la elevi."),
    ),
    (
        _("Județ, mediu, nivel"),
        _("Județul și mediul vin din registrul școlilor, după cod; nivelul vine din clasă."),
    ),
)

PROVISIONAL_NOTE = _(
    "Un an al cărui raport nu este publicat se vede numai pe țară, așa cum era în prima zi a "
    "lunii, rotunjit în jos la zeci. Altfel, din două cifre vecine s-ar putea afla ce a "
    "înregistrat o singură clasă."
)

SUPPRESSION_NOTE = _(
    "În tabelele publice, cifrele de la 1 la 9 sunt ascunse, împreună cu atâtea altele câte "
    "trebuie ca niciuna să nu poată fi aflată prin scădere. Totalul pe țară se vede întotdeauna."
)
