"""Which noun a table holds and which field each column is, from headings in three languages."""

from pathlib import Path

import pyarrow as pa
import pytest

from traitdunion.domain.record import (
    BASES,
    CLUSTER_KINDS,
    NOUNS,
    ORGANIZATION_KINDS,
    SCHEMAS,
    SIZE_CLASSES,
    TIE_KINDS,
    TIE_STATES,
)
from traitdunion.errors import InputError
from traitdunion.registers.base import Findings
from traitdunion.registers.columns import recognize_table
from traitdunion.registers.mapping import TableMapping, fields_of, mapping_from_toml, mapping_to_toml
from traitdunion.registers.sheets import Sheet
from traitdunion.registers.words import hints_of, person_heading, table_of_words, terms, word


def sheet(headings: str, *rows: str, label: str = "lijst.csv") -> Sheet:
    names = headings.split(";")
    lines = [row.split(";") for row in rows] or [["woord"] * len(names)]
    columns = tuple(pa.array(cells, pa.string()) for cells in zip(*lines, strict=True))
    return Sheet(label, tuple(names), columns, pa.array(range(2, 2 + len(lines)), pa.int64()))


def recognized(table: Sheet, **options: object) -> tuple[TableMapping, Findings]:
    findings = Findings()
    found = recognize_table(table, findings, **options)  # type: ignore[arg-type]
    assert found is not None
    return found, findings


class TestWords:
    @pytest.mark.parametrize("noun", NOUNS)
    def test_no_heading_claims_two_fields_of_a_noun(self, noun):
        listed = table_of_words()["columns"][noun]
        shared = {"organizations": {"lid", "membre"}}.get(noun, set())
        claimed: dict[str, str] = {}
        for field, synonyms in listed.items():
            for folded in {word(text) for text in [field, *synonyms]} - shared:
                assert claimed.setdefault(folded, field) == field, folded

    @pytest.mark.parametrize("noun", NOUNS)
    def test_no_heading_of_a_field_is_taken_for_a_person(self, noun):
        every = [text for synonyms in table_of_words()["columns"][noun].values() for text in synonyms]
        assert [text for text in every if person_heading(text)] == []

    @pytest.mark.parametrize("noun", NOUNS)
    def test_every_heading_is_a_column_of_the_record_or_a_known_beside(self, noun):
        beside = {
            "organizations": {"id", "house_number", "description", "clusters", "year"},
            "ties": {"from", "to", "member", "cluster"},
            "events": {"id", "participants"},
            "participations": {"event", "organization", "kind", "since", "until", "programme"},
            "topics": {"id", "label"},
        }[noun]
        assert fields_of(noun) - {"extra", "leave-out"} <= set(SCHEMAS[noun].names) | beside

    @pytest.mark.parametrize(
        ("vocabulary", "known"),
        [
            ("organization_kinds", ORGANIZATION_KINDS),
            ("cluster_kinds", CLUSTER_KINDS),
            ("tie_kinds", TIE_KINDS),
            ("tie_states", TIE_STATES),
            ("size_classes", SIZE_CLASSES),
            ("bases", BASES),
        ],
    )
    def test_vocabularies_are_those_of_the_record(self, vocabulary, known):
        assert set(terms(vocabulary).values()) == set(known)
        assert all(terms(vocabulary)[word(term)] == term for term in known)

    @pytest.mark.parametrize(
        "heading",
        [
            "E-mail",
            "Personne de contact",
            "Contactpersoon",
            "Téléphone",
            "GSM",
            "Prénom",
            "Voornaam",
            "Tel.",
            "Contact e-mail",
        ],
    )
    def test_headings_about_persons(self, heading):
        assert person_heading(heading)

    def test_hints(self):
        assert hints_of("federation_members") == {"members"}
        assert hints_of("Ledenlijst 2024") == {"members"}
        assert hints_of("pôles-2023") == {"clusters"}
        assert hints_of("remembered") == frozenset()


