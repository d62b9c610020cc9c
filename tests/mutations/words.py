"""What pages are made of, right and wrong: the words of the trade, of HTML, and bytes that hurt."""

from typing import Final

_TELEGRAM: Final = (
    "FM ", "TO ", "INFO ", "TO RUEHNW/AMEMBASSY NOWHERE PRIORITY 0012\n", "XMT AIT ", "FM AMEMBASSY X",
    "R 121833Z NOV 08", "R 310000Z FEB 00", "Z O P R 999999Z XXX 99", "VZCZCXRO0233",
    "DE RUEHNW #0233/01 1050730", "ZNY CCCCC ZZH", "ZNR UUUUU ZZH", "BT\n", "NNNN", "NNN",
    "UNCLAS ", "UNCLASSIFIED ", "C O N F I D E N T I A L ", "S E C R E T ", "SS E C R E T ", "LIMITED OFFICIAL USE ",
    "SECTION 01 OF 02 ", "SECTION 99 OF 00 ", "SECTION ", "PAGE 02 ", "PAGE 02 NOWHERE 00012 121833Z",
    "NOWHERE 00000233  002 OF 002", "NOWHERE 000012", "SIPDIS", "NOFORN", "// C O R R E C T E D  COPY //",
    "E.O. 12958: DECL: 02/30/2018", "E.O. 12958: N/A", "EO 12958 DECL: ", "E.O. 99999: ", "DECL: ", "OADR",
    "CLASSIFIED BY: ", "Classified By: DCM Jane Doe. Reason: 1.4 (b), (d)", "REASON 1.4(b) ", "REASONS: ",
    "TAGS: ", "TAGS: PREL, PARM, OVIP (DOE, JANE), ECONEFIN\n", "TAGS ", "[PREL](#)", "OVIP (", "KSCA",
    "SUBJECT: ", "SUBJ: ", "SUBJECT TO ", "REF: ", "REF: A. 08 NOWHERE 12 B. NOWHERE 13 (NOTAL)\n", "REFTEL ",
    "REFS: (A) ", "A. ", "(B) ", "08NOWHERE12", "08SECTION01OF02NOWHERE12", "7575NOWHERE12", "NOWHERE 412 AND 446",
    "'08 ", "(NOTAL)", "¶", "¶1. ", "¶1. (C) ", "\n1. ", "\n13. ", "\n999999999. ", "1.", "(C)", "(SBU) ",
    "SUMMARY", "END SUMMARY", "\nSUMMARY\n-------\n", "COMMENT: ", "END COMMENT", "BEGIN TEXT:", "UNQUOTE",
    "- - -", "-----", "=====", ". . .", "*****", "RICE\nNNNN", "DOE##", "XXXXXXXXXXXX", "NOTE BY OC/T: ",
    "ACTION EUR-00 INFO LOG-00", "Message Text", "Message Attributes", "Locator: TEXT ON-LINE", "PAGE 01",
    "<< END OF DOCUMENT >>", "End Cable Text", "This record is a partial extract", "null",
)  # fmt: skip
_HTML: Final = (
    "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "<!DOCTYPE", "<html>", "<body>", "</body>",
    "<title>Cable Viewer</title>", "<h3>", "<h3>Viewing cable ", "</h3>", "<table class='cable'>", "</table>", "<tr>",
    "<td>", "</td>", "<th>", "</th>", "<td colspan='5'>", "<td colspan=", "<th>Reference ID</th>", "<code><pre>",
    "</pre></code>", "<pre>", "</pre>", "<code>", "</code>", "<a href='", "<a id='par4' href='#par4'>¶</a>", "</a>",
    "<a href='/tag/PREL_0.html'>PREL</a>", "<br />", "<div>", "</div>", "<script>", "</script>", "<style>", "<b>",
    "<textarea>", "<select><option>", "<svg><title>", "<template>", "<plaintext>", "<frameset>", "<x:y a:b='c'>",
    "<meta charset='utf-16'>", "<meta charset=utf-8>", "<div id='synopsis'>", "<div id='tagged-text'>",
    "<td class='s_key'>", "<td class='s_val'>", "<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "<head>", "<date when='",
    "<div type='document' xml:id='d1'>", "<note type='source'>", "&amp;", "&#x000A;", "&#x41;", "&#99999999;",
    "&#xD800;", "&#0;", "&lt;", "&amp", "&#", "&#x", "&", "&D;", "&lol9;", "<<218634>>", "<!ENTITY a '&b;'>", "\"", "'",
)  # fmt: skip
_TABLES: Final = ('"', '\\"', '","', '""', "|", ",", ";", "\t", '"\n"', '"1","11/12/2008 18:33","08NOWHERE12"')
_BYTES: Final = (
    b"\x00", b"\x00\x00\x00\x00", b"\x1b[31m", b"\x07", b"\x1a", b"\x1f\x8b", b"PK\x03\x04", b"%PDF-", b"\x7f", b"\xff",
    b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xc3",
    b"\xe2\x80", b"\x80", b"\x85", b"\xa0", b"\\", b"\\\n", b"\r", b"\n", b"\n\n", b"\n \n", b"\t", b" ", b"  \n",
)  # fmt: skip
_LETTERS: Final = (
    "é", "e\u0301", "\u0300\u0316", "ß", "İ", "ﬁ", "٣", "²", "½", "\u2028", "\u2029", "\u200b", "\u202e", "\ufeff",
    "\ufffd", "\u00ad", "漢字", "\U0001f4a3", "\U0010ffff", "\u2019", "“", "\u2013", "…", "ﷺ", "\xa0", "\u3000",
)  # fmt: skip

TOKENS: Final[tuple[bytes, ...]] = (
    *(token.encode() for token in (*_TELEGRAM, *_HTML, *_TABLES, *_LETTERS)), *_BYTES,
)
