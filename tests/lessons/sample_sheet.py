"""A realistic Romanian plan as input of the kit builders, for tests and for looking at."""

from datetime import date

from lessons.kits.sheets import (
    Case,
    Choice,
    HelpLine,
    Hook,
    Letter,
    Misconception,
    PlanSheet,
    QuizQuestion,
    Slide,
    Statistic,
    Step,
    Task,
    Term,
    Worksheet,
)

ANSWER_MARK = "Semnal: insistă să rămână secret"
FEEDBACK_MARK = "Mai gândește-te: un prieten adevărat nu cere să ascunzi"
TEACHER_MARK = "Nu cereți elevilor să povestească despre ei"
NOTES_MARK = "Lăsați zece secunde de liniște"

_STEPS = (
    Step(
        "Începem cu regulile noastre",
        6,
        3,
        "cu toată clasa",
        "<p>Spuneți: <em>„Astăzi vorbim despre oameni inventați. Nimeni nu trebuie să povestească "
        "despre sine. Poți sări peste orice parte.”</em></p><ul><li>Scrieți pe tablă cele trei "
        "reguli: ascultăm, nu judecăm, nu spunem mai departe.</li><li>Arătați unde este cutia cu "
        "bilețele, pentru cine vrea să vorbească mai târziu.</li></ul>",
    ),
    Step(
        "Povestea Mariei: găsește semnalele",
        15,
        8,
        "în grupuri de patru",
        "<p>Împărțiți <strong>Fișa 1</strong>. Fiecare grup citește povestea și subliniază "
        "momentele în care ceva s-a schimbat.</p><h3>Întrebări de ajutor</h3><ol><li>Ce a cerut "
        "persoana?</li><li>Ce s-a întâmplat când Maria a spus nu?</li><li>Cine ar fi putut să o "
        "asculte?</li></ol><p>Adunați pe tablă cel puțin patru semnale.</p>",
    ),
    Step(
        "Exersăm o propoziție care oprește",
        14,
        9,
        "în perechi",
        "<p>Fiecare pereche alege o situație și spune cu voce tare o propoziție scurtă, de "
        "exemplu: <em>„Nu trimit poze. Dacă insiști, îi spun mamei.”</em></p>",
    ),
    Step(
        "Harta „Cui îi spun”",
        10,
        0,
        "individual",
        "<p>Elevii completează <strong>Planul meu de siguranță</strong>. Fișa rămâne la ei; nu o "
        "strângeți și nu o citiți.</p>",
    ),
    Step(
        "Ieșirea",
        5,
        0,
        "cu toată clasa",
        "<p>Trei întrebări pe bilețele fără nume. Mulțumiți fiecăruia și amintiți liniile de "
        "ajutor.</p>",
    ),
)

_WORKSHEETS = (
    Worksheet(
        "fisa-1",
        "Fișa 1: Povestea Mariei",
        (
            Task(
                "Subliniază în poveste momentele în care ceva s-a schimbat.",
                lines=2,
                answer=ANSWER_MARK + "; o face să se simtă datoare pentru cadou.",
            ),
            Task(
                "Ce semnale ai găsit? Bifează-le pe toate.",
                (
                    "cere să păstrezi un secret",
                    "te întreabă ce teme ai",
                    "insistă după ce spui nu",
                    "îți promite un cadou dacă trimiți o poză",
                ),
                answer="Primul, al treilea și al patrulea.",
            ),
            Task(
                "Scrie o propoziție pe care Maria o poate spune.",
                lines=3,
                answer="Orice refuz scurt și clar, fără scuze.",
            ),
        ),
        intro="Citește povestea, apoi lucrați împreună. Poți sări peste orice întrebare.",
    ),
    Worksheet(
        "planul-meu-de-siguranta",
        "Planul meu de siguranță",
        (
            Task("Cum îmi dau seama că ceva nu e în regulă (ce simt, ce observ)", lines=2),
            Task("Ce propoziție pot să spun", lines=2),
            Task("Cui îi spun: trei oameni în care am încredere", lines=3),
            Task(
                "Ce fac cu telefonul și cu conturile mele",
                ("blochez persoana", "păstrez dovezile", "fac contul privat"),
                1,
            ),
            Task("Ce mă ajută să mă liniștesc", lines=2),
        ),
        private=True,
        intro="Completează doar ce vrei. Îl poți schimba oricând.",
    ),
)

