"""The lists of the lexicon: parties, places, titles, organs and people."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "src" / "accord" / "lexicon" / "data"

# file: its columns, and those by which its rows are sorted
LISTS = {
    "parties.csv": ("code,kind,name,also,adjectives,capitals,source", ("code",)),
    "places.csv": ("name,also,ref,source", ("name",)),
    "titles.csv": ("title,plural,rank,country,source", ("title",)),
    "organs.csv": ("noun,source", ("noun",)),
    "organs_named.csv": ("name,also,code,source", ("name",)),
    "people.csv": ("name,surname,code,title,first,last,source", ("code", "name", "first")),
}

# The 193 members of the United Nations.
# fmt: off
UN_MEMBERS = [
    "AD", "AE", "AF", "AG", "AL", "AM", "AO", "AR", "AT", "AU", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH",
    "BI", "BJ", "BN", "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CA", "CD", "CF", "CG", "CH", "CI", "CL", "CM",
    "CN", "CO", "CR", "CU", "CV", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "ER", "ES",
    "ET", "FI", "FJ", "FM", "FR", "GA", "GB", "GD", "GE", "GH", "GM", "GN", "GQ", "GR", "GT", "GW", "GY", "HN",
    "HR", "HT", "HU", "ID", "IE", "IL", "IN", "IQ", "IR", "IS", "IT", "JM", "JO", "JP", "KE", "KG", "KH", "KI",
    "KM", "KN", "KP", "KR", "KW", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA",
    "MC", "MD", "ME", "MG", "MH", "MK", "ML", "MM", "MN", "MR", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA",
    "NE", "NG", "NI", "NL", "NO", "NP", "NR", "NZ", "OM", "PA", "PE", "PG", "PH", "PK", "PL", "PT", "PW", "PY",
    "QA", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SI", "SK", "SL", "SM", "SN", "SO", "SR",
    "SS", "ST", "SV", "SY", "SZ", "TD", "TG", "TH", "TJ", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TZ", "UA",
    "UG", "US", "UY", "UZ", "VC", "VE", "VN", "VU", "WS", "YE", "ZA", "ZM", "ZW",
]
# fmt: on

OTHER_STATES = ["CK", "EH", "HK", "MO", "NU", "PS", "TW", "VA", "XK"]


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def forms(row: dict[str, str], *columns: str) -> list[str]:
    return [form for column in columns for form in row[column].split("|") if form]


def codes() -> set[str]:
    return {row["code"] for row in rows("parties.csv")}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_its_columns(name: str) -> None:
    """The header is the documented one and every row has a cell for each column."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    assert ",".join(header) == LISTS[name][0]
    assert [line for line in lines if len(line) != len(header)] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_row_names_its_source(name: str) -> None:
    """No row is without a source, nor without what it is about."""
    first = LISTS[name][0].split(",")[0]
    assert [row for row in rows(name) if not row["source"].strip() or not row[first].strip()] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted(name: str) -> None:
    """Rows stand in the order of their key, no row twice."""
    keys = [tuple(row[column] for column in LISTS[name][1]) for row in rows(name)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_plain_text(name: str) -> None:
    """Lines end in LF, apostrophes are straight, and no cell has blanks or bars at its ends."""
    text = (DATA / name).read_bytes().decode("utf-8")
    assert "\r" not in text
    assert not set("‘’“”") & set(text)
    cells = [cell for row in rows(name) for cell in row.values()]
    assert [cell for cell in cells if cell != cell.strip(" |") or "||" in cell] == []


def test_a_form_means_one_party() -> None:
    """No name, other form, adjective or capital stands under two codes, whatever its case."""
    under = defaultdict(set)
    for row in rows("parties.csv"):
        for form in forms(row, "name", "also", "adjectives", "capitals"):
            under[form.casefold()].add(row["code"])
    assert {form: found for form, found in under.items() if len(found) > 1} == {}


def test_a_form_is_a_party_or_a_place() -> None:
    """No form is both: the place would never be found."""
    parties = {form for row in rows("parties.csv") for form in forms(row, "name", "also", "adjectives", "capitals")}
    assert [f for row in rows("places.csv") for f in forms(row, "name", "also") if f in parties] == []


def test_all_members_of_the_united_nations_are_parties() -> None:
    """Every member is a state of the list, and the list has no other states than those that are meant."""
    assert len(set(UN_MEMBERS)) == 193
    states = {row["code"] for row in rows("parties.csv") if row["kind"] == "state"}
    assert states == {*UN_MEMBERS, *OTHER_STATES}
    assert {row["kind"] for row in rows("parties.csv")} == {"state", "body"}


@pytest.mark.parametrize(
    ("name", "column"),
    [("people.csv", "code"), ("organs_named.csv", "code"), ("titles.csv", "country"), ("places.csv", "ref")],
)
def test_a_code_is_that_of_a_party(name: str, column: str) -> None:
    """Codes are those of parties.csv; a title or a place need not have one."""
    may_be_empty = {""} if name in ("titles.csv", "places.csv") else set()
    assert {row[column] for row in rows(name)} - codes() - may_be_empty == set()


def test_a_title_has_a_rank() -> None:
    """The rank of a title is one of four."""
    assert {row["rank"] for row in rows("titles.csv")} == {"head", "minister", "official", "style"}


def test_a_person_has_a_surname_and_dates() -> None:
    """Everyone can be called by a surname and is attested from a day to the same or a later day."""
    for row in rows("people.csv"):
        assert forms(row, "surname"), row
        assert len(row["first"]) == len(row["last"]) == 10, row
        assert row["first"] <= row["last"], row


@pytest.mark.parametrize(
    ("surname", "code"),
    [
        ("Biden", "US"),
        ("Trump", "US"),
        ("Xi", "CN"),  # family name first
        ("Yoon", "KR"),
        ("Kishida", "JP"),  # either order
        ("Ishiba", "JP"),  # printed in capitals
        ("Marcos", "PH"),  # "Jr." is no surname
        ("von der Leyen", "EU"),
        ("López Obrador", "MX"),
        ("Al-Sudani", "IQ"),
        ("Sudani", "IQ"),
    ],
)
def test_a_person_is_found_by_the_surname_that_texts_use(surname: str, code: str) -> None:
    """The surname is the word, or words, after the title in later text."""
    assert code in {row["code"] for row in rows("people.csv") if surname in forms(row, "surname")}
