"""Every pattern of the packages, where it is kept, and by which methods it is used."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from .alphabet import Pattern

ROOT: Final = Path(__file__).parent.parent.parent
PACKAGES: Final = ("indexer", "queries")
AT_A_PLACE: Final = frozenset(("match", "fullmatch"))


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
        return self.method in AT_A_PLACE and self.arguments == 1


def sources() -> dict[str, Path]:
    """The modules of the packages by name."""
    paths = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return {_module_name(path): path for path in paths}


def patterns() -> Iterator[Found]:
    """Every pattern that a module keeps, also inside tuples, dictionaries and records."""
    for name in sources():
        module = import_module(name)
        for attribute, value in vars(module).items():
            for pattern in _inside(value, module):
                yield Found(f"{name}.{attribute}", pattern)


def uses() -> dict[str, set[Use]]:
    """How each name of a module is used, in it and in the modules that import it."""
    found: dict[str, set[Use]] = {}
    for name, path in sources().items():
        tree = ast.parse(path.read_text("utf-8"))
        homes = dict(_imports(tree, name, path))
        for local, use in _uses(tree):
            found.setdefault(homes.get(local, f"{name}.{local}"), set()).add(use)
    return found


def made_in_functions() -> Iterator[str]:
    """Calls of ``re`` inside functions: their patterns are kept by no module."""
    for name, path in sources().items():
        tree = ast.parse(path.read_text("utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and _is_of_re(call):
                        yield f"{name}.{function.name}: {ast.unparse(call)}"


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _inside(value: object, module: ModuleType) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for part in (*value.keys(), *value.values()):
            yield from _inside(part, module)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from _inside(part, module)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(getattr(value, field.name), module)


def _imports(tree: ast.Module, name: str, path: Path) -> Iterator[tuple[str, str]]:
    """The local names of what is imported from the packages, and where it is kept."""
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            home = ".".join((*parents, node.module or "")) if node.level else node.module or ""
            for alias in node.names:
                yield alias.asname or alias.name, f"{home.rstrip('.')}.{alias.name}"


def _uses(tree: ast.Module) -> Iterator[tuple[str, Use]]:
    called: dict[ast.expr, Use] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            count = len(node.args) + len(node.keywords)
            called[node.func.value] = Use(node.func.attr, count)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, called.get(node, Use(""))


def _is_of_re(call: ast.Call) -> bool:
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name) and function.value.id == "re"
        and function.attr != "escape"
    )
