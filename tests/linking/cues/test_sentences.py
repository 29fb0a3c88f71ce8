"""Sentences of our own in nine languages: whom a name in a case means, and what only looks like a listed name.

Each sentence is linked with its language and a date; a name that means nobody has an empty id.
"""

import pytest

import afgraph as af

_SENTENCES = [
    ("tur", "1994", "KABİL – Güçler geri çekildi.", [("KABİL", "plc:kabul")]),
    ("tur", "1994", "Kabil düştü; bu kabil haberler çoktu.", [("Kabil", "plc:kabul"), ("kabil", "")]),
    ("pus", "2001", "کابل د شمالي ټلوالې لاس ته ولوېد.", [("شمالي ټلوالې", "org:united-front")]),
    ("pus", "2002", "د لویې جرګې غړي راغلل.", [("لویې جرګې", "org:loya-jirga|evt:emergency-loya-jirga-2002")]),
    ("tur", "1996", "Görüşmeye Dostum’un adamları katıldı.", [("Dostum", "per:abdul-rashid-dostum")]),
    (
        "tur",
        "2022",
        "Kandahar’daki toplantıdan sonra Pençşirliler sustu.",
        [("Kandahar", "plc:kandahar-city|plc:kandahar")],
    ),
    (
        "tur",
        "1993",
        "Hikmetyar’ın roketleri Kâbil’e düştü; Mesud’la görüşmedi.",
        [("Hikmetyar", "per:gulbuddin-hekmatyar"), ("Kâbil", "plc:kabul"), ("Mesud", "per:ahmad-shah-massoud")],
    ),
    (
        "rus",
        "1993",
        "Хекматияра обвинили в обстреле Кабула, Дустума – в измене.",
        [("Хекматияра", "per:gulbuddin-hekmatyar"), ("Кабула", "plc:kabul"), ("Дустума", "per:abdul-rashid-dostum")],
    ),
    (
        "rus",
        "1999",
        "С Масудом встретились в Душанбе, о Герате не говорили.",
        [("Масудом", "per:ahmad-shah-massoud"), ("Душанбе", "plc:dushanbe"), ("Герате", "plc:herat|plc:herat-city")],
    ),
    (
        "uzb",
        "1997",
        "Doʻstumga qarshi Qobulda gaplar koʻp, Hirotdan xabar yoʻq.",
        [("Doʻstumga", "per:abdul-rashid-dostum"), ("Qobulda", "plc:kabul"), ("Hirotdan", "plc:herat|plc:herat-city")],
    ),
    (
        "uzb",
        "1997",
        "Дўстумга қарши Қобулда гаплар кўп, Ҳиротдан хабар йўқ.",
        [("Дўстумга", "per:abdul-rashid-dostum"), ("Қобулда", "plc:kabul"), ("Ҳиротдан", "plc:herat|plc:herat-city")],
    ),
    (
        "tgk",
        "1997",
        "Дӯстумро дар Кобул касе надид, Масъуду Раббонӣ дар Тахор буданд.",
        [
            ("Дӯстумро", "per:abdul-rashid-dostum"),
            ("Кобул", "plc:kabul"),
            ("Масъуду", "per:ahmad-shah-massoud"),
            ("Раббонӣ", "per:burhanuddin-rabbani"),
        ],
    ),
    (
        "deu",
        "1996",
        "Dostums Männer verließen Kabul, Massuds Leute blieben in Herat.",
        [("Dostums", "per:abdul-rashid-dostum"), ("Kabul", "plc:kabul"), ("Massuds", "per:ahmad-shah-massoud")],
    ),
    (
        "pus",
        "1996",
        "د دوستم ځواکونه له کابله ووتل او د مسعود سره یې خبرې وکړې.",
        [("دوستم", "per:abdul-rashid-dostum"), ("کابله", "plc:kabul"), ("مسعود", "per:ahmad-shah-massoud")],
    ),
    (
        "prs",
        "1996",
        "دوستم از کابل بیرون رفت و مسعود را در تخار دید.",
        [("دوستم", "per:abdul-rashid-dostum"), ("کابل", "plc:kabul"), ("مسعود", "per:ahmad-shah-massoud")],
    ),
    (
        "eng",
        "1989",
        "Doctor Najib stayed. Najibullah said nothing. Najib left.",
        [("Najibullah", "per:mohammad-najibullah"), ("Najib", "per:mohammad-najibullah")],
    ),
    (
        "rus",
        "1999",
        "Доктор Абдулла прилетел в Москву. Абдулле задали вопросы.",
        [("Абдулле", "per:abdullah-abdullah")],
    ),
    (
        "eng",
        "2021",
        "The baker Karim Massoud sells bread. Massoud opened early.",
        [("Karim Massoud", ""), ("Massoud", "")],
    ),
    (
        "deu",
        "2001",
        "Die Lehrerin Petra Dostum wohnt in Bonn. Frau Dostum kam spät.",
        [("Petra Dostum", ""), ("Dostum", "")],
    ),
    ("fra", "2021", "La pharmacienne Claire Massoud habite Lyon. Massoud ne dit rien.", [("Claire Massoud", "")]),
    ("rus", "2000", "Студентка Ольга Масуд учится в Москве. Масуд довольна.", [("Ольга Масуд", "")]),
    ("tur", "2022", "Öğretmen Ayşe Dostum geldi. Dostum çay içti.", [("Ayşe Dostum", "")]),
    ("uzb", "2023", "Oʻqituvchi Nodira Doʻstum keldi. Doʻstum choy ichdi.", [("Nodira Doʻstum", "")]),
    ("tgk", "2022", "Муаллим Нигина Масъуд омад.", [("Нигина Масъуд", "")]),
    ("eng", "2010", "He teaches at Kabul University and lives on Massoud Street.", [("Kabul", ""), ("Massoud", "")]),
    (
        "deu",
        "2010",
        "Er lehrt an der Universität Kabul und wohnt in der Massud-Straße.",
        [("Kabul", ""), ("Massud", "")],
    ),
    ("fra", "2010", "Il enseigne à l’université de Kaboul, rue Massoud.", [("Massoud", "")]),
    ("rus", "2010", "Он учился в университете Кабула на улице Масуда.", [("Масуда", "")]),
    ("tur", "2010", "Kabil Üniversitesi’nde okudu, Mesud Caddesi’nde oturur.", [("Kabil", ""), ("Mesud", "")]),
    ("tur", "2010", "kabul edildi; Kabil havalimanına indi.", [("Kabil", "plc:kabul-airport")]),
    ("uzb", "2010", "Qobul universiteti talabasi, Kobul aeroporti", [("Qobul", "")]),
    ("tgk", "2010", "Донишгоҳи Кобул баста шуд.", [("Кобул", "")]),
    ("prs", "2010", "دانشگاه کابل بسته شد و جاده مسعود باز است.", [("کابل", ""), ("مسعود", "")]),
    ("pus", "2010", "د کابل پوهنتون تړل شوی دی.", [("کابل", "")]),
    (
        "eng",
        "2021",
        "U.S. forces, US diplomats and the U.N. stayed; they told us nothing.",
        [("U.S", "plc:united-states"), ("US", "plc:united-states"), ("U.N", "org:un"), ("us", "")],
    ),
    ("eng", "2010", "Kabulis and Panjshiris like Herati tea.", [("Kabulis", ""), ("Panjshiris", ""), ("Herati", "")]),
    (
        "tur",
        "2010",
        "Kabilli kadınlar, Pençşirli savaşçılar, Heratlılar.",
        [("Kabilli", ""), ("Pençşirli", ""), ("Heratlılar", "")],
    ),
    (
        "rus",
        "2010",
        "Кабульские женщины и панджшерские дети, гератцы.",
        [("Кабульские", ""), ("панджшерские", ""), ("гератцы", "")],
    ),
    ("deu", "2010", "Die Kabuler Frauen und die afghanischen Kinder.", [("Kabuler", ""), ("afghanischen", "")]),
    ("uzb", "2010", "Qobullik ayollar va panjshirliklar.", [("Qobullik", ""), ("panjshirliklar", "")]),
    ("tgk", "2010", "Занони кобулӣ ва панҷшериҳо.", [("кобулӣ", ""), ("панҷшериҳо", "")]),
    ("prs", "2010", "زنان کابلی و مردان پنجشیری", [("کابلی", ""), ("پنجشیری", "")]),
    ("eng", "2010", "The Karzais and the Massouds met.", [("Karzais", ""), ("Massouds", "")]),
    ("deu", "2010", "Die Karsais und die Massuds trafen sich.", [("Karsais", "")]),
    ("fra", "2010", "Les Karzaï et les Massoud se sont vus.", [("Karzaï", "")]),
    ("rus", "2010", "Карзаи и Масуды встретились.", [("Масуды", "")]),
    ("tur", "2010", "Karzailer ve Mesudlar görüştü.", [("Karzailer", ""), ("Mesudlar", "")]),
    ("eng", "2010", "The word dostum means “my friend”.", [("dostum", "")]),
    ("deu", "2010", "Das Wort „Dostum“ heißt „mein Freund“.", [("Dostum", "")]),
    (
        "eng",
        "2021-09-01",
        "Ahmad Massoud, son of Ahmad Shah Massoud, spoke. Massoud smiled.",
        [("Massoud", "per:ahmad-massoud")],
    ),
    ("rus", "2021", "Ахмад Масуд, сын Ахмад Шаха Масуда, выступил. Масуд улыбнулся.", [("Масуд", "per:ahmad-massoud")]),
    (
        "tur",
        "2021",
        "Ahmed Mesud, babası Ahmed Şah Mesud’un resmini gösterdi. Mesud gülümsedi.",
        [("Mesud", "per:ahmad-massoud")],
    ),
    (
        "deu",
        "2021",
        "Ahmad Massoud sprach über seinen Vater, Ahmad Schah Massoud. Massoud lächelte.",
        [("Massoud", "per:ahmad-massoud")],
    ),
    (
        "fra",
        "2021",
        "Ahmad Massoud a parlé de son père, Ahmad Shah Massoud. Massoud a souri.",
        [("Massoud", "per:ahmad-massoud")],
    ),
    (
        "prs",
        "2021",
        "احمد مسعود در باره پدرش، احمد شاه مسعود، سخن گفت. مسعود لبخند زد.",
        [("مسعود", "per:ahmad-massoud")],
    ),
    (
        "tgk",
        "2021",
        "Аҳмад Масъуд дар бораи падараш, Аҳмадшоҳи Масъуд, сухан гуфт. Масъуд хандид.",
        [("Масъуд", "per:ahmad-massoud")],
    ),
]


@pytest.mark.parametrize(("lang", "date", "text", "names"), _SENTENCES)
def test_names_mean_whom_a_reader_takes_them_for(
    kg: af.KnowledgeGraph, lang: str, date: str, text: str, names: list[tuple[str, str]]
) -> None:
    linked = kg.link(text, date=date, lang=lang)
    for surface, entity in names:
        start = text.rindex(surface)  # the last one: a short form after its full name
        found = {each.id for each in linked.mentions if each.start < start + len(surface) and start < each.end} - {None}
        assert found <= set(entity.split("|")), surface
        assert bool(found) == bool(entity), surface
