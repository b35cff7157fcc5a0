"""Files of codes as people send them: what is taken for a code, what is left out and why, what must be looked at."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from bot.catalogue.text import LANGUAGES
from bot.vouchers import wording
from bot.vouchers.finding import ASKED, QUIET, understood
from bot.vouchers.sheets import Unreadable
from bot.vouchers.workbooks import number
from tests.bot.conversation.test_phrases import read

FIELD = Path(__file__).parents[2] / "data" / "field" / "codes"
TODAY = date(2026, 11, 28)
FINE = ""  # nothing to look at


def outcome(name: str, content: bytes) -> tuple[list[str], str]:
    """The codes, and whatever keeps them from coming in by themselves."""
    found = understood(name, content, TODAY)
    return found.codes, " ".join([*{one.why: 0 for one in found.bad}, *(one.what for one in found.doubts)])


@pytest.mark.parametrize(
    ("name", "codes", "stops"),
    [
        ("02-intestazione-seconda-colonna.xlsx", "SENIO-BB11 SENIO-BB13", "used"),
        ("03-titolo-unito.xlsx", "SENIO-CC11 SENIO-CC12", FINE),
        ("06-secondo-foglio.xlsx", "SENIO-DD11 SENIO-DD12", FINE),
        ("08-excel-it.csv", "SENIO-FF11 SENIO-FF12", FINE),
        ("13-doppi.csv", "SENIO-MM11 senio-mm11 SENIO-MM12", "twins"),
        ("14-scientifica.csv", "", "ruined-scientific"),
        ("15-elenco-usati.csv", "SENIO-NN11 SENIO-NN13", "used"),
        ("16-macro.csv", "SENIO-OO11 SENIO-OO12", FINE),
        ("19-una-riga.csv", "SENIO-PP11", "columns"),
        ("22-riga-nascosta.xlsx", "SENIO-RR11 SENIO-RR13", "hidden"),
        ("23-due-colonne-di-codici.xlsx", "SENIO-SS11 SENIO-SS12", "columns"),
        ("25-righe-vuote-e-totale.xlsx", "SENIO-TT11", FINE),
        ("26-prima-colonna-vuota.xlsx", "SENIO-UU11 SENIO-UU12", FINE),
        ("29-codice-sconto.xlsx", "SENIO-XX11 SENIO-XX12", FINE),
        ("case-twins.csv", "abc-777 ABC-777 Abc-777", "twins"),
        ("counter-first-column.csv", "BIKE-3001 BIKE-3002 BIKE-3003", FINE),
        ("cover-sheet.xlsx", "BIKE-9901", FINE),
        ("cyrillic-lookalike.csv", "BIKE-АВ00 BIKE-AB00", "foreign twins"),
        ("heading-codice-sconto.csv", "BIKE-0001 BIKE-0002", FINE),
        ("heading-coupon-semicolon.csv", "BIKE-1001 BIKE-1002", FINE),
        ("quoted-separator.csv", "BIKE-7101", FINE),
        ("scientific-italian-one.csv", "", "ruined-scientific"),
        ("sep-line.csv", "BIKE-2001", FINE),
        ("sixteen-digits.xlsx", "", "ruined-digits"),
        ("title-lines.csv", "BIKE-A1", FINE),
        ("twice.csv", "DOPPIO-1 DOPPIO-2", FINE),
        ("two-codes-a-line.csv", "", "two-codes"),
        ("zeros-format.xlsx", "00123 04567 00089", FINE),
    ],
)
def test_what_was_sent_is_taken_for_what_it_is(name: str, codes: str, stops: str) -> None:
    assert outcome(name, (FIELD / name).read_bytes()) == (codes.split(), stops)


@pytest.mark.parametrize(
    ("text", "codes", "stops"),
    [
        # Without noise.
        ("A-1\nA-2\n", "A-1 A-2", FINE),
        ("\ufeffcodice\nA-1\n", "A-1", FINE),
        ('"A-1";2027\n"A-2";2027\n', "A-1 A-2", FINE),
        (" A\u200b-1 \r\n\r\nA-2\u00a0\r\n", "A-1 A-2", FINE),
        ("A-1\rA-2\r", "A-1 A-2", FINE),
        # Headings.
        ("Promo code\nA-1\nA-2\n", "A-1 A-2", FINE),
        ("VOUCHER NUMBER,Amount\nA-1,10\nA-2,10\n", "A-1 A-2", FINE),
        ("N. buono;Codice\n1;A-1\n2;A-2\n", "A-1 A-2", FINE),
        ("Codice fiscale;Codice sconto\nRSSMRA80A01H501U;A-1\nVRDLGI75B02F257X;A-2\n", "A-1 A-2", FINE),
        ("Codice cliente;Buono\n1001;A-1\n1002;A-2\n", "A-1 A-2", FINE),
        ("codice_sconto\tnote\nA-1\t\nA-2\tper Anna\n", "A-1 A-2", FINE),
        ("Nome;Cognome;Codice\nAnna;Rossi;A-1\nBruno;Verdi;A-2\n", "A-1 A-2", FINE),
        ("Codice\nESTATE\nINVERNO\n", "ESTATE INVERNO", "words"),
        ("Tesserino\nA-1\nA-2\n", "A-1 A-2", "heading"),
        ("Codice\nA-1\nCodice\nA-2\n", "A-1 A-2", FINE),
        ("Listino 2027\nBUONO-0001\nBUONO-0002\n", "BUONO-0001 BUONO-0002", "heading"),
        ("BUONO-0001\nBUONO-0002\n", "BUONO-0001 BUONO-0002", FINE),
        ("Codice1;Codice2\nA-1;B-1\nA-2;B-2\n", "A-1 A-2", "columns"),
        ("A-1;B-1\nA-2;B-2\n", "A-1 A-2", "columns"),
        ("ZZ-9\nCodice\nA-1\n", "A-1", "above"),
        # What stands beside.
        ("Codice;Usato\nA-1;no\nA-2;x\nA-3;\n", "A-1 A-3", "used"),
        ("Code,Redeemed on\nA-1,\nA-2,2026-10-01\n", "A-1", "used"),
        ("Codice;Note\nA-1;mai usato\nA-2;non ancora utilizzato\n", "A-1 A-2", FINE),
        ("Codice;Note\nA-1;non valido\nA-2;\n", "A-2", "used"),
        ("Codice;Stato\nA-1;attivo\nA-2;annullato\n", "A-1", "used"),
        ("Codice;Assegnato a\nA-1;Rossi Anna\nA-2;\n", "A-2", "used"),
        ("Codice;Scadenza\nA-1;31/12/2025\nA-2;31/12/2027\n", "A-2", "ended"),
        ("Codice;Valido fino al\nA-1;2025-12-31\nA-2;2027-12-31\n", "A-2", "ended"),
        ("Codice;Importo\nA-1;10,00\nTotale;10,00\n", "A-1", FINE),
        ("Voce;Codice\na;A-1\nTotale;1\n", "A-1", FINE),
        # What a spreadsheet destroys.
        ("Codice\n8.90E+11\nA-1\n", "A-1", "ruined-scientific"),
        ("Codice\n1,23457E+15\n", "", "ruined-scientific"),
        ("2,19E+09\n2,20E+09\n", "", "ruined-scientific"),
        ("Codice\n12E34\n99E10\n", "12E34 99E10", FINE),
        ("Codice\n10/03/2026\nA-1\n", "A-1", "ruined-date"),
        ("Codice\n10-mar\nA-1\n", "A-1", "ruined-date"),
        ("Codice\nMAR-10\nAPR-11\n", "MAR-10 APR-11", FINE),
        ("Codice\n#N/D\nA-1\n", "A-1", "ruined-error"),
        ("Codice\n#REF!\nA-1\n", "A-1", "ruined-error"),
        ("Codice\nVERO\nA-1\n", "A-1", "ruined-boolean"),
        ('Codice\n"=""00123"""\n"=""00124"""\n', "00123 00124", FINE),
        ("Codice\n=A1&B1\nA-1\n", "A-1", "ruined-formula"),
        ("Codice\n2037.0\n2038.0\n", "", "ruined-decimals"),
        ("Codice\n'00123\n'00124\n", "00123 00124", FINE),
        ("Codice\n123\n4567\n89\n", "123 4567 89", "zeros"),
        ("Codice\n00123\n04567\n00089\n", "00123 04567 00089", FINE),
        ("Codice\n1234567890123450\n9876543210987650\n", "1234567890123450 9876543210987650", "rounded"),
        ("Codice\n1234567890123456\n9876543210987653\n", "1234567890123456 9876543210987653", FINE),
        # What is no code, or not one.
        ("Codice\nA-1\nn.d.\nA-2\n", "A-1 A-2", "no-code"),
        ("Codice\nA-1\n-\nA-2\n", "A-1 A-2", "no-code"),
        ("Codice\nA-1 / A-2\nA-3\n", "A-3", "two-codes"),
        ("Codice\nA-1 / A-2\nA-3 / A-4\n", "", "two-codes"),
        ("Codice\nAB 1\nA-3\n", "A-3", "words"),
        ("Codice\nA-1\nFine elenco\n", "A-1", "words"),
        ("Codice\nA-1\nCodici validi fino al 31/12/2027\n", "A-1", "words"),
        ("Codice\nA-1, A-2\nA-3\n", "A-1 A-3", "columns"),
        ('codice,nota\n"2,19E+09",x\nA-1,y\n', "A-1", "ruined-scientific"),
        ("Palestra;;\nAl 12/11/2026;;\n;;\nN;Codice;Note\n1;A-1;\n2;A-2;già usato\n", "A-1", "used"),
        ("Code,Used?\nA-1,FALSE\nA-2,TRUE\n", "A-1", "used"),
        ("anna@x.it;A-1\nbruno@x.it;A-2\n", "A-1 A-2", FINE),
        ("NATALE26;A-1\nNATALE26;A-2\n", "A-1 A-2", FINE),
        ("1001;55501\n1002;55502\n", "1001 1002", "columns"),
        ("sep=,\nCodice,Note\nA-1,x;y;z\n", "A-1", FINE),
        ("Codice\nA-1\n" + "A" * 65 + "1\n", "A-1", "long"),
        ("Codice\nA-1\nTotale codici: 1\n", "A-1", FINE),
        ("Codice\nA-1\nA-1\nA-2\n", "A-1 A-2", FINE),
        # Strange among the others.
        ("Codice\nA-01\nA-02\nA-03\nScaduto\n", "A-01 A-02 A-03 Scaduto", "unlike"),
        ("Codice\nA-01\nA-02\nA-03\nESEMPIO-01\n", "A-01 A-02 A-03 ESEMPIO-01", "examples"),
        ("BIKE-O1\nBIKE-01\n", "BIKE-O1 BIKE-01", "twins"),
        ("BIKE-Ι1\nBIKE-02\n", "BIKE-Ι1 BIKE-02", "foreign"),
        ("BIKE-０1\nBIKE-02\n", "BIKE-０1 BIKE-02", "foreign"),
        ("Codice\n1\n2\n3\n", "1 2 3", "short"),
        ("Codice\nCARPI20\nCARPI20\nCARPI20\n", "CARPI20", "same"),
        ("Codice\n1.234.567\n1.234.568\n", "1.234.567 1.234.568", "numbers"),
        ("Codice\n1234.5\n1235.5\n", "1234.5 1235.5", "numbers"),
        ("Codice\n-1234\n-1235\n", "-1234 -1235", "numbers"),
        ("Codice\n1234,00\n1235,00\n", "", "ruined-decimals"),
        ('Codice\n"1,234,567"\n"1,234,568"\n', "", "ruined-format"),
        ("Codice,Nota\n1,23E+11,x\n1,24E+11,y\n", "", "words ruined-scientific"),
        ("Codice\n10:30\n1 marzo 2026\nA-2\n", "A-2", "ruined-date"),
        ("Codice\nErr:502\nA-2\n", "A-2", "ruined-error"),
        ("Codice\n########\nA-2\n", "A-2", "ruined-error"),
        ("Codice\n#NOME?\n#DIV/0!\nA-2\n", "A-2", "ruined-error"),
        # As people copy them.
        ("1. CINE-001\n2. CINE-002\n", "CINE-001 CINE-002", FINE),
        ("- CINE-001\n• CINE-002\n", "CINE-001 CINE-002", FINE),
        ("Codice\n“A-1”\n«A-2»\n", "A-1 A-2", FINE),
        ("Codice\nCAFFE\u0300-1\nCAFFE\u0300-2\n", "CAFFÈ-1 CAFFÈ-2", FINE),
        ("sep=;\nCodice,Note\nA-1,x\nA-2,y\n", "A-1 A-2", FINE),
        ("Codice\nA–1\nA-2\n", "A-2", "dash"),
        ("Codice\nAB**12\n••••1234\nA1B2C3…\nA-2\n", "A-2", "covered"),
        ("Codice\nhttps://shop.it/?c=AB12\nA-2\n", "A-2", "link"),
        ("Codice\nA-1\nTot. 1 codice\n", "A-1", FINE),
        ("A-1;A-2;A-3\nA-4;A-5;A-6\n", "A-1 A-4", "columns"),
        ("Codice punto vendita;Codice buono\nPV100;A-1\nPV101;A-2\n", "A-1 A-2", FINE),
        ("Matricola;Gutscheincode\n10021;A-1\n10022;A-2\n", "A-1 A-2", FINE),
        ("Redemption code;Redeemed\nA-1;no\nA-2;yes\n", "A-1", "used"),
    ],
)
def test_a_text_file_is_read_as_it_is_meant(text: str, codes: str, stops: str) -> None:
    assert outcome("codici.csv", text.encode()) == (codes.split(), stops)


