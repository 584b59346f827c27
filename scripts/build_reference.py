"""Write the reference pages of the documentation from the code: commands, records, lexicon files.

Usage: build_reference.py [DOCS]; a test holds the committed pages to what this writes.
"""

from __future__ import annotations

import ast
import inspect
import pathlib
import sys
from collections.abc import Iterator

import click

import accord.lexicon.lexicon
import accord.records
from accord.cli import cli


def main(docs: str = "docs") -> None:
    for name, text in pages().items():
        path = pathlib.Path(docs) / "reference" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Name of each reference page -> its text."""
    return {
        "commands.md": _commands(),
        "records.md": _records("Records", accord.records),
        "lexicon-entries.md": _records("Entries of the lexicon", accord.lexicon.lexicon),
    }


def _commands() -> str:
    parts = ["# Commands\n\nMade from the program itself (`scripts/build_reference.py`).\n"]
    for path, command in _leaves(cli, "accord"):
        with click.Context(command, info_name=path, max_content_width=80, terminal_width=80) as context:
            parts.append(f"## {path}\n\n```text\n{command.get_help(context)}\n```\n")
    parts.append(
        "## Exit codes\n\n| code | meaning |\n|---|---|\n| 0 | all inputs were read; abstentions, dropped blocks and “no act found” are 0 too |\n"
        "| 1 | an input could not be read (the others are still written), or an example of the lexicon fails |\n"
        "| 2 | the command cannot start; one line says what to do |\n"
    )
    return "\n".join(parts)


def _leaves(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _leaves(command.commands[name], f"{path} {name}")
    else:
        yield path, command


def _records(title: str, module: object) -> str:
    """One section a class: its docstring and its fields with type, default and meaning."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    parts = [f"# {title}\n\nMade from the code itself (`scripts/build_reference.py`).\n\n{ast.get_docstring(tree)}\n"]
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            parts.append(
                f"## {node.name}\n\n{ast.get_docstring(node) or ''}\n\n| field | type | meaning |\n|---|---|---|"
            )
            parts += [f"| `{n}` | `{t}` | {m} |".replace("| |", "|  |") for n, t, m in _fields(node)]
            parts.append("")
    return "\n".join(parts)


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for here, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name):
            meaning = ""
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                meaning = " ".join(inspect.cleandoc(str(following.value.value)).split()).replace("|", "\\|")
            yield here.target.id, ast.unparse(here.annotation).replace("|", "\\|"), meaning


if __name__ == "__main__":
    main(*sys.argv[1:])
