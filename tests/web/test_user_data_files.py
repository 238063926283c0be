"""Files of one's own in a real browser: text in whatever encoding, and workbooks."""

from tests.user_data.workbooks import workbook
from tests.web.own_data_dialog import opened


def test_an_uploaded_file_is_read_in_its_own_encoding(page, tmp_path):
    opened(page)
    (tmp_path / "western.csv").write_text("Größe;y\n1;2\n2;3\n3;5\n4;4", encoding="cp1252")
    page.find("own-data-choose").send_keys(str(tmp_path / "western.csv"))
    page.wait_for(lambda: "“Größe” to predict “y”" in page.text("own-data-says"), "the columns")
    (tmp_path / "large.csv").write_text("1,2\n" * 400_000)
    page.find("own-data-choose").send_keys(str(tmp_path / "large.csv"))
    page.wait_for(lambda: "at most 1 MB" in page.text("own-data-says"), "the limit")
    assert page.console() == []


def test_a_workbook_is_read_and_letters_that_look_wrong_are_chosen(page, tmp_path):
    opened(page)
    rows = [["speed", "way"], [4.5, 1.234], [7, 950], [8, 3], [9, 5]]
    (tmp_path / "runs.xlsx").write_bytes(workbook({"runs": rows}))
    page.find("own-data-choose").send_keys(str(tmp_path / "runs.xlsx"))
    says = "4 examples: “speed” to predict “way”, a number. The sheet “runs” of the workbook is read."
    page.wait_for(lambda: page.text("own-data-says") == says, says)
    assert page.find("own-data-use").is_enabled()
    (tmp_path / "old.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    page.find("own-data-choose").send_keys(str(tmp_path / "old.xls"))
    page.wait_for(lambda: "older .xls is not read" in page.text("own-data-says"), "the sentence on old files")
    assert not page.find("own-data-use").is_enabled()
    (tmp_path / "cyrillic.csv").write_text("вес;рост\n1;2\n2;3\n3;5\n4;9", encoding="cp1251")
    page.find("own-data-choose").send_keys(str(tmp_path / "cyrillic.csv"))
    page.wait_for(lambda: "“âåñ”" in page.text("own-data-says"), "the wrong letters")
    page.run("""const letters = document.getElementById("own-data-letters");
        letters.value = "windows-1251"; letters.dispatchEvent(new Event("change"))""")
    page.wait_for(lambda: "“вес” to predict “рост”" in page.text("own-data-says"), "the right letters")
    assert page.console() == []
