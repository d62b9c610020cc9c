"""The words of titles and offices that stand beside names in Classified By lines.

A table of facts: the spellings that telegrams use, in small letters, without a dot at the end.
"""

from typing import Final

_HOLDERS: Final = """
acting adm administrator admiral adviser advisor aide amb amba ambasador ambassador
ambassador-at-large ambassadors ambassadr ambassaodr ambassdor ambs analyst assistant asst att
attache attaches attaché bg brig brigadier capt captain cda cdr cg charge charges chargé chef chf
chief chiefs chrg cmdr col colonel commander commissioner congen consgen consul coord coordinator
couns counsel counsellor counselor counselors counselr couselor dao das datt dcm defatt delegate dep
deputy designate dg dir director dpao dpo dr econchief econcouns econoff econoffs economist ecouns
emboff envoy facilitator fsn fso gen general governor head hon honorable ipao judge labatt laboff
leader legat legatt lieutenant lt ltc ltcol ltg maj major manager marshal mgtcouns mincouns
mincounselor minister mr mrs ms negotiator officer officers oic pao paochief paoff pdas pdasd
permrep po polad polchief polcouns poleconoff polecouns polmilcouns polmiloff poloff president
principal prof professor radm rao refcoord relo rep representative rla rso scioff secretary sergeant
sgt spokesman undersecretary vadm watcher
"""
_PERSONAL: Final = """
amb ambassador ambassadors brig capt captain cdr charge col colonel consul dcm dr gen hon honorable
lt ltc ltcol ltg maj mr mrs ms prof professor radm secretary sgt undersecretary vadm
"""
_OTHERS: Final = """
a.i. abroad academic acda acom active activities ad adcm admin administration administrative adv
aeca af affair affairs afghan african ag agent agreements agricultural agriculture ai air amcongen
amconsul amembassy american americas annex antiterrorism apnsa approved approver arabian arctic
area arms army arrangements asd asean asia asian assistance associate association at-large
atlantic auditor austr authorities authority authorized aviation baltic base bilateral biosecurity
border branch bureau business by cable cao capabilities captured caspian caucasus centcom central
cfe chemical cio civil civilian cjcs classification classified classifier clearance clerk climate
clinical co cofm com combating combatting command commerce commercial commission commodities
communication communications communities community competitiveness compliance conference confirmed
congressional conoff cons conservation consoff consular consulate contact control conventional
cooperation cooperative coordination corporate corporation corps corruption counter
counternarcotics counterproliferation counterterrorism country county cpa crisis critical cultural
currency current customs daa dcg ddg dea def defence defense deleg delegation democracy department
depchief dept deputychief desk detainee detection development developments dhs diplomat diplomatic
directorate dis disarmament division dnsa do dod doj dos drafted drafter drafting drl drug drugs
ds dusd dustr duty eao eap east eastern eca ecmin ecology econ econpol economic economics ecpo
education eeb eer elections embassies embassy emergency emin emins employment energy enforcement
engagement environment environmental eprt esf est esth eu eucom eur eurasia eurasian europe
european exchange exchanges exec executive export external extradition extraordinary fac
facilitation facilities fas fca fcs federal federation field finance financial first fm forces
foreign forestry former fpa fraud frontier functional global globalization governance government
group gso gtip gulf hazardous health hhs high holy homeland hqs hr hub human humanitarian
hydrology ice ied illicit immigration imo implementation information inl innovation inr institute
institution integration intellectual intelligence inter-agency interagency interdiction interests
interim internal international interpreter interregional intervention intl investigation
investment investments io iprt irc irf irm iroff irpo isaf isn issued issues joint judicial jusmag
justice labor labour large law lead leg legal legation legislative liaison litigation local
logistics maintenance management marine maritime market materials mdm meast med media mediation
medical mgmt mgt middle migration mil milgroup military min minorities mission missions mnc-i
mnf-i modernization monetary msg multi-lateral multilateral name narcotics nas national nato naval
navigation navy ncis nea near negotiation negotiations network non-immigrant non-proliferation
nonimmigrant nonproliferation normalization north northeast northern northwest notification nsc
nuclear nutrition odc oecd oes off office official omc operation operational operations opic
opposition ops organization organizations origin osce outreach overseas pa pac pacific pacom
pacting pas payments peace peace-keeping peacekeeping pec permanent personnel ph.d planning plans
plenipotentiary pm pma pmcc pol pol-econ polec polecon policy polint political politico pollution
polmil population position post prel preparation prepared preparedness presence press prevention
prin private privatization prm procurement production program programs projects proliferation
promotion property prosecution prosecutor protection protocol provincial prt public publication
ranking ratification rcmp readiness reconciliation reconstruction refugee refugees region regional
regulation rehabilitation relations released relief religious reo repatriation reporting
requirements research resident resolution resource resources restitution rights rsat s&t sa safety
sanctions sao sca scc science sciencecouns scientific scitech sco sdo sec secretariat section
sections sector securities security see second seminar senior sensitive service ses settlements sg
social society sources south southcentral southeast southeastern southern southwest space special
specialist stability stabilization staff start state states status strategic strategy studies sub
supervising supervisor supervisory supply support sustainable systems task tdy team technical
technology telecommunications temporary terror terrorism terrorist theater third threat title
trade trafficking training transatlantic transformation transition translation transnational
transport transportation treasury treaty two ucp un under ungass unification unit united unvie us
usa usac usaf usaid usd usda usdao usdel useb useu usg usibb usint uslo usmc usmission usn usnato
usoecd usosce usss ustr usun usunvie utilization vci verification vice violence visa visas vp war
warfare watch water weapons west western wha women womens working year
"""
_GRAMMAR_WORDS: Final = """
a a.i ad affaire affaires an and as at being d d' d'affaire d'affaires d'affairs daffaires for from
i.a. iaw in interim is it multiple n/a na of on or per that the this to via was which who with
"""
_SURNAMES: Final = """
branch cable cao captain clerk east field head imo judge justice large law lead major marine marshal
min north peace post rao see sergeant service south space staff war watch water west
"""
_SHORT_FORMS: Final = """
acda acom acting adcm admin aeca ambasador ambassadr ambassdor ambs amcongen amconsul amembassy
apnsa approved asean asst attaché austr capt chargé charge classified cmdr cofm comm confirmed
congen conoff cons consgen consoff coord couns counselr couselor datt defatt deleg depchief dept
dnsa dpao drafted dusd dustr ecmin econ econchief econcouns econoff econoffs ecouns ecpo emboff
emin emins eprt esth eurasia eurasian gtip intl ipao iprt iroff irpo isaf issued jusmag labatt
laboff legat legatt ltcol meast mgtcouns milgroup mincouns mincounselor nato ncis oecd opic osce
paochief paoff pdas pdasd permrep polad polchief polcouns polec polecon poleconoff polecouns
policy polint polmil polmilcouns polmiloff poloff prel prin radm refcoord relo rsat scioff scitech
undersecretary unvie usac usaf usaid usda usdao usdel useb useu usibb usint uslo usmc usmission
usnato usoecd usosce usss ustr usun usunvie vadm
"""

HOLDERS: Final = frozenset(_HOLDERS.split())
"""Who holds an office: behind such a word a name may follow."""

PERSONAL: Final = frozenset(_PERSONAL.split())
"""Those of them that stand before a surname alone."""

TITLES: Final = HOLDERS | frozenset(_OTHERS.split())
"""The words of titles and offices."""

GRAMMAR: Final = frozenset(_GRAMMAR_WORDS.split())
"""The small words between them."""

SURNAMES: Final = frozenset(_SURNAMES.split())
"""Those of the words that are surnames too."""

SHORT_FORMS: Final = frozenset(_SHORT_FORMS.split())
"""Those of four letters and more that nobody is called, since they are cut short or misspelt."""