class TestNouns:
    @pytest.mark.parametrize(
        ("headings", "label", "noun"),
        [
            ("Naam;KBO-nummer;Gemeente", "a.csv", "organizations"),
            ("Raison sociale;N° TVA;CP;Localité", "a.csv", "organizations"),
            ("id;basis;year;evidence_url", "federation_members.csv", "organizations"),
            ("Label;Type;Tags;Description", "Elements.csv", "organizations"),
            ("Id;Label;Timeset", "nodes.csv", "organizations"),
            ("naam;bedrijfstak;cluster;website", "a.csv", "organizations"),
            ("From;To;Direction;Type", "a.csv", "ties"),
            ("van;naar;soort;sinds", "a.csv", "ties"),
            ("De;Vers;Type de relation", "a.csv", "ties"),
            ("Source;Target;Weight", "a.csv", "ties"),
            ("Lid;Cluster", "a.csv", "ties"),
            ("Nom;Titre de l'événement", "a.csv", "organizations"),
            ("Titre de l'événement;Date;Participants", "a.csv", "events"),
            ("Entreprise;Pôle;Depuis", "a.csv", "ties"),
            ("Evenement;Datum;Deelnemers", "a.csv", "events"),
            ("name;date;participants", "events.csv", "events"),
            ("id;name;start", "projecten.csv", "events"),
            ("Projet;Entreprise;Rôle", "a.csv", "participations"),
            ("event;organization;role;amount", "a.csv", "participations"),
            ("id;label_en;label_fr;label_nl;organizations", "a.csv", "topics"),
            ("id;label", "topics.csv", "topics"),
        ],
    )
    def test_noun_of_headings(self, headings, label, noun):
        assert recognized(sheet(headings, label=label))[0].noun == noun

    def test_unknown_headings_are_no_table(self):
        assert recognize_table(sheet("wanneer;hoeveel"), Findings()) is None

    def test_a_said_noun_wins(self):
        assert recognized(sheet("id;name"), noun="topics")[0].columns == {"id": "id", "name": "label_en"}


class TestFields:
    def test_three_languages(self):
        dutch, _ = recognized(
            sheet("Bedrijfsnaam;Ondernemingsnummer;Straat;Huisnummer;Postcode;Woonplaats;Personeel")
        )
        french, _ = recognized(
            sheet("Dénomination;N° d'entreprise;Rue;Numéro;Code postal;Commune;Effectif (ETP)")
        )
        wanted = ["name", "number", "street", "house_number", "postcode", "city", "employees"]
        assert list(dutch.columns.values()) == wanted
        assert list(french.columns.values()) == wanted

    def test_description_in_the_language_of_the_headings(self):
        assert recognized(sheet("nom;ville;description"))[0].columns["description"] == "description_fr"
        assert recognized(sheet("naam;stad;omschrijving"))[0].columns["omschrijving"] == "description_nl"
        assert recognized(sheet("name;city;description"))[0].columns["description"] == "description_en"

    def test_two_columns_for_one_field_give_a_note_and_the_better_word_wins(self):
        found, findings = recognized(sheet("deelgemeente;localité;city;name"))
        assert found.columns["city"] == "city"
        assert found.columns["localité"] == "extra"
        (note,) = findings.notes
        assert (note.key, note.column, note.values) == (
            "column-also-claims", "localité", {"field": "city", "chosen": "city"},
        )  # fmt: skip

    def test_cells_tell_a_member_from_membership(self):
        assert recognized(sheet("Naam;Lid", "A;ja", "B;nee"))[0].columns["Lid"] == "member"
        assert recognized(sheet("Lid;Gemeente", "Sirris;Diegem"))[0].columns["Lid"] == "name"

    @pytest.mark.parametrize(
        ("offered", "needed"),
        [
            ("offers", "needs"),
            ("We offer", "Looking for"),
            ("Offre", "Besoins"),
            ("Propose", "Cherche"),
            ("Compétences", "Recherche"),
            ("Aanbod", "Zoekt"),
            ("Biedt aan", "Noden"),
            ("Competenties", "Behoeften"),
        ],
    )
    def test_what_is_offered_and_what_is_needed(self, offered, needed):
        found, _ = recognized(sheet(f"Nom;{offered};{needed}", "A;lassen;energie", "B;verf;non"))
        assert list(found.columns.values()) == ["name", "offers", "needs"]

    def test_a_yes_under_research_is_no_need(self):
        found, _ = recognized(sheet("Nom;Recherche;Services", "A;oui;x", "B;non;"))
        assert found.columns == {"Nom": "name", "Recherche": "extra", "Services": "extra"}

    def test_cells_tell_dates_from_ends(self):
        found, _ = recognized(sheet("Membre;Cluster;De;À", "A;B;2015;2018", "C;D;2016;2019"))
        assert found.noun == "ties"
        assert list(found.columns.values()) == ["member", "cluster", "since", "until"]

    def test_directions_of_a_graph_are_no_kind(self):
        found, _ = recognized(sheet("Source;Target;Type", "a;b;Directed", "b;c;Undirected"))
        assert found.columns["Type"] == "extra"

    def test_a_list_of_members_speaks_of_membership(self):
        found, findings = recognized(sheet("id;basis;year;evidence_url", label="federation_members.csv"))
        assert list(found.columns.values()) == ["id", "member_basis", "member_since", "member_source"]
        assert found.constants == {"member": "true"}
        assert [note.key for note in findings.notes] == ["members-guessed"]

    def test_a_list_of_clusters(self):
        found, _ = recognized(sheet("id;name;kind", label="clusters.csv"))
        assert found.columns["kind"] == "cluster_kind"
        assert found.constants == {"kind": "cluster"}

    def test_columns_about_persons_are_left_out(self):
        found, findings = recognized(sheet("Société;Nom;Prénom;E-mail;Fonction;Couleur"))
        assert found.columns == {
            "Société": "name", "Nom": "leave-out", "Prénom": "leave-out", "E-mail": "leave-out",
            "Fonction": "leave-out", "Couleur": "extra",
        }  # fmt: skip
        assert [note.column for note in findings.notes] == ["Nom", "Prénom", "E-mail", "Fonction"]


