"""The office that sent a telegram, named as the publishers of cables name it."""

import re
from functools import lru_cache
from typing import Final

from ..posts import known_post, posts

_WHOLE: Final = (
    (re.compile(r"(?:SEC ?STATE|SECRETARY OF STATE|DEPT OF STATE)\b"), "Secretary of State"),
    (re.compile(r"SECDEF\b"), "Secretary of Defense"),
    (re.compile(r"(?:AM(?:EMBASSY|CONSUL)[ ])?AIT\b"), "American Institute Taiwan, Taipei"),
)
_KINDS: Final = (
    (re.compile(r"(?:(?:AM|U\.?S\.? )?EMBASSY|AMEMB)\s+(.+)"), "Embassy"),
    (re.compile(r"(?:(?:AM|U\.?S\.? )?CONSUL(?:ATE)?(?: GENERAL)?|(?:AM)?CONGEN)\s+(.+)"),
     "Consulate"),
    (re.compile(r"AMLEGATION\s+(.+)"), "Legation"),
    (re.compile(r"(?:US ?)?MISSION\s+(.+)"), "Mission"),
    (re.compile(r"USINT\s+(.+)"), "US Interests Section"),
    (re.compile(r"US ?OFFICE\s+(.+)"), "US Office"),
    (re.compile(r"OFFICE\s+(.+)"), "Office"),
    (re.compile(r"USLO\s+(.+)"), "US Liaison Office"),
    (re.compile(r"USDEL\s+(.+)"), "US Delegation,"),
    (re.compile(r"REO\s+(.+)"), "REO"),
)  # fmt: skip

_CONSULATE_NAMES: Final = """
ADANA ALEPPO ALEXANDRIA AMSTERDAM ANTWERP AUCKLAND BARCELONA BASEL BELFAST BENGHAZI BILBAO
BORDEAUX BREMEN BRISBANE CALCUTTA CALGARY CALI CAPETOWN CASABLANCA CEBU CHENGDU CHENNAI
CHIANGMAI CIUDADJUAREZ CURACAO DHAHRAN DOUALA DUBAI DURBAN DUSSELDORF EDINBURGH FLORENCE
FRANKFURT FUKUOKA GENOA GOTHENBURG GUADALAJARA GUANGZHOU GUAYAQUIL HALIFAX HAMBURG HAMILTON
HERMOSILLO HOCHIMINHCITY HONGKONG HYDERABAD IBADAN ISFAHAN ISTANBUL IZMIR JERUSALEM JOHANNESBURG
KADUNA KARACHI KHORRAMSHAHR KOLKATA KRAKOW LAHORE LEIPZIG LENINGRAD LUBUMBASHI LYON MADRAS
MARACAIBO MARSEILLE MATAMOROS MAZATLAN MEDAN MEDELLIN MELBOURNE MERIDA MILAN MONTERREY MONTREAL
MUMBAI MUNICH NAGOYA NAHA NAPLES NICE NOGALES NUEVOLAREDO OPORTO OSAKAKOBE PALERMO PERTH
PESHAWAR PONTADELGADA PORTOALEGRE POZNAN PUSAN QUEBEC RECIFE RIODEJANEIRO ROTTERDAM SALVADOR
SALZBURG SAOPAULO SAPPORO SEVILLE SHANGHAI SHENYANG SHIRAZ STPETERSBURG STRASBOURG STUTTGART
SURABAYA SYDNEY TABRIZ TANGIER THESSALONIKI TIJUANA TORONTO TRIESTE TURIN UDORN VANCOUVER
VLADIVOSTOK WINNIPEG YEKATERINBURG ZANZIBAR ZURICH
"""
_CONSULATES: Final = frozenset(_CONSULATE_NAMES.split())
_NAMED: Final = {
    "STATE": "Secretary of State", "SECDEF": "Secretary of Defense",
    "TAIPEI": "American Institute Taiwan, Taipei", "AITTAIPEI": "American Institute Taiwan, Taipei",
    "HAVANA": "US Interests Section Havana", "USNATO": "Mission USNATO", "GENEVA": "Mission Geneva",
    "USOSCE": "Mission USOSCE", "BASRAH": "REO Basrah", "HILLAH": "REO Hillah",
    "KIRKUK": "REO Kirkuk", "MOSUL": "REO Mosul", "ULAANBAATAR": "Embassy Ulaanbaatar",
    "WASHDC": "Washington",
}  # fmt: skip
# These were one kind of office in some years and another in others, or are no diplomatic post.
_UNCERTAIN_NAMES: Final = """
ADEN ALMATY BERLIN BLANTYRE BOMBAY BUKAVU CHARLESTON DACCA FSINFATC IRANRPODUBAI JEDDAH JIDDA
KOLONIA KOROR LAGOS MAJURO MONTEREY PARISFR PARTO PEKING WHITEHOUSE
"""
_OF_NO_KIND: Final = frozenset(_UNCERTAIN_NAMES.split())
_WORD: Final = re.compile(r"[^\W_]++(?:'A\b)?")
_CAPITALS: Final = re.compile(
    r"US\w*|UN\w*|II|AIT|REO|RPO|CD|EC|EU|NATO|OSCE|OECD|MBFR|SALT|MTN|CDC"
)