_QUIZ = (
    QuizQuestion(
        "Cineva cunoscut într-un joc îți cere să păstrezi prietenia voastră secretă. Ce faci?",
        (
            Choice("Păstrez secretul, altfel se supără.", False, FEEDBACK_MARK + "."),
            Choice(
                "Îi spun unui adult în care am încredere.",
                True,
                "Secretul cerut de un necunoscut este un semnal. Ai dreptul să spui.",
            ),
            Choice("Îi cer și eu un secret.", False, "Mai gândește-te: ce ar schimba asta?"),
        ),
    ),
    QuizQuestion(
        "O prietenă a trimis o poză și acum e șantajată. Ce îi spui?",
        (
            Choice(
                "Nu e vina ta. Mergem împreună la cineva care ne ajută.",
                True,
                "Cine șantajează greșește, nu ea.",
            ),
            Choice("Plătește, ca să scapi.", False, "Mai gândește-te: cererile continuă."),
            Choice(
                "Șterge tot și nu spune nimănui.", False, "Mai gândește-te: dovezile pot ajuta."
            ),
        ),
    ),
)

_SLIDES = (
    Slide(
        "Astăzi",
        "<ul><li>Recunoaștem semnalele</li><li>Spunem o propoziție care oprește</li>"
        "<li>Știm cui îi spunem</li></ul>",
        NOTES_MARK + " înainte de prima întrebare.",
    ),
    Slide(
        "Regulile noastre",
        "<ul><li>Ascultăm</li><li>Nu judecăm</li><li>Poți sări peste</li></ul>",
        "Citiți regulile și întrebați dacă lipsește ceva.",
    ),
    Slide(
        "Cine e în spatele ecranului?",
        "<p>Un cont poate arăta orice <strong>vârstă</strong>, "
        "orice <strong>poză</strong>, orice <strong>nume</strong>.</p>",
        "Cei mai mulți recrutori sunt oameni cunoscuți.",
    ),
    Slide("Un semnal", "<p>„Să nu spui nimănui.”</p>", "Întrebați: de ce ar cere cineva asta?"),
)

