"""The dump: rows found in a stream whatever is wrong with one of them, and each read by itself."""

import csv
import random
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.dump import row as invented_row
from benchmarks.dump import rows as invented_rows
from indexer.cable import Cable
from indexer.errors import Refused
from indexer.formats import dump
from indexer.formats.base import Part
from indexer.formats.compose import compose
from indexer.formats.dump_rows import LARGEST_ROW

from .invented import telegram


def made(
    serial: int = 12, references: str = "", words: str = "The fleet sailed.", number: str = "",
    origin: str = "Embassy Nowhere", created: str = "11/12/2008 18:33",
) -> bytes:
    """A row as it is published."""
    header, body = telegram(serial, words=words)
    columns = (
        str(serial), created, number or f"08NOWHERE{serial}", origin, "UNCLASSIFIED", references,
        header, body,
    )
    fields = (column.replace("\\", "\\\\").replace('"', '\\"') for column in columns)
    return ('"' + '","'.join(fields) + '"\n').encode()


def parts(data: bytes) -> list[Part]:
    return list(dump.split(BytesIO(data)))


def names(data: bytes) -> list[str]:
    return [part.name for part in parts(data)]


def cable(row: bytes) -> Cable:
    return compose(dump.read(row, "cables.csv"))


def reason(row: bytes) -> str:
    """Why a row is refused, '' for one that is read."""
    try:
        cable(row)
    except Refused as refused:
        return str(refused) or "no reason"
    return ""


def test_a_row_gives_the_cable_of_its_telegram_and_its_columns() -> None:
    read = cable(made(12, "08STATE77"))
    assert (read.id, read.created, read.classification, read.origin) == (
        "08NOWHERE12", "2008-11-12T18:33Z", "UNCLASSIFIED", "Embassy Nowhere"
    )
    assert (read.sender, read.subject, read.signer) == ("AMEMBASSY NOWHERE", "FISH QUOTAS", "DOE")
    assert [one.id for one in read.references] == ["08STATE77"]
    assert (read.header, read.body) == telegram(12)
    assert read.problems == ()


def test_quotes_backslashes_and_commas_of_the_text_survive() -> None:
    words = 'He said "no", and "never", of C:\\FISH, "'
    assert f"1. {words}\n" in cable(made(words=words)).body


def test_a_field_larger_than_the_limit_of_pythons_reader_is_read_and_the_limit_stays() -> None:
    limit = csv.field_size_limit()
    words = 'The fleet "sailed". ' * (limit // 10)
    assert words.strip() in cable(made(words=words)).body
    assert csv.field_size_limit() == limit


def test_the_column_of_references_is_taken_where_the_text_has_none() -> None:
    row = made(12, "08PRETORIA3|99TIRANA12|08NOWHERE12").replace(b"REF: A. STATE 77\n", b"")
    assert [one.id for one in cable(row).references] == ["08PRETORIA3", "99TIRANA12"]


def test_references_of_column_and_text_that_differ_are_told() -> None:
    problems = cable(made(12, "08PARIS5")).problems
    assert [(one.field, one.message) for one in problems] == [
        ("references", "the page also lists 08PARIS5, and does not list 08STATE77")
    ]


def test_rows_are_named_by_their_number_made_unique_or_by_their_place() -> None:
    data = made(12) + made(13) + made(12) + made(14).replace(b"08NOWHERE14", b"") + made(12)
    assert names(data) == [
        "08NOWHERE12", "08NOWHERE13", "08NOWHERE12#2", "row 4", "08NOWHERE12#3"
    ]


def test_parts_are_recognised_alone_and_together_are_the_file() -> None:
    data = b"".join(invented_rows(40))
    rows = parts(data)
    assert len(rows) == 40
    assert b"".join(part.data for part in rows) == data
    assert all(dump.recognises(part.data) for part in rows)
    assert dump.holds_many(data[: 1 << 20])


@pytest.mark.parametrize("number", range(30))
def test_a_generated_row_is_read_as_its_telegram(number: int) -> None:
    read = cable(invented_row(3, number).encode())
    assert [problem.field for problem in read.problems] == []
    assert read.body.startswith(("UNCLAS", "C O N F", "S E C R E T"))


class OfBytes(BytesIO):
    """A file that gives at most so many bytes at a time, as a member of a container does."""

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self._most = most

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self._most)


