"""Which words beside a person's name are title, office or grammar, in a Classified By line."""

import re
from functools import lru_cache
from typing import Final

_TITLE_WORDS: Final = """
a.i. acting active ad adm admiral adv adviser advisor affair affairs african ag agricultural
agriculture aide amb amba ambasador ambassador ambassadr ambassaodr ambassdor amconsul amembassy
american americas analyst annex approved approver area arms army asean asia asian assistant
associate asst atlantic att attache attaché authority authorized aviation base bilateral branch
brig brigadier bureau business by cable capt captain captured cda cdr cg charge charges chargé
chef chf chief chiefs chrg civil civilian cjcs classification classified classifier clearance
clinical co cofm col colonel com command commander commercial commissioner communications
community conference confirmed congen congressional cons consgen consul consular consulate contact
control cooperation coordination coordinator corporate corps couns counsel counsellor counselor
counselors counselr counter counternarcotics counterterrorism country county couselor crisis
cultural customs dao das dcg dcm ddg dea def defence defense deleg delegate delegation dep
department depchief dept deputy deputychief desk development dg dhs diplomat diplomatic dir
director directorate dis disarmament division do doj dos dpao dpo dr drafted drafter drl duty eao
east eastern eca econ econchief econcouns econoff econoffs economic economics economist ecouns
education eer embassies embassy emboff emin emins energy enforcement engagement environment
environmental esth eu eur eurasia eurasian europe european exec executive export external fac
facilitator fas fcs federal finance financial first fm forces foreign former fraud fsn fso gen
general global governance government governor group gso head health hhs high homeland hon
honorable hr human immigration inl intelligence interests interim international investment ipao
iprt irm isn issued issues joint judge judicial jusmag laboff labor labour law lead leader leg
legal legatt legislative liaison lieutenant litigation local lt ltc ltg maj major management
manager marine maritime market mdm med media mgmt mgtcouns middle mil milgroup military min
mincouns mincounselor minister mission mnc-i mr mrs ms msg multilateral name narcotics nas
national nato naval navy ncis near nonproliferation north northern oecd off office officer
officers official oic operations opic organization organizations origin osce pa pacific pacting
pao paochief paoff peace permanent permrep pol pol-econ polad polchief polcouns polec polecon
poleconoff polecouns policy polint po envoy consoff conoff hub political politico polmil
polmilcouns polmiloff poloff population position post prel prepared president prin principal
program programs proliferation
protection provincial prt public rcmp reconstruction refugee refugees region regional relations
released reo rep representative resident rso s&t sa science sciencecouns scientific scioff scitech
sec secretary section sector securities security senior sensitive sergeant service sgt south
southeast southern special specialist spokesman staff state states strategic strategy sub
supervising supervisor supervisory support tdy team technology temporary terrorism threat title
trade transnational transport transportation treasury two un under undersecretary unit united us
usa usaf usaid usda usdao usdel useb useu usg usibb usint uslo usmc usmission usn usnato usoecd
usosce ustr usun usunvie vice visa vp west western will womens year
"""
_GRAMMAR_WORDS: Final = """
a an and as at for from in is it of on or that the this to was with who which per d' d d'affaires
d'affaire d'affairs daffaires affaires affaire i.a. via watcher n/a na a.i
"""
_AMBIGUOUS_WORDS: Final = """
cable east england head judge lead major marine marshall min north peace post price south staff west
"""
_TITLES: Final = frozenset(_TITLE_WORDS.split())
_GRAMMAR: Final = frozenset(_GRAMMAR_WORDS.split())
_AMBIGUOUS: Final = frozenset(_AMBIGUOUS_WORDS.split())
# Spellings beyond number: ambassador, counselor, charge and the like with a slip in them.
_STEMS: Final = re.compile(
    r"(?:amb[aeo]s+[aeo]|amabass|abassad|coun[cs]+[eia]l|couselor|conselor|charg.{0,2}|d['\u2019]?af"
    r"|polit[ic]|poli?tic|econom|secretar|consul|minist[er]|offic[ei]r|deput[yi]|direct[oe]r|embass"
    r"|assistan|commerc|represent|coordin|managem)[a-z'\u2019]*"
    r"|(?:pol|econ?|emb|con|gen|adm|agr|lab|sci|cult|info?|mil|min|pa|dep)[a-z]{0,9}"
    r"(?:off|offs|couns|counsellor|counselor|chief)"
)
_ROMAN: Final = frozenset(("II", "III", "IV", "JR", "SR"))


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Is a word, in any case, part of a title or of the grammar around one?

    >>> is_title("Ambasador"), is_title("POL/ECON"), is_title("Minister-Counselor"), is_title("Doe")
    (True, True, True, False)
    >>> is_title("A."), is_title("a.i.")
    (False, True)
    """
    small = word.lower().strip("\"'\u2019,").removesuffix("'s").rstrip(".") or "a"
    if len(small) == 1:
        return not word[0].isupper()
    plain = small.replace(".", "")
    if small in _GRAMMAR or plain in _TITLES or small in _TITLES or _STEMS.fullmatch(small):
        return True
    if "/" in small or "&" in small or any(map(str.isdecimal, small)):
        return True
    parts = [part for part in small.split("-") if part]
    return len(parts) > 1 and all(map(is_title, parts))


def is_office(word: str) -> bool:
    """Is it a short symbol in capitals, such as stand for offices beside names in small letters?

    >>> is_office("EUR"), is_office("III"), is_office("J."), is_office("Doe")
    (True, False, False, False)
    """
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 5 and word not in _ROMAN


def may_be_surname(word: str) -> bool:
    """Is a word of titles also a surname?

    >>> may_be_surname("West"), may_be_surname("Counselor")
    (True, False)
    """
    return word.lower().rstrip(".,") in _AMBIGUOUS
