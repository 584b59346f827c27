"""The command line: reads options, calls the rooms, shows results. No logic of its own."""

from __future__ import annotations

import sys

import click

from accord import __version__
from accord.cli.run import Run
from accord.errors import AccordError

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the records as JSON.")
_REPORT = click.option("--report", metavar="FILE", help="Write problems, abstentions and coverage as JSON Lines.")
_LEXICON = click.option(
    "--lexicon", "layers", multiple=True, metavar="DIR", help="Lay a folder of lexicon files over the built-in one."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, package_name="accord")
def cli() -> None:
    """Accord reads what governments say they agreed."""


@cli.command()
@_FILES
@_JSON
@_REPORT
@_LEXICON
@click.option(
    "--ranks", default="accord", show_default=True, metavar="NAME", help="Profile of verb ranks (ranks.toml)."
)
@click.option("--explain", is_flag=True, help="Say for each provision which rule decided on which words.")
@click.option("--at", type=int, metavar="OFFSET", help="Show only the provision at this code point of the text.")
@click.option("--html", metavar="FILE", help="Write the marked-up document as one self-contained page.")
def extract(
    files: tuple[str, ...],
    as_json: bool,
    report: str | None,
    layers: tuple[str, ...],
    ranks: str,
    explain: bool,
    at: int | None,
    html: str | None,
) -> None:
    """The register of provisions: who undertook what, in the exact words.

    FILE is a .txt, .md or .jsonl file; FILE.jsonl#ID names one document of it.
    """
    run = Run(layers, ranks)
    for number, register in enumerate(run.registers(files)):
        if as_json:
            run.write_lines(register)
        elif html is None:
            run.show_register(register, explain=explain, at=at)
        elif number == 0:
            run.write_register_page(register, html)
        else:
            run.refuse(register.document.source.name, "is a second document for one page; give each its own --html")
    run.finish(report)


@cli.command()
@click.argument("a")
@click.argument("b")
@_JSON
@click.option("--html", metavar="FILE", help="Write the report as one self-contained HTML page.")
@_REPORT
@_LEXICON
def compare(a: str, b: str, as_json: bool, html: str | None, report: str | None, layers: tuple[str, ...]) -> None:
    """Two accounts of one event side by side: what differs, and what one alone says."""
    run = Run(layers)
    registers = list(run.registers((a, b)))
    if len(registers) == 2:
        comparison = run.compare(registers)
        if as_json:
            run.write_comparison(comparison)
        elif html is None:
            run.show_comparison(comparison)
        if html is not None:
            run.write_page(comparison, html)
    elif not run.failed:
        run.refuse(a, f"{len(registers)} documents where a comparison takes two; name one each, as FILE.jsonl#ID")
    run.finish(report)


@cli.command()
@click.option("--out", default="accord-demo.html", show_default=True, metavar="FILE", help="Where to write the page.")
def demo(out: str) -> None:
    """The founding pair, compared: two official records of one summit."""
    from accord.demo import paths

    run = Run(())
    comparison = run.compare(list(run.registers(paths())))
    run.write_page(comparison, out, quiet=True)
    run.show_highlights(comparison, out)
    run.finish(None)


@cli.group()
def lexicon() -> None:
    """The vocabulary: rules and lists that a researcher edits."""


@lexicon.command("check")
@_LEXICON
def check(layers: tuple[str, ...]) -> None:
    """Run the examples that every rule of the lexicon carries."""
    Run(layers).check_lexicon()


def main() -> None:
    """Entry point: a refusal to start is one line and exit code 2."""
    try:
        cli()
    except AccordError as error:
        click.echo(f"accord: {error}", err=True)
        sys.exit(2)
