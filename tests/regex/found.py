"""Every pattern of the packages, where it is kept, and by which methods it is used."""

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeGuard

from .alphabet import Pattern

ROOT: Final = Path(__file__).parent.parent.parent
PACKAGES: Final = ("indexer", "queries")

_ONCE: Final = frozenset(("match", "fullmatch"))


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern and the name that its module has for it: ``indexer.ids._YEAR``."""

    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Use:
    """A method that a name is used by, and the number of its arguments; '' is any other use."""

    method: str
    arguments: int = 0

    @property
    def reads_once(self) -> bool:
        """Whether a text is tried at its beginning alone."""
        return self.method in _ONCE and self.arguments == 1


def sources() -> dict[str, ast.Module]:
    """The modules of the packages by name."""
    paths = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return {_module_name(path): ast.parse(path.read_text("utf-8")) for path in paths}


def patterns() -> Iterator[Found]:
    """Every pattern that a module keeps, also inside tuples, dictionaries and records."""
    for name, tree in sources().items():
        imported = dict(_imports(tree, name))
        for attribute, value in vars(import_module(name)).items():
            if attribute not in imported:
                yield from (Found(f"{name}.{attribute}", one) for one in _inside(value))


def uses() -> dict[str, set[Use]]:
    """How each name of a module is used, in it and in the modules that import it."""
    found: dict[str, set[Use]] = {}
    for name, tree in sources().items():
        homes = dict(_imports(tree, name))
        for local, use in _uses(tree):
            found.setdefault(homes.get(local, f"{name}.{local}"), set()).add(use)
    return found


def made_in_functions() -> Iterator[tuple[str, str]]:
    """The functions that call ``re``, with the pattern; '' where it is not known before."""
    for name, tree in sources().items():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for call in filter(_is_of_re, ast.walk(function)):
                    yield f"{name}.{function.name}", _text(call, name)


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _inside(value: object) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for part in (*value.keys(), *value.values()):
            yield from _inside(part)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from _inside(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))


def _imports(tree: ast.Module, name: str) -> Iterator[tuple[str, str]]:
    """The local names of what is imported, and where it is kept."""
    is_package = (ROOT / Path(*name.split(".")) / "__init__.py").is_file()
    package = name.split(".") if is_package else name.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            parents = package[: len(package) - node.level + 1] if node.level else []
            home = ".".join((*parents, *filter(None, (node.module,))))
            for alias in node.names:
                yield alias.asname or alias.name, f"{home}.{alias.name}"


def _uses(tree: ast.Module) -> Iterator[tuple[str, Use]]:
    called: dict[ast.expr, Use] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            count = len(node.args) + len(node.keywords)
            called[node.func.value] = Use(node.func.attr, count)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, called.get(node, Use(""))


def _is_of_re(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        and node.func.attr != "escape"
    )


def _text(call: ast.Call, module: str) -> str:
    """The pattern of a call, with a word for whatever the function alone knows."""
    if not isinstance(call.args[0], (ast.Constant, ast.JoinedStr)):
        return ""
    code = compile(ast.Expression(call.args[0]), module, "eval")
    known = vars(import_module(module))
    return str(eval(code, known, _Words(known)))


class _Words(dict[str, str]):
    """Has a word for each name that is neither a module's nor Python's own."""

    def __init__(self, known: dict[str, Any]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, name: str) -> str:
        if name in self._known or hasattr(builtins, name):
            raise KeyError(name)
        return "word"
