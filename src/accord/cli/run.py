"""One run of a command: what it reads, what it writes, the problems on the way, and the exit code."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from accord.errors import CannotStart
from accord.extract import extract
from accord.lexicon import Lexicon, load
from accord.lexicon.load import OWN_RANKS
from accord.read import read
from accord.records import Comparison, Problem, Register


class Run:
    """Collects what a command meets; ``finish`` writes the report and leaves with the exit code."""

    def __init__(self, layers: tuple[str, ...], ranks: str = OWN_RANKS) -> None:
        for layer in layers:
            if not Path(layer).is_dir():
                raise CannotStart(f"--lexicon {layer}: there is no such folder; name one that holds lexicon files")
        self.lexicon: Lexicon = load(tuple(map(Path, layers)), rank_profile=ranks)
        self.failed = False
        self._report: list[dict[str, Any]] = []

    def registers(self, files: Iterable[str]) -> Iterator[Register]:
        """The register of every document that can be read; problems go to standard error."""
        for result in read(files, self.lexicon):
            if isinstance(result, Problem):
                self.problem(result)
                continue
            register = extract(result, self.lexicon)
            self._cover(register)
            yield register

    def problem(self, problem: Problem) -> None:
        """Say what is wrong with an input, in one line; an error makes the exit code 1."""
        self.failed = self.failed or problem.severity == "error"
        self._report.append({"problem": problem})
        click.echo(f"accord: {problem.where}: {problem.message}", err=True)

    def refuse(self, where: str, message: str) -> None:
        """An input that this command cannot use."""
        self.problem(Problem(where, message))

    def _cover(self, register: Register) -> None:
        document = register.document
        dropped = [b for b in document.blocks if b.kind not in ("body", "bullet", "page scar")]
        self._report.append(
            {
                "coverage": {
                    "doc": document.id,
                    "sentences": register.sentences,
                    "provisions": len(register.provisions),
                    "abstentions": len(register.abstentions),
                    "dropped_blocks": [{"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in dropped],
                }
            }
        )
        self._report.extend({"abstention": a} for a in register.abstentions)
        if not any(p.act != "state" for p in register.provisions):
            self.problem(Problem(document.source.name, "no act of a party found in it; nothing to register", "note"))

    def compare(self, registers: list[Register]) -> Comparison:
        """The comparison of two registers."""
        from accord.compare import compare

        return compare(registers[0], registers[1], self.lexicon)

    def write_lines(self, register: Register) -> None:
        """Provisions as JSON Lines on standard output."""
        from accord.export.wire import provision_line

        out = sys.stdout.buffer
        for p in register.provisions:
            out.write(provision_line(register.document.id, p) + b"\n")

    def write_comparison(self, comparison: Comparison) -> None:
        """A comparison as one JSON object on standard output."""
        from accord.export.wire import comparison as encoded

        sys.stdout.buffer.write(encoded(comparison) + b"\n")

    def write_page(self, comparison: Comparison, path: str, *, quiet: bool = False) -> None:
        """The report page; a half-written page is never left behind."""
        from accord.export.html import comparison_page

        write_whole(path, comparison_page(comparison, self.lexicon.party_names).encode())
        if not quiet:
            click.echo(path)

    def write_register_page(self, register: Register, path: str) -> None:
        """The marked-up document; a half-written page is never left behind."""
        from accord.export.html import register_page

        write_whole(path, register_page(register, self.lexicon.party_names).encode())
        click.echo(path)

    def show_register(self, register: Register, *, explain: bool = False, at: int | None = None) -> None:
        """A register for a person to read, whole or the provision at one place, with its reasons where asked."""
        from accord.cli.terminal import register_lines

        click.echo("\n".join(register_lines(register, self.lexicon.party_names, explain=explain, at=at)))

    def show_comparison(self, comparison: Comparison) -> None:
        """A comparison for a person to read."""
        from accord.cli.terminal import comparison_lines

        click.echo("\n".join(comparison_lines(comparison, self.lexicon.party_names)))

    def show_highlights(self, comparison: Comparison, path: str) -> None:
        """The dozen rows that matter most, and where the page is."""
        from accord.cli.terminal import highlight_lines

        click.echo("\n".join(highlight_lines(comparison, path)))

    def check_lexicon(self) -> None:
        """Run the examples of the lexicon; exit code 1 where one fails."""
        from accord.extract.examples import check

        failures, examples = check(self.lexicon)
        for failure in failures:
            self.problem(failure)
        click.echo(f"{len(self.lexicon.rules)} rules, {examples} examples, {len(failures)} failures")
        self.finish(None)

    def finish(self, report: str | None) -> None:
        """Write the report and leave: 1 when an input could not be read, else 0."""
        if report:
            write_whole(report, b"".join(msgspec.json.encode(line) + b"\n" for line in self._report))
        sys.stdout.flush()
        if self.failed:
            sys.exit(1)


def write_whole(path: str, data: bytes) -> None:
    """Write a file in one step: a temporary file beside it, then renamed.

    Raises CannotStart where the folder cannot be written to.
    """
    target = Path(path)
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(file.name).chmod(0o666 & ~mask)
        Path(file.name).replace(target)
    except OSError as error:
        raise CannotStart(f"{path}: cannot be written ({error.strerror}); name another place") from error