def origin_of(sender: str, post: str) -> str:
    """The origin by the sender (the FM line), else by the post in the cable's number.

    An office has one name however its post is spelt, each word with a capital as in the publishers'
    tables. A post of which it is not sure what kind of office it was is named by its place alone.

    >>> origin_of("AMEMBASSY TEL AVIV", "TELAVIV"), origin_of("SECSTATE WASHDC", "STATE")
    ('Embassy Tel Aviv', 'Secretary of State')
    >>> origin_of("", "STATE"), origin_of("", "PORTOFSPAIN"), origin_of("", "NOWHERE")
    ('Secretary of State', 'Embassy Port Of Spain', 'Nowhere')
    """
    return _of_sender(sender) if sender else _of_post(post)


@lru_cache(maxsize=4096)
def _of_sender(sender: str) -> str:
    name = " ".join(sender.upper().partition("//")[0].split())
    for pattern, whole in _WHOLE:
        if pattern.match(name):
            return whole
    for pattern, kind in _KINDS:
        if found := pattern.fullmatch(name):
            return _of_kind(kind, found[1])
    return _place(name) if known_post(name) else sender


@lru_cache(maxsize=1024)
def _of_post(post: str) -> str:
    if post in _NAMED:
        return _NAMED[post]
    known = posts().get(post)
    if not known:
        return post.capitalize()
    place = _place_of(post)
    if post in _CONSULATES:
        return f"Consulate {place}"
    is_embassy = known.country and post not in _OF_NO_KIND and not _CAPITALS.match(place)
    return f"Embassy {place}" if is_embassy else place


def _of_kind(kind: str, place: str) -> str:
    """An office of a kind at a place that is spelt in any way."""
    post = known_post(place)
    named = _NAMED.get(post, "")
    if named.startswith(f"{kind} "):
        return named
    return f"{kind} {_place_of(post) if post else _place(place)}"


def _place_of(post: str) -> str:
    """The place of a known post in words."""
    spellings = posts()[post].spellings
    return _place(next((name for name in spellings if _is_in_words(name, post)), post))


def _is_in_words(spelling: str, post: str) -> bool:
    """Whether a spelling is the post's name with blanks: TEL AVIV, but not N DJAMENA."""
    words = spelling.split(" ")
    return len(words) > 1 and "".join(words) == post and min(map(len, words)) > 1


def _place(name: str) -> str:
    """Port Of Spain; but a mission's own letters, as in USUN, stay capitals."""
    return _WORD.sub(_printed, name)


def _printed(word: re.Match[str]) -> str:
    return word[0] if _CAPITALS.fullmatch(word[0]) else word[0].capitalize()
