"""The cable that the project began with, from file to hit; it lies beside a checkout, not in it."""

from pathlib import Path

import pytest

from indexer import build, read_cable
from indexer.cable import Cable, names
from queries import open_archive

SEED = Path(__file__).parent.parent.parent / "shared" / "seed" / "08STATE120153.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason=f"the seed is not at {SEED}")


@pytest.fixture(scope="module")
def cable() -> Cable:
    """The seed, read."""
    return read_cable(SEED.read_bytes(), SEED.name)


def test_it_is_found_by_tag_and_phrase(tmp_path: Path) -> None:
    build(tmp_path / "a", [str(SEED.parent)])
    with open_archive(tmp_path / "a") as archive:
        (hit,) = archive.search('tag:MTCRE "press statement"')
    assert (hit.id, hit.created) == ("08STATE120153", "2008-11-12T18:33Z")
    (snippet,) = hit.snippets
    assert "press statement" in [snippet.text[a:b].lower() for a, b in snippet.marks]
    assert snippet.paragraph in (1, 2)


def test_its_marking_tags_and_signer(cable: Cable) -> None:
    assert (cable.classification, cable.signer) == ("UNCLASSIFIED", "RICE")
    assert [tag.code for tag in cable.tags] == ["MTCRE", "PREL", "PARM", "KSCA", "TSPA", "ETTC"]
    assert cable.attention == ("CANBERRA FOR POL", "PARIS FOR EST")
    assert (cable.order, cable.declass) == ("12958", "N/A")


def test_its_action_and_information_addressees_are_apart(cable: Cable) -> None:
    assert cable.sender == "SECSTATE WASHDC"
    assert names(cable.to) == ("AMEMBASSY CANBERRA", "AMEMBASSY PARIS")
    assert len(cable.info) == 30
    assert names(cable.info)[:3] == (
        "MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE", "AMEMBASSY ABU DHABI", "USOFFICE ALMATY",
    )
    assert (cable.info[-1].name, cable.info[-1].serial) == ("AIT TAIPEI", "0000")


def test_its_paragraphs_are_numbered_though_one_mark_was_misread(cable: Cable) -> None:
    assert [(p.number, p.raw_number) for p in cable.paragraphs] == [(1, "1"), (2, "2"), (3, "13")]
    assert [problem.field for problem in cable.problems] == ["paragraphs"]
