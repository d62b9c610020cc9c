"""What reaches a terminal: no control character of a page, and colour only where it is wanted."""

import io

import pytest

from queries.terminal import (
    PLAIN_WIDTH,
    Painter,
    SafeSink,
    Style,
    safe_marked,
    sink_for,
    wants_colour,
    width_of,
)


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_marks_stay_on_their_words_when_characters_before_them_are_escaped() -> None:
    text, marks = safe_marked("a\x1b \x07missile\x07 kite", [(4, 11), (13, 17)])
    assert [text[start:end] for start, end in marks] == ["missile", "kite"]
    assert text.isprintable()


def test_a_mark_over_a_control_character_covers_what_is_shown_for_it() -> None:
    text, marks = safe_marked("mis\x07sile", [(0, 8)])
    assert marks == ((0, len(text)),)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_there_is_no_colour_where_it_is_not_wanted(environment: dict[str, str]) -> None:
    assert not wants_colour(Terminal(), environment)


def test_colour_is_for_terminals_only() -> None:
    assert wants_colour(Terminal(), {"TERM": "xterm"})
    assert not wants_colour(io.StringIO(), {"TERM": "xterm"})


def test_an_empty_no_color_is_as_if_it_were_not_set() -> None:
    assert wants_colour(Terminal(), {"NO_COLOR": "", "TERM": "xterm"})


def test_a_file_is_as_wide_as_an_old_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert width_of(io.StringIO()) == PLAIN_WIDTH
    assert width_of(Terminal()) == 132


def test_a_painter_without_colour_leaves_the_text_alone() -> None:
    assert Painter(colour=False)("x", Style.STRONG) == "x"
    assert Painter(colour=True)("x", Style.NONE) == "x"
    assert Painter(colour=True)("x", Style.MARK) == "\x1b[1;31mx\x1b[0m"


def test_a_terminal_gets_safe_text_and_a_file_gets_all_of_it() -> None:
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        sink_for(stream).write("\x9b31m\u202e\n")
    assert terminal.getvalue() == "\\u009b31m\\u202e\n"
    assert file.getvalue() == "\x9b31m\u202e\n"


def test_a_safe_sink_keeps_json_valid() -> None:
    import json

    behind = io.StringIO()
    SafeSink(behind).write(json.dumps({"a": "\x9b\u202e"}, ensure_ascii=False))
    assert json.loads(behind.getvalue()) == {"a": "\x9b\u202e"}
