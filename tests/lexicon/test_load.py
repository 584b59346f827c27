"""Reading lexicon files: layers, and what is said of files that are wrong."""

from pathlib import Path

import pytest
from tests.extract.cases import SOURCE

from accord.errors import LexiconError
from accord.extract import extract
from accord.lexicon import Lexicon, built_in, load
from accord.lexicon.match import name_at, phrases_in
from accord.read.profiles import document
from accord.text.tokens import words


def layer(folder: Path, **files: str) -> Lexicon:
    """The lexicon with a folder laid over it; a file's name is written with one underscore before its suffix."""
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(content, encoding="utf-8")
    return load((folder,))


def acts(lexicon: Lexicon, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Act and actors of the provisions of a text."""
    source = document(
        lexicon, id="case", source=SOURCE, text=text, given={"title": "Joint Statement of Japan and Ruritania"}
    )
    return [(p.act, p.actors) for p in extract(source, lexicon).provisions if p.act != "state"]


def test_an_empty_layer_changes_nothing(tmp_path: Path) -> None:
    """A folder without lexicon files leaves the built-in lexicon as it is."""
    (tmp_path / "notes.txt").write_text("Read me.", encoding="utf-8")
    assert load((tmp_path,)) == load(())


def test_a_layer_adds_a_verb(tmp_path: Path) -> None:
    """A folder with one acts.toml adds a verb, in all its forms and both spellings."""
    lexicon = layer(tmp_path, acts_toml='[[act]]\nverb = "solemnize"\nact = "enact"\nyes = ["Japan solemnized it."]\n')
    assert acts(built_in(), "Japan solemnised the treaty.") == []
    assert acts(lexicon, "Japan solemnised the treaty.") == [("enact", ("JP",))]
    assert "agree" in lexicon.acts


def test_a_layer_adds_a_rule_to_a_verb(tmp_path: Path) -> None:
    """A rule of a later layer stands beside those of the same verb; the more specific goes first."""
    lexicon = layer(tmp_path, acts_toml='[[act]]\nverb = "agree"\nact = "oppose"\nwith = "to differ"\n')
    ids = [rule.id for rule in lexicon.acts["agree"]]
    assert ids.index("act:agree+to differ") < ids.index("act:agree")
    assert {rule.id for rule in load(()).acts["agree"]} < set(ids)


def test_a_layer_adds_a_party(tmp_path: Path) -> None:
    """A folder with one parties.csv adds a party with its names, adjectives and capital."""
    lexicon = layer(
        tmp_path,
        parties_csv="code,kind,name,also,adjectives,capitals,source\nXR,state,Ruritania,Kingdom of Ruritania,Ruritanian,Strelsau,A. Hope\n",
    )
    assert lexicon.party_names["XR"] == "Ruritania"
    for text, kind in (
        ("Kingdom of Ruritania", "party"),
        ("Ruritanian", "adjective"),
        ("Strelsau", "capital"),
        ("Japan", "party"),
    ):
        name = name_at(lexicon, words(text), 0)
        assert name is not None
        assert name.kind == kind
    assert acts(lexicon, "Ruritania and Japan agreed to meet.") == [("agree", ("JP", "XR"))]


def test_a_layer_does_not_replace(tmp_path: Path) -> None:
    """Where a layer gives a name that is known another meaning, the earlier layer counts."""
    lexicon = layer(tmp_path, parties_csv="code,kind,name,also,adjectives,capitals,source\nXX,state,Japan,,,,nobody\n")
    name = name_at(lexicon, ["Japan"], 0)
    assert name is not None
    assert name.ref == "JP"


def test_layers_add_up(tmp_path: Path) -> None:
    """Layers are laid one over the other: topics, function words and speakers add up."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    layer(first, topics_toml='[[topic]]\ntopic = "Fishing"\nwords = ["cod*", "herring quota"]\n')
    (second / "words.toml").write_text('abbreviations = ["approx.", "ruritan."]\n', encoding="utf-8")
    (second / "verbs.csv").write_text(
        "base,past,participle,source\nforfend,forfended,forfended,a dictionary\n", encoding="utf-8"
    )
    lexicon = load((first, second))
    found = list(phrases_in(lexicon.mentions, ["herring", "quota", "codfish"]))
    assert [(start, length) for start, length, value in found if "Fishing" in value] == [(0, 2), (2, 1)]
    assert {"ruritan.", "mr."} <= lexicon.abbreviations
    assert lexicon.verbs["forfended"].base == "forfend"
    assert len(lexicon.rules) == len(load(()).rules) + 1


WRONG = [
    ("acts_toml", "[[act]\nverb = ", "acts.toml", "no TOML"),
    ("acts_toml", '[[act]]\nverb = "x"\n', "act number 1", "a key that is missing"),
    ("acts_toml", '[[act]]\nverb = "x"\nact = "agree"\n[[act]]\nverb = "y"\nact = "dance"\n', "act number 2", "an act that is none"),
    ("acts_toml", '[[act]]\nverb = "x"\nact = "agree"\ncomissive = true\n', "comissive", "a key that is unknown"),
    ("acts_toml", '[[act]]\nverb = ["x"]\nact = "agree"\n', "act number 1", "a list for a word"),
    ("acts_toml", 'act = "agree"\n', ": act", "a value for a table"),
    ("topics_toml", '[[topic]]\ntopic = "x"\nwords = "y"\n', "topic number 1", "a word for a list"),
    ("parties_csv", "code,kind,name,also,adjectives,capitals,source\nXR,state,Ruritania\n", "parties.csv:2", "cells that are missing"),
    ("parties_csv", "code,kind,name,also,adjectives,capitals,source\nXR,state,A,B,C,D,E,F\n", "parties.csv:2", "cells too many"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "place", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_files(tmp_path: Path, name: str, content: str, place: str, why: str) -> None:
    """A file that is wrong is refused in one line, with the file and the entry."""
    with pytest.raises(LexiconError) as refusal:
        layer(tmp_path, **{name: content})
    said = str(refusal.value)
    assert str(tmp_path) in said
    assert place in said, why
    assert "\n" not in said


SILENT = [
    ("acts_toml", '[[acts]]\nverb = "x"\nact = "agree"\n', "acts", "a table that is unknown"),
    ("words_toml", 'modal = "will"\n', "modal", "a word for a list of function words"),
    ("words_toml", 'modals = ["will"]\n', "modals", "a list of function words that is unknown"),
    ("speakers_toml", 'leaders = ["chiefs"]\n', "leaders", "a list of speakers that is unknown"),
    ("profiles_toml", '[[profile]]\nid = "x"\nname = "x"\ndetect = ["("]\n', "profile number 1", "no regular expression"),
    ("parties_csv", "code,name\nXR,Ruritania\n", "parties.csv", "columns that are missing"),
    ("parties_csv", "code,kind,nam,also,adjectives,capitals,source\nXR,state,R,,,,x\n", "nam", "a column that is unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "place", "why"), SILENT, ids=[why for *_, why in SILENT])
def test_more_wrong_files(tmp_path: Path, name: str, content: str, place: str, why: str) -> None:
    """No mistake is passed over in silence, and none ends in another error."""
    test_wrong_files(tmp_path, name, content, place, why)


def test_a_list_saved_by_a_spreadsheet(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends, as spreadsheets write them, do not matter."""
    rows = "\ufeffcode,kind,name,also,adjectives,capitals,source\r\nXR,state,Ruritania,,,,A. Hope\r\n"
    assert layer(tmp_path, parties_csv=rows).party_names["XR"] == "Ruritania"