@pytest.mark.parametrize("most", [1, 2, 7, 63, 64, 65, 1000])
def test_where_blocks_end_makes_no_difference(most: int) -> None:
    data = b"id,b,c,d,e,f,g,h\r\n" + made(12) + made(13, words='"8","1/1/2008 0:00","') + made(14)
    assert list(dump.split(OfBytes(data, most))) == parts(data)
    assert [part.name for part in parts(data)] == ["08NOWHERE12", "08NOWHERE13", "08NOWHERE14"]


def quotes_of(row: bytes) -> list[int]:
    return [place for place, byte in enumerate(row) if byte == ord('"')]


@pytest.mark.parametrize("lost", range(len(quotes_of(made(13)))))
def test_a_lost_quote_costs_no_other_row_and_is_told(lost: int) -> None:
    row = made(13, "08STATE77")
    place = quotes_of(row)[lost]
    data = made(12) + row[:place] + row[place + 1 :] + made(14)
    assert names(data) == ["08NOWHERE12", "08NOWHERE13", "08NOWHERE14"]
    before, damaged, behind = (cable(part.data) for part in parts(data))
    assert before == cable(made(12))
    assert behind == cable(made(14))
    assert (damaged.id, damaged.created, damaged.origin, damaged.subject, damaged.sender) == (
        "08NOWHERE13", "2008-11-12T18:33Z", "Embassy Nowhere", "FISH QUOTAS", "AMEMBASSY NOWHERE"
    )
    assert [one.id for one in damaged.references] == ["08STATE77"]
    assert [problem.field for problem in damaged.problems] == ["body"]


def test_a_lost_quote_beside_an_origin_with_a_comma() -> None:
    row = made(origin="American Institute Elsewhere, Harbour").replace(b'Harbour"', b"Harbour")
    assert cable(row).origin == "American Institute Elsewhere, Harbour"


def test_a_quote_that_is_not_escaped_loses_nothing() -> None:
    row = made(words="He said @no@\nand @never@, and left.").replace(b"@", b'"')
    read = cable(row)
    assert 'He said "no"\nand "never", and left.' in read.body
    assert [problem.field for problem in read.problems] == ["body"]


@pytest.mark.parametrize("size", range(20, len(made()) - 2, 7))
def test_a_row_that_breaks_off_is_read_as_far_as_it_goes(size: int) -> None:
    cut = made()[:size]
    if not dump.recognises(cut):
        assert size < 24
        return
    if why := reason(cut):
        assert "without the number and the text" in why
        return
    read = cable(cut)
    assert "08NOWHERE12".startswith(read.id_as_found)
    assert "body" in [problem.field for problem in read.problems]
    assert "".join(telegram(12)).startswith(read.header + read.body)


def test_the_last_row_needs_no_line_end() -> None:
    assert cable(made().rstrip()) == cable(made())


@pytest.mark.parametrize("before", [
    b"", b"\xef\xbb\xbf", b"\n\n", b"id,date,number,origin,class,refs,header,body\n",
    b'\xef\xbb\xbf"id","date","number","origin","class","refs","header","body"\r\n',
])
def test_what_is_lost_without_harm_before_the_first_row(before: bytes) -> None:
    data = before + made(12) + made(13)
    assert dump.holds_many(data)
    assert names(data) == ["08NOWHERE12", "08NOWHERE13"]
    assert cable(before + made(12)) == cable(made(12))


def test_other_bytes_before_the_first_row_are_a_part_that_is_refused() -> None:
    data = b"-- cables, 2 rows, 8 columns --\n" + made(12) + made(13)
    assert dump.holds_many(data)
    first, *others = parts(data)
    assert (first.name, first.data) == ("line 1", b"-- cables, 2 rows, 8 columns --\n")
    assert [part.name for part in others] == ["08NOWHERE12", "08NOWHERE13"]
    with pytest.raises(Refused, match="no row of a dump"):
        dump.read(first.data, "")
    told = cable(b"-- one row --\n" + made(12)).problems
    assert [problem.message for problem in told] == ["14 bytes before the row, which are none"]


def test_doubled_quotes_line_ends_and_encoding_of_a_file_that_was_saved_again() -> None:
    row = made(words='He said \\"café\\", "no".').replace(b'\\\\\\"', b'""').replace(b'\\"', b'""')
    saved = row.decode().replace("\n", "\r\n").encode("cp1252")
    assert names(saved * 2) == ["08NOWHERE12", "08NOWHERE12#2"]
    read = cable(saved)
    assert 'He said "café", "no".' in read.body
    assert "\r" not in read.header + read.body
    assert read.problems == ()


