"""Where pages come from: every file is met once, in order, or it is said why not."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from indexer.errors import Refused
from indexer.pages import find_pages
from indexer.sources import (
    Found,
    Gone,
    Page,
    Skipped,
    Unchanged,
    Unreadable,
    listed,
    printable,
    read_whole,
)

from .invented import text_page


def _all(path: Path) -> list[Found]:
    return list(find_pages(str(path), lambda _: False))


def _names(found: list[Found], base: Path) -> list[str]:
    return [
        one.stamp.given.removeprefix(f"{base}/") for one in found if isinstance(one, Page)
    ]


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.html", "a.txt", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = _all(tmp_path)
    assert _names(found, tmp_path) == ["a.txt", "b/1.html", "b/2.html", "c.html"]
    assert next(one.data for one in found if isinstance(one, Page)) == b"a.txt"


def test_links_hidden_names_and_what_is_no_file_are_skipped_with_the_rule(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "__MACOSX").mkdir()
    assert sorted(one.rule for one in _all(tmp_path) if isinstance(one, Skipped)) == [
        "hidden", "hidden", "link",
    ]


def test_a_named_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    (gone,) = _all(tmp_path / "nothing.html")
    assert isinstance(gone, Gone)


def test_what_is_unchanged_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"x")
    (found,) = find_pages(str(path), lambda stamp: stamp.size == 1)
    assert isinstance(found, Unchanged)


def test_a_path_with_bytes_that_are_no_text_can_be_written_down(tmp_path: Path) -> None:
    name = b"caf\xe9.html"
    path = tmp_path / name.decode("utf-8", "surrogateescape")
    path.write_bytes(b"x")
    (found,) = _all(tmp_path)
    assert isinstance(found, Page)
    assert found.stamp.path.endswith("caf\\xe9.html")
    assert found.data == b"x"


def test_members_of_a_zip_are_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.bin"  # known by its bytes, not by its name
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("b.html", "two")
        container.writestr("a/", "")
        container.writestr("a/c.html", "three")
        container.writestr("__MACOSX/._b.html", "rubbish")
    loaded = [one.data for one in find_pages(str(path), lambda _: False)
              if isinstance(one, Page)]
    found = _all(path)
    assert _names(found, tmp_path) == ["pages.bin!b.html", "pages.bin!a/c.html"]
    assert loaded == [b"two", b"three"]
    assert [one.rule for one in found if isinstance(one, Skipped)] == ["hidden"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_members_of_a_tar_are_read_as_a_stream(
    tmp_path: Path, mode: Literal["w", "w:gz", "w:bz2", "w:xz"]
) -> None:
    path = tmp_path / "pages"
    with tarfile.open(path, mode=mode) as container:
        for name in ("b.html", "a.html"):
            member = tarfile.TarInfo(name)
            member.size = 3
            container.addfile(member, io.BytesIO(name[:3].encode()))
        link = tarfile.TarInfo("passwords")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        container.addfile(link)
    loaded = [one.data for one in find_pages(str(path), lambda _: False)
              if isinstance(one, Page)]
    assert loaded == [b"b.h", b"a.h"]
    assert [one.rule for one in _all(path) if isinstance(one, Skipped)] == ["not a regular file"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_the_one_file_in_it(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    (tmp_path / "a.txt.gz").write_bytes(pack(text_page(12)))
    (found,) = _all(tmp_path / "a.txt.gz")
    assert isinstance(found, Page)
    assert (found.stamp.given.rpartition("/")[2], found.data) == ("a.txt.gz!a.txt", text_page(12))


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress, bz2.compress])
def test_a_collection_in_a_container_gives_its_cables(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    dump = (Path(__file__).parent / "pages" / "dump" / "several_rows.csv").read_bytes()
    (tmp_path / "cables.csv.gz").write_bytes(pack(dump))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as container:
        container.writestr("in/cables.csv", dump)
    alone, inside = (_names(_all(tmp_path / name), tmp_path) for name in ("cables.csv.gz", "all.zip"))
    assert len(alone) == len(inside) > 2
    assert [name.rpartition("!")[2] for name in alone] == [n.rpartition("!")[2] for n in inside]
    assert inside[0].startswith("all.zip!in/cables.csv!")


def test_a_collection_that_breaks_off_gives_what_it_has_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(
        (Path(__file__).parent / "pages" / "frus" / "telegrams.xml").read_bytes()[:-40]
    )
    found = _all(tmp_path / "a.xml")
    assert [type(one) for one in found] == [Page] * (len(found) - 1) + [Unreadable]
    assert len(found) > 1


def test_a_damaged_container_gives_its_whole_members_and_says_that_it_is_damaged(
    tmp_path: Path,
) -> None:
    path = tmp_path / "pages.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=0) as container:
        for number in range(20):
            member = tarfile.TarInfo(f"{number}.html")
            member.size = 5_000
            container.addfile(member, io.BytesIO(bytes([number]) * 5_000))
    path.write_bytes(path.read_bytes()[:60_000])
    loaded, told = [], []
    for one in find_pages(str(path), lambda _: False):
        if isinstance(one, Unreadable):
            told.append(one.reason)
        elif isinstance(one, Page):
            loaded.append(one.data[:1])
    assert loaded == [bytes([number]) for number in range(len(loaded))]
    assert len(loaded) > 5
    assert told
    assert all("damaged" in reason for reason in told)


def test_a_list_may_be_parted_by_nul() -> None:
    assert list(listed(io.BytesIO(b"a b\0c\nd\0"))) == ["a b", "c\nd"]


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.sources.LARGEST_PAGE", 3 << 20)
    assert len(read_whole(io.BytesIO(b"x" * (3 << 20)))) == 3 << 20
    with pytest.raises(Refused, match="larger than 3 MiB"):
        read_whole(io.BytesIO(b"x" * ((3 << 20) + 1)))


def test_printable_leaves_good_names_alone() -> None:
    assert printable("Café/a.html") == "Café/a.html"