@pytest.mark.parametrize(
    ("headings", "good", "gone"),
    [
        ("Stato", "da redimere", "redento"),
        ("Stato", "NON REDENTO", "REDENTO"),
        ("Stato", "ok", "sospeso"),
        ("Stato", "nuovo", "bloccata"),
        ("Status", "active", "exhausted"),
        ("Attivo", "sì", "no"),
        ("Active", "Y", "N"),
        ("Valido", "SI", "NO"),
        ("Disponibile", "1", "0"),
        ("Quantità", "1", "0"),
        ("Uses left", "1", "0"),
        ("Residuo", "10,00", "0,00"),
        ("Remaining balance", "10.00", "0.00"),
        ("Utilizzi", "0", "1"),
        ("Usage count", "0", "1"),
        ("Times Used In Total", "0", "1"),
        ("Usage / Limit", "0 / 1", "1 / 1"),
        ("Riscattati", "0", "1"),
        ("Claimed by", "", "Bob"),
        ("Data riscatto", "-", "02/10/2026"),
        ("Consegnato", "da consegnare", "da Paola"),
        ("", "", "da non usare"),
        ("Note", "non valido nei festivi", "NON USARE"),
        ("Note", "", "rimborsato"),
        ("Note", "Anna", "ann."),
        ("Note", "consegna a domicilio", "dato a Luca"),
        ("Usage limit", "1", None),
        ("Condizioni di utilizzo", "in negozio", None),
        ("Scade il", "31 marzo 2027", "31 marzo 2025"),
        ("Scadenza", "31/12/27", "31/12/25"),
        ("Scadenza", "12/2027", "12/2025"),
        ("Scadenza", "11/2026", "10/2026"),
        ("Scadenza", "28/11/2026", "27/11/2026"),
        ("Expiry", "12/31/2027", "12/31/2025"),
        ("Expires", "Dec 2027", "2025-12-31 23:59:59"),
        ("Valido al", "31.12.2027", "31.12.2025"),
    ],
)
def test_what_stands_beside_a_code_tells_whether_it_is_gone(headings: str, good: str, gone: str | None) -> None:
    over = "ended" if gone and headings.startswith(("Sc", "Exp", "Valido al")) else "used" if gone else FINE
    text = f"Codice;{headings}\nA-1;{good}\nA-2;{gone if gone is not None else good}\nA-3;{good}\n"
    assert outcome("codici.csv", text.encode()) == (["A-1", "A-3"] if gone else ["A-1", "A-2", "A-3"], over)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Codice;Stato\nA-1;emesso\nA-2;in lavorazione\n", "emesso, in lavorazione"),
        ("A-1;\nA-2;x\nA-3;\n", "x"),
        ("A-1;\nA-2;✓\nA-3;\n", "✓"),
        ("Codice;Scadenza\nA-1;30 giorni\nA-2;31/12/2027\n", "30 giorni"),
    ],
)
def test_what_nobody_can_know_is_asked(text: str, says: str) -> None:
    found = understood("codici.csv", text.encode(), TODAY)
    assert [(one.what, one.values) for one in found.doubts] == [("beside", {"column": "B", "shown": says})]


