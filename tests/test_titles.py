"""Titles beside names: more than two hundred spellings, before the name and behind it."""

import pytest

from indexer.telegram.given_names import GIVEN_NAMES
from indexer.telegram.people import find_people
from indexer.telegram.title_words import GRAMMAR, HOLDERS, PERSONAL, SURNAMES, TITLES
from indexer.telegram.titles import is_holder, is_office, is_title, is_unspoken, may_be_surname

SPELLINGS = """
Ambassador|Amb.|Amb|AMBASSADOR|Ambasador|Ambassador to the UN|Charge|Charge'|Chargé d'Affaires|
Charge d'Affaires a.i.|Charge d\u2019Affaires|Chargé|CDA|CdA|CDA, a.i.|A/DCM|Acting DCM|
Deputy Chief of Mission|DCM|DCM/CDA|Deputy Chief of Mission and Charge d'Affaires|Consul General|
Consul|CG|Acting CG|PO|Principal Officer|Acting Principal Officer|POLCOUNS|PolCouns|
Political Counselor|POLITICAL COUNSELOR|Pol Counselor|Acting Political Counselor|
Deputy Political Counselor|DepPolCouns|POL/ECON Counselor|P/E Counselor|Political/Economic Chief|
Pol-Econ Chief|Pol/Econ Officer|PolEcon Chief|PEC|PolOff|Poloff|ECON Counselor|EconCouns|
Economic Counselor|Econ Chief|Economic/Commercial Counselor|E/C Counselor|ECON/COM Counselor|PMCC|
Pol/Mil Officer|PolMil Counselor|Political-Military Counselor|POL MC|Pol M/C|POL MINCOUNS|
PolMinCouns|Minister Counselor|Minister-Counselor for Political Affairs|
MINISTER COUNSELOR FOR ECONOMIC, ENVIRONMENT, SCIENCE AND TECHNOLOGY AFFAIRS|EMIN|ECMIN|
ESTH Officer|EST Counselor|Environment, Science and Technology Counselor|Legal Attache|LEGATT|
DATT|DEFATT|Defense Attaché|Army Attaché COL|ODC Chief|Chief, ODC, Colonel|OMC Chief|SAO Chief|
PAO|Public Affairs Officer|CAO|IO|Cultural Affairs Officer|IRC Director|RAO|Refugee Coordinator|
RefCoord|RELO|RSO|Regional Security Officer|MGMT Counselor|Management Counselor|GSO|
Consular Chief|Consular Section Chief|CONS Chief|Labor Attache|LabAtt|Treasury Attache|FAS|
AgAttache|Agricultural Counselor|USDA/FAS|USAID Director|USAID Mission Director|A.I.D. Director|
Peace Corps Director|NAS Director|Narcotics Affairs Section Director|DEA Country Attache|
DHS/ICE Attache|ICE Attache|Director|Office Director|Acting Director|Deputy Director|
EUR/CE Director|EUR/ERA Deputy Director|EAP/K Director|WHA/CEN Director|
NEA/ARP Acting Office Director|AF/E Director|IO/UNP Director|DRL/AWH Office Director|INR Analyst|
INR/EC|PM/RSAT Director|ISN Acting Assistant Secretary|ISN A/S|VCI Assistant Secretary|VCI DAS|
T - Under Secretary|S/CT Coordinator|S/WCI Ambassador|P - Under Secretary|
Under Secretary of State for Political Affairs|D - Deputy Secretary|E - Under Secretary|
G/TIP Director|S/SRAP Special Representative|Special Representative for Afghanistan and Pakistan|
SE Senior Advisor|US Special Envoy to Sudan|Special Negotiator|Chief U.S. Negotiator|
Head of Delegation|U.S. Rep|US Permanent Representative|Permanent Representative|
Deputy Permanent Representative|Deputy Permrep|PermRep|A/DepPermRep|USUN Political Counselor|
USNATO DCM|USOSCE Deputy Chief of Mission|USEU Charge d'Affaires|UNVIE Charge d'Affaires|
UNVIE Counselor|USUNVIE Deputy Chief of Mission|IAEA Counselor|USIBB|MC|Minister|M/C|Acting M/C|
Counselor|Counselor of Embassy|First Secretary|Second Secretary|Third Secretary|Vice Consul|
PRT Director|PRT Team Leader|PRT Kirkuk Team Leader|PRT Ninewa Leader|IPAO Kirkuk|
Kabul Deputy Ambassador|Assistant Chief of Mission|ACOM|Deputy Assistant Secretary|
Principal Deputy Assistant Secretary|PDAS|DAS|Acting DAS|A/S|Acting A/S|Assistant Secretary|
Acting Assistant Secretary for European and Eurasian Affairs|Executive Secretary|
S/ES Deputy Executive Secretary|Chief of Staff|Chief of Section|Section Chief|Unit Chief|
Senior Defense Official|SDO|SDO/DATT|Brigadier General|BG|MG|LTG|LTC|Lt. Col.|LtCol|Lt Col|Maj.|
Major|Maj|CAPT|CDR|Cmdr.|RADM|VADM|Admiral|Col.|COL|General|Gen.|Dr.|Mr.|Ms.|Mrs.|Hon.|
The Honorable|ConGen|CONGEN|ConGenOff|Hanoi DCM|Embassy Hanoi DCM|
Paris Political Minister Counselor|AmConsul Munich|AIT Director|AIT Deputy Director|
AIT/K Branch Chief|BO Chief|Consulate General Hyderabad Principal Officer|USINT Chief of Mission|
COM|Chief of Mission|C.O.M.|U.S. Interests Section Chief|APP Principal Officer|
Branch Public Affairs Officer|US Mission Geneva Charge|Dep. Chief of Mission|Dep Pol Couns|
A/Political Chief|Pol Chief|POL Section Chief|Acting Econ Chief|EconOff|Econ Unit Chief|
External Unit Chief|Internal Unit Chief|Political Internal Unit Chief|Pol-Mil Chief|
Global Affairs Chief|Acting Global Issues Chief|Deputy Econ Counselor|Regional Affairs Officer|
Regional Environment Officer|REO|REO Hillah Regional Coordinator|Regional Labor Officer|
Resident Legal Advisor|RLA|Legal Advisor|Staff Aide|Special Assistant|Political Assistant|
Senior Adviser|Desk Officer|Post Reporting Officer|Reporting Officer|Drafting Officer|
Watch Officer|Duty Officer|Management Officer|Admin Officer|IMO|Information Officer|
Information Management Officer|Visa Chief|NIV Chief|Fraud Prevention Manager|Commercial Officer|
Commercial Counselor|Senior Commercial Officer|SCO|FCS Counselor|Financial Attache|
Trade Policy Officer|Energy Attache|Transportation Attache|Health Attache|Science Counselor|
Nuclear Attache|Hub Officer|ESTH Hub Officer|Iran Watcher|Iran Watch Officer|
Iran Regional Presence Office Director|IRPO Director|IRPO Officer|IROFF|Vatican DCM|
Holy See Charge|Deputy Principal Officer|DPO|Deputy CG|Deputy Consul General|Political Officers|
Political Section|Political Section Chief|Political Director|A/Political Counselor|A/POL|A/Econ|
ADCM|ACDA|A-DCM|Acting-DCM|Acting Deputy Chief of Mission|Amb. at Large|Ambassador-at-Large|
Ambassador Extraordinary and Plenipotentiary|Coordinator for Counterterrorism|
Counterterrorism Coordinator|Security Assistance Officer|Political Advisor|POLAD|CENTCOM POLAD|
Foreign Policy Advisor|FPA|Principal Commercial Officer|U.S. Representative|
US Trade Representative|AUSTR|DUSTR|USTR|US Ambassador|U.S. Ambassador|U.S. Consul General|
US Charge|Economic and Political Counselor|Econ/Pol Chief|EconPol Chief|E/P Chief|
Political and Economic Section Chief|Political, Economic and Public Affairs Chief|
Deputy Chief of Political Section|Chief of the Political and Economic Section|
Chief, Political Section|Director, Office of Russian Affairs|Director, EUR/RUS|
Director for Regional Affairs|Acting Director of the Office of Central African Affairs|
Deputy Director of the Iraq Office|Assistant Secretary of State for Near Eastern Affairs|
Deputy Assistant Secretary of Defense|ASD|PDASD|USD(P)|Under Secretary of Defense|
NSC Senior Director|NSC Director|Deputy National Security Advisor|DNSA
""".replace("\n", "").split("|")


