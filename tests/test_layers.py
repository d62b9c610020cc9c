"""The direction of the house: what may import what, who may print, and how long a module is."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("indexer", "queries")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
ENGINE_LIBRARIES = {"whoosh", "tantivy", "opensearchpy", "elasticsearch"}
MOST_LINES = 300

Rule = Callable[[Path, ast.Module], Iterator[str]]


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules that are imported absolutely, anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def tops(tree: ast.Module) -> set[str]:
    return {name.partition(".")[0] for name in imported(tree)}


def indexer_knows_no_queries(path: Path, tree: ast.Module) -> Iterator[str]:
    if path.parts[0] == "indexer" and "queries" in tops(tree):
        yield "indexer imports queries"


def imports_inside_a_package_are_relative(path: Path, tree: ast.Module) -> Iterator[str]:
    if path.parts[0] in tops(tree):
        yield "an absolute import inside the package"


def engine_libraries_stay_in_engines(path: Path, tree: ast.Module) -> Iterator[str]:
    if path.parent.name != "engines":
        yield from (f"imports {name}" for name in ENGINE_LIBRARIES & tops(tree))


def click_stays_in_the_command_line(path: Path, tree: ast.Module) -> Iterator[str]:
    if not path.name.startswith("cli") and tops(tree) & {"click", "rich"}:
        yield "imports Click or Rich"


def nobody_else_prints_or_exits(path: Path, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not path.name.startswith("cli"):
            called = ast.unparse(node.func)
            if called in {"print", "exit", "quit", "sys.exit", "os._exit", "input"}:
                yield f"line {node.lineno} calls {called}"


def modules_say_what_they_are_for(path: Path, tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield "no docstring"


RULES: list[Rule] = [
    indexer_knows_no_queries,
    imports_inside_a_package_are_relative,
    engine_libraries_stay_in_engines,
    click_stays_in_the_command_line,
    nobody_else_prints_or_exits,
    modules_say_what_they_are_for,
]


@pytest.mark.parametrize("rule", RULES)
def test_every_module_keeps_the_rule(rule: Rule) -> None:
    faults = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path in MODULES
        for fault in rule(path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert faults == []


@pytest.mark.parametrize(("rule", "name", "source"), [
    (indexer_knows_no_queries, "indexer/a.py", "def f():\n    from queries.tree import Word"),
    (imports_inside_a_package_are_relative, "queries/a.py", "import queries.tree"),
    (engine_libraries_stay_in_engines, "queries/a.py", "from whoosh.index import open_dir"),
    (click_stays_in_the_command_line, "indexer/build.py", "import click"),
    (nobody_else_prints_or_exits, "queries/a.py", "print(1)"),
    (nobody_else_prints_or_exits, "queries/a.py", "import sys\nsys.exit(1)"),
    (modules_say_what_they_are_for, "queries/a.py", "x = 1"),
])
def test_the_rules_notice_a_breach(rule: Rule, name: str, source: str) -> None:
    assert list(rule(Path(name), ast.parse(source)))


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [path for path, length in lengths.items() if length > MOST_LINES] == []


def test_there_are_modules_to_look_at() -> None:
    assert {path.parent.name for path in MODULES} >= {*PACKAGES, "engines", "writers", "formats"}