SAMPLE = PlanSheet(
    title="Cum să fii în siguranță pe Social Media",
    subtitle="Clasele V–VIII",
    locale="ro",
    slug="social-media-v-viii",
    summary="Elevii recunosc semnalele unei capcane online și exersează ce pot spune și cui.",
    essential_question="Cum îmi dau seama că cineva de pe internet nu îmi vrea binele?",
    outcomes=(
        "Elevii pot numi trei semnale ale unei capcane online;",
        "Elevii pot spune o propoziție care oprește presiunea;",
        "Elevii știu trei oameni cărora le pot cere ajutor.",
    ),
    age_band_label="11–14 ani",
    grades_label="V–VIII",
    theme_label="Online",
    duration=50,
    short_duration=20,
    edition_label="2026-2027",
    version=3,
    licence="CC BY-SA 4.0",
    address="https://protect.example.org/lectii/social-media-v-viii/",
    register_url="https://protect.example.org/s/Zm9vYmFy.c2lnbmF0dXJl-k1",
    short_register_url="protect.example.org/s/K7M4-Q2",
    built_on=date(2026, 11, 23),
    steps=_STEPS,
    content_note="Se vorbește despre presiune și șantaj cu poze, fără detalii, circa 10 minute. "
    "Oricine poate sări peste.",
    materials=("tablă și cretă sau marker", "fișele tipărite, câte una de elev", "o cutie"),
    background_html="<p>Capcana începe aproape mereu cu <strong>atenție și cadouri</strong>. "
    "În prima jumătate a anului 2025, 61 % dintre victime au fost recrutate de oameni "
    "cunoscuți.</p><ul><li>Cine recrutează caută nevoia: bani, atenție, apartenență.</li>"
    "<li>Rușinea îi face pe copii să tacă; calmul adultului îi ajută să spună.</li></ul>",
    before_html="<p>Anunțați consilierul școlar cu o zi înainte.</p><p>" + TEACHER_MARK + ".</p>",
    after_html="<p>Rămâneți zece minute în clasă după oră.</p>",
    trusted_map_html="<p>Trei cercuri: acasă, la școală, în altă parte.</p>",
    disclosure_html="<ol><li><strong>Ascultați</strong> fără să întrerupeți și fără întrebări de "
    "anchetă.</li><li>Spuneți: <em>„Îți mulțumesc că mi-ai spus. Nu e vina ta.”</em></li>"
    "<li><strong>Nu promiteți secretul.</strong> Explicați cui veți spune și de ce.</li>"
    "<li>Sunați la <strong>119</strong> sau la DGASPC; în pericol imediat, la 112.</li></ol>"
    "<p>Platforma nu păstrează nimic despre un caz.</p>",
    vocabulary=(
        Term("manipulare", "când cineva te face să faci ce vrea el, ascunzând de ce"),
        Term("dovadă", "mesaj, poză sau captură care arată ce s-a întâmplat"),
    ),
    misconceptions=(
        Misconception(
            "„Doar fetele cad în plasă.”", "Și băieții; la ei se vorbește mai puțin despre asta."
        ),
        Misconception(
            "„Dacă ai trimis o poză, e vina ta.”",
            "Vinovat este cel care cere, amenință sau distribuie.",
        ),
    ),
    cases=(
        Case(
            "Maria și prietenul din joc",
            "<p>Maria are 13 ani și locuiește cu bunica. Într-un joc îl cunoaște pe Vlad, care îi "
            "trimite monede și o ascultă în fiecare seară. După trei săptămâni, Vlad îi cere o "
            "poză și îi spune: <em>„să rămână între noi”</em>.</p>",
            ("Ce s-a schimbat după trei săptămâni?", "Cui i-ar putea spune Maria?"),
            "<p>Nu intrați în detalii despre poză. Duceți discuția spre ajutor.</p>",
        ),
    ),
    worksheets=_WORKSHEETS,
    slides=_SLIDES,
    quiz=_QUIZ,
    exit_questions=("Ce semnal îmi amintesc?", "Ce pot spune?", "Cui îi spun?"),
    family_letter=Letter(
        "Despre lecția de azi: siguranța pe internet",
        "<p>Stimați părinți, dragi bunici,</p><p>Astăzi clasa a vorbit despre cum arată o capcană "
        "pe internet și ce putem face.</p><h3>Ce puteți întreba acasă</h3><ul><li>Ce propoziție "
        "ai exersat azi?</li><li>Cui i-ai spune dacă cineva te-ar speria?</li></ul><p>Ascultați "
        "fără ceartă. Un copil certat nu mai spune a doua oară.</p>",
    ),
    helplines=(
        HelpLine(
            "112", "Numărul unic de urgență", "oricine, pericol imediat", "non-stop", "gratuit"
        ),
        HelpLine(
            "119",
            "Numărul unic pentru copii",
            "copii și oricine știe de un copil în pericol",
            "24/24",
        ),
        HelpLine("0800 800 678", "TelVerde ANITP", "victime, martori, oricine bănuiește un caz"),
        HelpLine("116 111", "Telefonul Copilului", "copii, părinți, profesori", "7 zile din 7"),
    ),
    statistics=(
        Statistic(
            "victime recrutate de cunoscuți, prieteni, vecini, colegi, rude",
            "61 %",
            "prima jumătate a anului 2025",
            "Libertatea, 11.10.2025, citând ANITP",
        ),
        Statistic(
            "tineri de 12–17 ani care intră pe internet de pe telefon",
            "96 %",
            "2019",
            "Salvați Copiii, prin scoaladualacte.ro, 22.06.2022",
        ),
    ),
    hooks=(
        Hook(
            "2026-2027",
            "Consiliere și dezvoltare personală, clasa a VII-a",
            "Modulul despre relații și comunicare",
        ),
    ),
    crc=(
        "art. 16: viața privată",
        "art. 19: protecția împotriva violenței",
        "art. 34: protecția împotriva exploatării sexuale",
    ),
)