@pytest.mark.parametrize(
    ("text", "codes", "stops"),
    [
        ("Codice\n1234 5678 9012\n2345 6789 0123\n", ["1234 5678 9012", "2345 6789 0123"], "grouped"),
        ("Gift card\nAB12\u00a0CD34\nAB13\u00a0 CD35\n", ["AB12 CD34", "AB13 CD35"], "grouped"),
        ("Codice\n2027/001\n2027/002\n", ["2027/001", "2027/002"], "grouped"),
        ("Codice\n1234 5678\n2345 6789\n1111 22\n", ["1234 5678", "2345 6789"], "two-codes grouped"),
        ("Codice\nCINE 1 CINE 2\nCINE 3 CINE 4\n", [], "two-codes"),
        ("1234 5678\n2345 6789\n", [], "two-codes"),
    ],
)
def test_a_code_with_spaces_is_what_its_cell_shows_where_all_are_alike(text: str, codes: list[str], stops: str) -> None:
    assert outcome("codici.csv", text.encode()) == (codes, stops)


@pytest.mark.parametrize(("column", "codes"), [("a", "A-1 A-2"), ("B", "B-1 B-2"), ("C", None), ("ZZZ", None)])
def test_who_says_the_column_gets_it(column: str, codes: str | None) -> None:
    content = b"Codice1;Codice2\nA-1;B-1\nA-2;B-2\n"
    assert understood("codici.csv", content, TODAY).columns == ["A", "B"]
    if codes is None:
        with pytest.raises(Unreadable, match="no-codes"):
            understood("codici.csv", content, TODAY, column)
        return
    found = understood("codici.csv", content, TODAY, column)
    assert (found.codes, found.column, found.doubts, found.columns) == (codes.split(), column.upper(), [], [])


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_however_a_program_writes_it(coding: str, separator: str) -> None:
    text = "Città;Codice\r\nForlì;A-1\r\nCefalù;A-2\r\n".replace(";", separator)
    assert outcome("codici.txt", text.encode(coding)) == (["A-1", "A-2"], FINE)


