"""What a user sees of a faulty query."""

import pickle

from indexer.errors import CablesError
from queries.errors import QueryError, fault, pointed
from queries.faults import FAULTS


def test_an_error_shows_message_place_and_remedy() -> None:
    assert str(fault("bad-number", "kite refs:many", 10, 14, name="refs")).splitlines() == [
        "'many' is no number of at most 9 digits",
        "  kite refs:many",
        "            ^^^^",
        "write refs:3, refs:>3 or refs:2..5",
    ]


def test_an_error_is_the_users_fault_and_can_go_to_another_process() -> None:
    error = fault("bad-flag", "partial:maybe", 8, 13, name="partial")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(error, CablesError)
    assert (again.code, again.position, again.length) == ("bad-flag", 8, 5)
    assert str(again) == str(error)


def test_a_long_query_is_cut_around_the_place() -> None:
    query = "a" * 500 + " refs:many " + "b" * 500
    shown, carets = pointed(query, 506, 4)
    assert shown.startswith("  …a")
    assert shown.endswith("b…")
    assert len(shown) <= 80
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "many"


def test_a_place_at_the_end_is_shown() -> None:
    assert pointed("kite", 4, 0) == ["  kite", "      ^"]


def test_wide_characters_move_the_caret_by_two_columns() -> None:
    assert pointed("漢字 refs:x", 8, 1)[1] == " " * (2 + 4 + 6) + "^"


def test_control_characters_cannot_reach_the_terminal() -> None:
    query = "\x1b]0;kite\x07\u202e\nrefs:\x1b[2J"
    error = fault("bad-number", query, query.index("\x1b[2J"), len(query), name="refs")
    assert "'·[2J'" in error.message
    assert all(line.isprintable() for line in str(error).splitlines())
    assert len(str(error).splitlines()) == 4


def test_without_a_query_there_is_no_place_to_show() -> None:
    error = QueryError("too-many-expansions", "", 0, 0, "too many words", "ask for fewer")
    assert str(error) == "too many words\nask for fewer"


def test_every_code_is_a_few_small_words() -> None:
    assert all(code.replace("-", "").isalpha() and code.islower() for code in FAULTS)