class TestMapping:
    def test_round_trip(self):
        mapping = (
            TableMapping(
                "leden*.csv", "organizations", {'Firma "x"': "name", "Code": "extra"}, {"member": "yes"},
                {"topics": ","},
            ),
            TableMapping("b.xlsx#Blad 1", None, {}, {}, {}),
        )  # fmt: skip
        assert mapping_from_toml(mapping_to_toml(mapping)) == mapping

    def test_guessed_mapping_reads_the_same_when_given_back(self):
        table = sheet("Bedrijf;Lid;Prénom;Cluster", "A;ja;x;B", label="leden.csv")
        first, _ = recognized(table)
        (again,) = mapping_from_toml(mapping_to_toml((first,)))
        assert recognized(table, given=again)[0] == first

    def test_given_columns_win_and_others_are_guessed(self):
        given = TableMapping("*", None, {"Titel": "name", "naam": "extra"})
        found, _ = recognized(sheet("titel;Naam;Gemeente"), given=given)
        assert found.columns == {"titel": "name", "Naam": "extra", "Gemeente": "city"}

    def test_a_given_column_that_is_not_there_is_a_fault(self):
        findings = Findings()
        recognize_table(sheet("naam"), findings, given=TableMapping("*", None, {"Firma": "name"}))
        assert [(fault.key, fault.column) for fault in findings.faults] == [
            ("mapping-column-missing", "Firma")
        ]

    def test_a_given_field_of_another_noun_is_refused(self):
        with pytest.raises(InputError) as caught:
            recognize_table(
                sheet("van;naar;x"), Findings(), given=TableMapping("*", "ties", {"x": "postcode"})
            )
        assert caught.value.key == "mapping-field"

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("[[table", "mapping-not-toml"),
            ("a = 1", "mapping-part"),
            ('[[table]]\nnoun = "ties"', "mapping-part"),
            ('[[table]]\nmatch = "*"\ncolumn = 1', "mapping-part"),
            ('[[table]]\nmatch = "*"\nnoun = "persons"', "mapping-noun"),
            ('[[table]]\nmatch = "*"\ncolumns = {a = "phone"}', "mapping-field"),
        ],
    )
    def test_refusals(self, text, key):
        with pytest.raises(InputError) as caught:
            mapping_from_toml(text)
        assert caught.value.key == key

    def test_names_match(self):
        assert TableMapping("leden [2].xlsx").concerns("leden [2].xlsx#Blad1")
        assert TableMapping("Leden*.xlsx#Blad?").concerns("leden 2024.xlsx#Blad1")
        assert not TableMapping("leden.csv").concerns(Path("andere.csv").name)