def book(*rows: list[object], change: Callable[[Worksheet], object] = lambda _: None) -> bytes:
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    change(made.worksheets[0])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def struck(sheet: Worksheet) -> None:
    sheet["A3"].font = Font(strike=True)


def coloured(sheet: Worksheet) -> None:
    sheet["A3"].fill = PatternFill("solid", fgColor="FFFF00")


def shut(column: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions[column].hidden = True

    return change


def joined(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")


def formatted(form: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet["A2"].number_format = form

    return change


@pytest.mark.parametrize(
    ("content", "codes", "stops"),
    [
        (book(["Codice", "note"], ["A-1", "x"], [20370076, None], ["A\u200b-2", None]), "A-1 20370076 A-2", "unlike"),
        (book(["Codice"], ["A-1"], ["A-2"], change=struck), "A-1", "struck"),
        (book(["Codice"], [123], [4], change=formatted("0000-0000")), "0000-0123 4", FINE),
        (book(["Codice"], [123], change=formatted('"BIKE-"0000')), "BIKE-0123", FINE),
        (book(["Codice"], [1234], change=formatted("#,##0")), "", "ruined-format"),
        (book(["Codice"], [46000], change=formatted("dd/mm/yyyy")), "", "ruined-date"),
        (book(["Codice"], [890123456789], change=formatted("0.00E+00")), "890123456789", FINE),
        (book(["Codice"], ["=A5"], ["A-1"]), "A-1", "ruined-formula"),
        (book(["Codice"], [True], ["A-1"]), "A-1", "ruined-boolean"),
        (book(["Codice"], [date(2026, 3, 10)], ["A-1"]), "A-1", "ruined-date"),
        (book(["Codice"], [12.5], ["A-1"]), "A-1", "ruined-decimals"),
        (book(["Codice"], ["2,19E+09"], ["A-1"]), "A-1", "ruined-scientific"),
        (book(["Codice"], ["#N/D"], ["A-1"]), "A-1", "ruined-error"),
        (book(["Codice", "Scadenza"], ["A-1", date(2025, 1, 1)], ["A-2", date(2027, 1, 1)]), "A-2", "ended"),
        (book(["Rossi Anna", "A-1"], ["Verdi Bruno", "A-2"]), "A-1 A-2", FINE),
        (book(["Codice"], ["A-1"], ["A-2"], ["A-3"], change=coloured), "A-1 A-2 A-3", "coloured"),
        (book(["Codice"], ["A-1"], [None], ["A-2"], change=joined), "A-1 A-2", FINE),
        (book(["Codice", "Usato"], ["A-1"], ["A-2", "x"], change=shut("B")), "A-1", "used"),
        (book(["Nome", "Codice"], ["Anna", "A-1"], ["Bea", "A-2"], change=shut("B")), "A-1 A-2", "hidden-column"),
        (book(["Codice", "Codice2"], ["A-1", "B-1"], ["A-2", "B-2"], change=shut("A")), "B-1 B-2", "columns"),
        (book(["Codice"], [1234], change=formatted("0.00")), "", "ruined-format"),
        (book(["Codice"], [1234], change=formatted("# ?/?")), "", "ruined-format"),
        (book(["Codice"], [0.2], ["A-1"]), "A-1", "ruined-decimals"),
        (book(["Codice"], [time(10, 30)], ["A-1"]), "A-1", "ruined-date"),
        (book(["Codice", "Attivo"], ["A-1", True], ["A-2", False]), "A-1", "used"),
        (book(["Codice"], ["A-1\nA-2"], ["A-3"]), "A-3", "two-codes"),
    ],
)
def test_a_spreadsheet_is_read_as_it_is_shown(content: bytes, codes: str, stops: str) -> None:
    assert outcome("codici.xlsx", content) == (codes.split(), stops)


def test_of_two_sheets_with_codes_one_is_asked_about_and_a_hidden_one_is_only_said() -> None:
    made = Workbook()
    made.worksheets[0].append(["A-1"])
    for title, code in (("Usati", "B-1"), ("Vecchi", "C-1")):
        made.create_sheet(title).append(["Codice"])
        made[title].append([code])
    made["Vecchi"].sheet_state = "hidden"
    made.worksheets[0].insert_rows(1)
    made.worksheets[0]["A1"] = "Codice"
    out = io.BytesIO()
    made.save(out)
    found = understood("codici.xlsx", out.getvalue(), TODAY)
    assert (found.sheet, found.codes, found.unread) == ("Sheet", ["A-1"], ["Vecchi"])
    assert [(one.what, one.values["others"]) for one in found.doubts] == [("sheets", "Usati")]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("123", "00000", "00123"),
        ("12345678901", "000-0000 0000", "123-4567 8901"),
        ("7", "General", "7"),
        ("2.0370076E7", "General", "20370076"),
        ("123456", "0000", "123456"),
        ("45", r"\B\-000", "B-045"),
        ("45", "[Red]000", "045"),
        ("45", "000;[Red]-000", "045"),
    ],
)
def test_a_number_stands_as_its_format_shows_it(value: str, form: str, shown: str) -> None:
    assert number(value, form) == shown


def packed(**parts: str | bytes) -> bytes:
    """A spreadsheet with other parts in the place of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(["Codice"], ["A-1"]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.get(Path(name).stem, old.read(name)))
    return out.getvalue()


SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ENTITY = f'<!DOCTYPE x [<!ENTITY a "A-1">]><worksheet {SPACE}><sheetData/></worksheet>'
JOINED = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
EMPTY_ROWS = f"<worksheet {SPACE}><sheetData>{'<row/>' * 25_000_000}</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("codici.xlsx", b"A-1\n", "no-spreadsheet"),
        ("codici.xlsx", b"PK\x03\x04 no zip at all", "no-spreadsheet"),
        ("codici.xlsx", packed(sheet1="<worksheet"), "no-spreadsheet"),
        ("codici.xlsx", packed(sheet1=ENTITY), "entity"),
        ("codici.xlsx", packed(sheet1=ENTITY.encode("utf-16")), "entity"),
        ("codici.xlsx", packed(sheet1=EMPTY_ROWS), "too-large"),
        ("codici.xlsx", packed(sheet1=f"<worksheet {SPACE}><sheetData/>{JOINED}</worksheet>"), "too-large"),
        ("codici.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-excel"),
        ("codici.xls", b"<html><table><tr><td>A-1", "page"),
        ("codici.pdf", b"%PDF-1.7", "pdf"),
        ("codici.csv", b"{\\rtf1 A-1}", "word"),
        ("foto.csv", b"\x89PNG\r\n", "picture"),
        ("codici.csv", bytes(range(256)) * 3, "no-text"),
        ("codici.csv", b'codice\n"A-1' + b"x" * 200_000, "quotes"),
        ("codici.csv", b"", "no-codes"),
        ("codici.csv", b"codice\n", "no-codes"),
        ("codici.csv", b"Gentile coordinatrice, ecco i codici.\n", "no-codes"),
        ("codici.csv", b"x" * 60_000_001, "too-big"),
    ],
)
def test_what_cannot_be_read_has_its_cure(name: str, content: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        understood(name, content, TODAY)
    assert error.value.why == why
    assert all("\n" not in wording.unreadable(error.value, language) for language in LANGUAGES)


def test_a_row_of_a_number_beyond_all_numbers_takes_no_time() -> None:
    far = (
        f'<worksheet {SPACE}><sheetData><row r="25000000"><c r="XFD25000000"><v>1</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(Unreadable, match="no-codes"):
        understood("codici.xlsx", packed(sheet1=far), TODAY)


def test_other_spreadsheets_are_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.bin", "")
    with pytest.raises(Unreadable, match="other-spreadsheet"):
        understood("codici.xlsb", out.getvalue(), TODAY)


def test_codes_come_in_from_an_ods() -> None:
    names = 'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    rows = "".join(map(row.format, ("Codice", "A-001", "A-002")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<x {names}><table:table>{rows}</table:table></x>")
    assert understood("codici.ods", out.getvalue(), TODAY).codes == ["A-001", "A-002"]


def test_everything_is_said_in_both_languages() -> None:
    assert read("it", wording.FOLDER) == read("en", wording.FOLDER)
    said = read("it", wording.FOLDER)
    assert {f"left-{why}" for why in QUIET | ASKED} | {f"doubt-{why}" for why in ASKED} <= said.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", sorted(FIELD.iterdir()), ids=lambda file: file.name)
def test_what_was_understood_can_be_said(file: Path, language: str) -> None:
    found = understood(file.name, file.read_bytes(), TODAY)
    lines = [*wording.what(found, language), *wording.doubtful(found.doubts, language)]  # type: ignore[arg-type]
    assert len(lines) > len(found.doubts)
    assert all(found.codes[0] in line for line in lines[1:2] if found.codes)