def test_control_characters_are_read_as_blanks_and_told() -> None:
    read = cable(made(words="The \x00\x07 fleet."))
    assert "The   fleet." in read.body
    assert [problem.field for problem in read.problems] == ["body"]


def test_a_whole_dump_given_as_one_cable_is_refused() -> None:
    with pytest.raises(Refused, match="several cables: use read_cables, or give the file to"):
        dump.read(made(12) + made(13), "")


@pytest.mark.parametrize("data", [
    b'"1","11/12/2008 18:33","","Embassy Nowhere","UNCLASSIFIED","","",""\n', b"", b"no row",
])
def test_what_has_neither_number_nor_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        dump.read(data, "")


@pytest.mark.parametrize("data", [
    b"", b"\n", b'"1","2","3"\n', b'"1","two","three"', b"1,11/12/2008 18:33,08NOWHERE12,x\n",
    b'<html><p>\n"1","11/12/2008 18:33","08NOWHERE12","', b'{"a":\n"1","11/12/2008 18:33","x","y"}',
    b"R 121833Z NOV 08\nFM AMEMBASSY NOWHERE\n\nUNCLAS NOWHERE 12",
])
def test_other_files_are_not_recognised(data: bytes) -> None:
    assert not dump.recognises(data)
    assert not dump.holds_many(data)


class Blocks(BytesIO):
    """A file of one endless row, made as it is read."""

    def __init__(self, count: int, tail: bytes) -> None:
        super().__init__()
        begin = (made(12), b'"13","11/12/2008 18:33","08NOWHERE13","')
        self._blocks = chain(begin, (b"word\n" * 200_000 for _ in range(count)), (tail,))

    def read(self, size: int | None = -1, /) -> bytes:
        return next(self._blocks, b"")


def test_a_row_without_end_is_cut_refused_and_takes_little_memory() -> None:
    tracemalloc.start()
    found = [(part.name, len(part.data)) for part in dump.split(Blocks(100, b"\n" + made(14)))]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [
        ("08NOWHERE12", len(made(12))), ("08NOWHERE13", LARGEST_ROW), ("08NOWHERE14", len(made(14)))
    ]
    assert peak < 3 * LARGEST_ROW
    with pytest.raises(Refused, match="a row of 16 MiB or more"):
        dump.read(made(12).ljust(LARGEST_ROW), "")


def test_splitting_many_rows_takes_a_few_blocks_of_memory() -> None:
    many = b"".join(invented_rows(300)) * 30
    file = BytesIO(many)
    tracemalloc.start()
    assert sum(1 for _ in dump.split(file)) == 9_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(many) > 50_000_000
    assert peak < 10_000_000


def _damaged(chance: random.Random) -> Iterator[bytes]:
    for serial in range(1, 6):
        row = bytearray(made(serial, words=chance.choice(('"', "\\", '","', "\n", "x"))))
        for _ in range(chance.randrange(6)):
            row[chance.randrange(len(row))] = chance.choice(b'"\\,\n\rx\x00\xff')
        yield bytes(row)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_wrong_every_byte_is_in_a_part_and_every_part_is_read_or_refused(
    seed: int
) -> None:
    data = b"".join(_damaged(random.Random(seed)))
    rows = parts(data)
    assert b"".join(part.data for part in rows) == data
    assert all(reason(part.data) != "no reason" for part in rows)


@given(st.text(alphabet='"\\,\n1/: 2008EMBASSY|é\x00', max_size=200))
def test_any_text_as_a_field_comes_back(words: str) -> None:
    read = dump.read(made(words=f"({words})"), "")
    told = f"({words})".replace("\\\n", "\n").replace("\x00", " ")
    squeezed = " ".join(told.split())
    assert squeezed in " ".join(read.body.replace("\x00", " ").split())


def test_a_megabyte_of_one_thing_is_read_in_time() -> None:
    import time

    start = time.process_time()
    for filler in ('"', "\\", '","', ",", "1/2/2008 ", "|", "A/", '"1","1/2/2008 3:04",', '\n"1'):
        text = (filler * (1_000_000 // len(filler))).encode()
        for row in (made()[:-1] + text, made()[:40] + text, made()[:60] + text, text):
            list(dump.split(BytesIO(row)))
            dump.recognises(row)
            assert reason(row) != "no reason"
    assert time.process_time() - start < 20  # a hang, not a slow machine