@pytest.mark.parametrize("title", SPELLINGS)
def test_a_title_is_no_part_of_the_name(title: str) -> None:
    for text in (f"{title} Jane Q. Example", f"{title}, Jane Q. Example,", f"Jane Q. Example, {title}"):
        assert find_people(text) == ("Jane Q. Example",)
    for text in (f"{title} JANE Q. EXAMPLE", f"JANE Q. EXAMPLE, {title},"):
        assert find_people(text.upper()) == ("JANE Q. EXAMPLE",)
    assert find_people(f"{title} John Roe") == ("John Roe",)
    assert find_people(f"{title} John Roe".upper()) == ("JOHN ROE",)


def test_there_are_more_than_two_hundred_spellings() -> None:
    assert len(set(SPELLINGS)) > 200


@pytest.mark.parametrize("title", SPELLINGS)
def test_a_title_alone_is_nobody(title: str) -> None:
    assert find_people(title) == ()


def test_the_tables_of_words_fit_each_other() -> None:
    assert PERSONAL <= HOLDERS <= TITLES
    assert SURNAMES <= TITLES
    assert all(word == word.lower() for word in TITLES | GRAMMAR | GIVEN_NAMES)


def test_no_common_given_name_is_a_title() -> None:
    assert [name for name in sorted(GIVEN_NAMES) if is_title(name)] == []


@pytest.mark.parametrize("word", ["Ambasador", "COUNSELR", "Poloff", "ECONCOUNS", "A/DCM", "PolMilCouns", "Chargé", "a.i."])
def test_a_slip_or_a_short_form_is_a_title(word: str) -> None:
    assert is_title(word)


@pytest.mark.parametrize("word", ["Doe", "JANE", "O'Example", "McExample", "A.", "Example-Roe", "Offenbach", "Conway"])
def test_a_name_is_none(word: str) -> None:
    assert not is_title(word)


def test_kinds_of_titles() -> None:
    assert is_holder("Minister-Counselor")
    assert not is_holder("Political")
    assert is_office("EUR")
    assert not is_office("Eur")
    assert is_unspoken("PMCC")
    assert not is_unspoken("LYNCH")
    assert may_be_surname("WEST")
    assert not may_be_surname("DCM")
