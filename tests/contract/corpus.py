"""Twenty-five invented cables that between them have every field, and most ways to fill it."""

from typing import Final

from indexer.archive import Stored
from indexer.cable import Cable, Problem, Recipient, Reference, Tag


def _tags(codes: str) -> tuple[Tag, ...]:
    return tuple(Tag(code, "", code) for code in codes.split())


def _cites(*ids: str) -> tuple[Reference, ...]:
    return tuple(Reference(cable_id, "cable", cable_id) for cable_id in ids)


def _names(*names: str) -> tuple[Recipient, ...]:
    return tuple(Recipient("", name) for name in names)


_CABLES: Final = (
    Cable(  # 1
        id="08NOWHERE1", post="NOWHERE", year=2008, created="2008-11-12T18:33Z",
        released="2011-08-30", precedence="P", classification="UNCLASSIFIED",
        origin="Embassy Nowhere", sender="AMEMBASSY NOWHERE", form="page",
        to=_names("SECSTATE WASHDC"), info=_names("AMEMBASSY RIGA", "AMCONSUL ELSEWHERE"),
        tags=_tags("PREL PARM"), subject="PLENARY STATEMENT ON MISSILE EXPORTS",
        references=_cites("08STATE120153", "07RIGA5"), signer="EXAMPLE",
        body="The press statement was read.\nExports of missiles need a licence.",
        summary="A statement on exports.", comment="We doubt it.",
    ),
    Cable(  # 2
        id="08NOWHERE2", post="NOWHERE", year=2008, created="2008-11-30T23:59Z",
        precedence="O", classification="CONFIDENTIAL", origin="Embassy Nowhere",
        sender="AMEMBASSY NOWHERE", form="page", tags=_tags("PREL ECON"),
        caveats=("NOFORN", "SIPDIS"), subject="The harvest, and the export of wheat",
        body="A statement to the press: the missile was exported. Wheat is exported too.",
        signer="Rice", classified_by="DCM Jo Example", declass="2018-11-30", reasons=("1.4 (b)",),
    ),
    Cable(  # 3
        id="08NOWHERE3", post="NOWHERE", year=2008, created="2008-12-01T00:00Z",
        precedence="R", classification="SECRET", origin="Embassy Nowhere",
        sender="AMEMBASSY NOWHERE", form="page", tags=_tags("KNNP PARM"), caveats=("NOFORN",),
        subject="S/CT visits", declass="OADR",
        body="S/CT asked about the CT scan of S. Brown. AC/DC power is off. See E.O. 12958.",
    ),
    Cable(  # 4
        id="08NOWHERE4", post="NOWHERE", year=2008, created="2008-12-31T12:00Z",
        precedence="Z O", classification="SECRET//NOFORN", form="page", tags=_tags("PTER"),
        subject="CT, and S", declass="2033-12-31",
        body="Classified by the DCM for reasons 1.4(b) and (d). DC has AC. Paid 2,500 and 051.",
    ),
    Cable(  # 5
        id="07RIGA5", post="RIGA", year=2007, created="2007-01-31T09:15Z", released="2011-08-30",
        precedence="R R", classification="UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        origin="Embassy Riga", sender="AMEMBASSY RIGA", form="plusd", tags=_tags("ETRD EU"),
        to=_names("SECSTATE WASHDC", "USEU BRUSSELS"), subject="U.S.-EU trade",
        body="The U.S.-EU summit. Post-Soviet trade is 2500 tons. Us and them.",
        references=_cites("06RIGA6"),
    ),
    Cable(  # 6
        id="06RIGA6", post="RIGA", year=2006, created="2006-02-28", classification="UNCLASSIFIED",
        origin="Embassy Riga", sender="AMEMBASSY RIGA", form="plusd", tags=_tags("ECON"),
        subject="Soviet posts", body="Posts of the Soviet army. The US has 51 of them, EU none.",
    ),
    Cable(  # 7
        id="09SAOTOME7", post="SAOTOME", year=2009, created="2009-02-28T23:00Z",
        released="2010-12-01", classification="CONFIDENTIAL", origin="Embassy São Tomé",
        sender="AMEMBASSY SAO TOME", form="text", tags=_tags("PGOV"),
        subject="Café politics in São Tomé", signer="L'Estrange",
        body="Minister L'Estrange met the press in a cafe\u0301. Canberra's offer was refused.",
    ),
    Cable(  # 8
        id="09SAOTOME8", post="SAOTOME", year=2009, created="2009-03-01T00:00Z",
        classification="CONFIDENTIAL", origin="Embassy São Tomé", form="text",
        subject="The naïve Estrange", signer="Estrange",
        body="The source SXXXXXXXXXXXXsaid no. XXXX agreed. Canberra offers more.",
    ),
    Cable(  # 9
        id="08STATE120153", post="STATE", year=2008, created="2008-11-12T18:30Z",
        precedence="O P", classification="UNCLASSIFIED", origin="Secretary of State",
        sender="SECSTATE WASHDC", form="text", tags=_tags("PARM PREL MTCRE"),
        to=_names("AMEMBASSY CANBERRA", "AMEMBASSY NOWHERE"), subject="MTCR: plenary in Canberra",
        body="See 08NOWHERE1 and 08STATE120153. The plenary made one statement to the press.",
        references=_cites("08NOWHERE1", "07RIGA5", "06RIGA6", "05STATE10"),
    ),
    Cable(  # 10
        id="05STATE10", post="STATE", year=2005, created="2005-06-15T10:00Z",
        classification="SECRET", origin="Secretary of State", sender="SECSTATE WASHDC",
        form="dump", to=_names("ALL DIPLOMATIC POSTS COLLECTIVE"), tags=_tags("PREL"),
        subject="Missiles", body="Missile missile missile. No exports.", declass="X1",
    ),
    Cable(  # 11
        id="05STATE11", post="STATE", year=2005, created="2005-06-16T10:00Z",
        classification="SECRET", form="dump", tags=_tags("PREL"), subject="",
        body="Nothing but a body about proliferation, proliferators and proliferating.",
    ),
    Cable(  # 12
        id="05STATE12", post="STATE", year=2005, created="2005-06-17T10:00Z", form="dump",
        subject="Only a subject about prolix drafting",
    ),
    Cable(  # 13: nothing but an id
        id="04ELSEWHERE13", form="lines",
    ),
    Cable(  # 14: not even that
        form="lines", body="Afghanistan and Pakistan, and a stand of trees. The stance is firm.",
        problems=(Problem("a.txt", "id", "no number"), Problem("a.txt", "created", "no date")),
    ),
    Cable(  # 15
        id="73ELSEWHERE15", post="ELSEWHERE", year=1973, created="1973-07-01T00:00Z", form="aad",
        classification="LIMITED OFFICIAL USE", tags=_tags("PINT US"), caveats=("EXDIS",),
        subject="Elections", body="The election of 1973 elected electors.",
        articles=("http://news.example/elections", "http://other.example/a-b"),
    ),
    Cable(  # 16
        id="66ELSEWHERE16", post="ELSEWHERE", year=1966, created="1966-01-01T00:00Z", form="aad",
        partial=True, subject="Old news", body="And so on",
        problems=(Problem("b.txt", "declass", "02/30/1976 is no date"),),
    ),
    Cable(  # 17
        id="10NOWHERE17", post="NOWHERE", year=2010, created="2010-02-28T23:59Z", partial=True,
        form="page", subject="missile defense: roger channel", caveats=("ROGER CHANNEL",),
        body="One two three four five six seven. Seven six five.",
        references=(Reference("e-mail of Monday", "e-mail"),),
    ),
    Cable(  # 18
        id="10NOWHERE18", post="NOWHERE", year=2010, created="2010-01-01T00:00Z", form="page",
        subject="AND OR NOT", body="to be or not to be; NEAR and far. and/or either-or 3:00",
        to=_names("ALPHA BRAVO", "CHARLIE DELTA"), info=_names("ALPHA", "BRAVO"),
    ),
    Cable(  # 19
        id="10MOSCOW19", post="MOSCOW", year=2010, created="2010-01-02", form="page",
        subject="Москва и Ёлки", body="Из Москвы 東京 и straße. ŁÓDŹ, Ærø, İzmir, Ørsted.",
        origin="Embassy Moscow", sender="AMEMBASSY MOSCOW", tags=_tags("RS"),
    ),
    Cable(  # 20
        id="10MOSCOW20", post="MOSCOW", year=2010, created="2010-01-02T00:01Z", form="page",
        subject="Hyphens, dashes and the like",
        body="co-operation cooperation co_operation Al-Qa'ida al Qaida 1990s 007 7 A.B.C. ABC",
        sender="AMEMBASSY MOSCOW", tags=_tags("RS PTER"),
    ),
    Cable(  # 21
        id="10TELAVIV21", post="TELAVIV", year=2010, created="2010-02-01T08:00Z", form="page",
        origin="Embassy Tel Aviv", sender="AMEMBASSY TEL AVIV", precedence="Z",
        subject="Statement", body="plenary statement, plenary statement, plenary statement",
        tags=_tags("IS PREL"), declass="N/A", classified_by="A. Example",
    ),
    Cable(  # 22
        id="10TELAVIV22", post="TELAVIV", year=2010, created="2010-02-02T08:00Z", form="page",
        origin="Embassy Tel Aviv", sender="AMEMBASSY TEL AVIV", subject="Plenary",
        body="A statement. " + "Filler of no interest at all. " * 12, tags=_tags("IS"),
        references=_cites("10TELAVIV21", "08NOWHERE1", "08NOWHERE2", "08NOWHERE3", "08NOWHERE4"),
    ),
    Cable(  # 23
        id="10TELAVIV23", post="TELAVIV", year=2010, created="2010-02-03T08:00Z", form="page",
        subject="Release", body="alpha beta gamma", summary="beta", comment="gamma delta",
    ),
    Cable(  # 24
        id="10TELAVIV24", post="TELAVIV", year=2010, created="2010-02-03T08:00Z", form="page",
        subject="alpha", body="beta", released="2010-12-31",
    ),
    Cable(  # 25
        id="08STATE25", post="STATE", year=2008, created="2008-02-29T00:00Z", form="frus",
        subject="gamma", body="Leap day. The-end---of it...", declass="2008-03-01",
        articles=("https://example.org/leap?day=29",), signer="Rice, C.",
    ),
)

CABLES: Final = tuple(Stored(number, cable) for number, cable in enumerate(_CABLES, 1))
