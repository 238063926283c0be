"""The address that takes a CSV: what it answers, and what it refuses."""

import json
import os
import sys
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.user_data.table import LONGEST_TEXT, MOST_ROWS, OwnTable
from nnviz.web.requests import MOST_BYTES
from nnviz.web.server import create_app
from nnviz.web.user_data_route import MOST_CSV_BYTES, WORKBOOK
from tests.user_data.tables import own_text
from tests.user_data.workbooks import workbook
from tests.web.asking import TRAINING, training_request

ADDRESS = "/own-data"


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def test_a_csv_is_answered_with_its_columns_and_its_rows(client):
    answer = client.post(ADDRESS, data="a;b;c\n1,5;2;x\n2;3;y\n3;4;x\n4;6;y").get_json()
    assert [(column["name"], column["kind"]) for column in answer["columns"]] == [
        ("a", "numbers"),
        ("b", "numbers"),
        ("c", "text"),
        ("c = x", "coded"),
        ("c = y", "coded"),
    ]
    assert (answer["features"], answer["target"], answer["problem"]) == ([0, 1], 2, "")
    assert answer["text"].splitlines()[:2] == ["classification,a,b,c,x,y", "1.5,2,0"]
    answer = client.post(f"{ADDRESS}?swap=1", data="a;b;c\n1,5;2;x\n2;3;y\n3;4;x\n4;6;y").get_json()
    assert (answer["text"].splitlines()[1], answer["classes"]) == ("1.5,2,1", ["y", "x"])


def test_other_columns_are_taken_on_demand(client):
    answer = client.post(f"{ADDRESS}?features=1&target=0", data="a,b,c\n1,5,2\n2,3,4\n3,4,5\n4,6,1").get_json()
    assert answer["text"].startswith("regression,b,a\n5,1\n")


def test_what_a_page_cannot_use_is_answered_with_the_reason(client):
    numbers, classes = "a,b\n1,5\n2,3\n3,4\n4,6", "a,b,c\n1,5,u\n2,3,v\n3,4,u\n4,6,v"
    reasons = {
        ("xor", numbers): "This page needs two features: choose a second one.",
        ("xor", classes): "",
        ("least-squares", numbers): "",
        ("logistic-regression", numbers): "This page needs two classes, and the target “b” holds numbers.",
        ("entropy", numbers): "",
    }
    for (page, text), reason in reasons.items():
        answer = client.post(f"{ADDRESS}?page={page}", data=text).get_json()
        assert (answer["unfit"], answer["problem"]) == (reason, "")
    answer = client.post(f"{ADDRESS}?page=gradient-descent&target=2", data=classes).get_json()
    assert answer["unfit"].startswith("This page needs a number to predict")


def test_of_a_table_a_page_is_offered_what_it_can_take(client):
    text = "id,a,b,c,kind\n" + "\n".join(f"{i},{i * i},{i % 5},{7 - i % 3},{'uv'[i % 2]}" for i in range(12))
    taken = {}
    for page in ("lab", "xor", "logistic-regression", "gradient-descent"):
        answer = client.post(f"{ADDRESS}?page={page}", data=text).get_json()
        taken[page] = answer["features"], answer["target"], answer["unfit"]
    assert taken == {
        "lab": ([1, 2], 4, ""),
        "xor": ([1, 2], 4, ""),
        "logistic-regression": ([1], 4, ""),
        "gradient-descent": ([1], 3, ""),
    }


def test_a_csv_without_sense_is_answered_with_a_sentence_and_columns_to_choose_from(client):
    answer = client.post(ADDRESS, data="a,b,c\n1,5,u\n,3,v\n3,,w\n4,6,u").get_json()
    assert "one class only" in answer["problem"]
    assert (answer["text"], [column["of"] for column in answer["columns"]]) == ("", [0, 1, 2, 2, 2, 2, 2])


def test_a_workbook_is_answered_with_its_first_sheet_or_with_a_sentence(client):
    rows = [["a", "b"], [1, 2.5], [2, 3]]
    answer = client.post(ADDRESS, data=workbook({"Läufe": rows}), content_type=WORKBOOK).get_json()
    assert answer == {"text": "a,b\n1,2.5\n2,3\n", "says": "The sheet “Läufe” of the workbook is read."}
    answer = client.post(f"{ADDRESS}?lang=de", data=b"PK", content_type=WORKBOOK).get_json()
    assert answer == {"text": "", "says": "Das ist keine lesbare Excel-Datei. Bitte das Blatt als CSV speichern."}


def test_a_body_of_up_to_1_mb_is_read_here_and_a_longer_one_gets_413(client):
    assert client.post(ADDRESS, data=b"1," * (MOST_CSV_BYTES // 2)).status_code == 200
    assert client.post(ADDRESS, data=b"x" * (MOST_CSV_BYTES + 1)).status_code == 413
    assert client.post(TRAINING, data=b"x" * (MOST_BYTES + 1), content_type="application/json").status_code == 413


def test_what_is_not_utf_8_gets_400(client):
    assert client.post(ADDRESS, data=b"\xff\xfe1,2").status_code == 400


def test_only_post_is_answered(client):
    assert client.put(ADDRESS, data="a").status_code == 405


@given(st.binary(max_size=200), st.text(max_size=8), st.text(max_size=8))
def test_no_body_and_no_choice_whatever_makes_a_500(client, body, features, target):
    response = client.post(ADDRESS, data=body, query_string={"features": features, "target": target})
    assert response.status_code in {200, 400}


def test_the_request_of_a_run_on_the_longest_table_is_within_the_limit(client):
    rows = tuple(
        (-1e-05 - place * 1e-09, -1.5e-05 - place * 1e-09, -2e-05 - place * 1e-09) for place in range(MOST_ROWS)
    )
    text = OwnTable("regression", ("x" * 60, "y" * 60, "z" * 60), rows).text
    assert 150_000 < len(text) < LONGEST_TEXT
    words = {"data": "your own", "own_data": text, "model": "network"}
    first = training_request(settings=words)
    answer = client.post(TRAINING, json=first).get_json()
    replayed = training_request(
        settings=words, state=answer["before"], replay={"settings": {"learning_rate": "1"}, "steps": 2}
    )
    assert len(json.dumps(replayed)) < MOST_BYTES
    assert client.post(TRAINING, json=replayed).status_code == 200


def test_a_replay_needs_only_the_words_that_were_others(client):
    words = {"data": "your own", "own_data": own_text(), "learning_rate": "0.1"}
    start = client.post(TRAINING, json=training_request(settings=words)).get_json()
    earlier = {"learning_rate": "0.01"}
    answers = [
        client.post(
            TRAINING,
            json=training_request(settings=words, state=start["before"], replay={"settings": sent, "steps": 2}),
        )
        for sent in (earlier, {**words, **earlier})
    ]
    few, all_words = (answer.get_json() for answer in answers)
    assert few == all_words
    assert few["state"]["step"] == 5


@contextmanager
def written():
    """The files that are opened for writing meanwhile, those of compiled modules left out."""
    found, is_on = [], [True]

    def hear(event, arguments):
        if is_on and event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            found.append(str(arguments[0]))

    sys.addaudithook(hear)
    yield lambda: [name for name in found if ".pyc" not in name]
    is_on.clear()


def test_nothing_of_a_table_is_written_into_the_log_or_a_file(client, caplog, capfd, tmp_path):
    caplog.set_level(0)
    text = "classification,Zanzibar,b,c,Zanzibar 1,Zanzibar 2\n1,2,0\n2,5,1\n3,3,0\n4,7,1"
    lines = ["Zanzibar,b,c", "1,2,Zanzibar 1", "2,5,Zanzibar 2", "3,3,Zanzibar 1", "4,7,Zanzibar 2"]
    words = {"data": "your own", "own_data": text}
    with written() as files:
        answers = [
            client.post(ADDRESS, data="\n".join(lines)),
            client.post(ADDRESS, data="\n".join([*lines, '"Zanzibar'])),
            client.post(ADDRESS, data=workbook({"sheet": [line.split(",") for line in lines]}), content_type=WORKBOOK),
            client.post(ADDRESS, data=b"PK\x03\x04Zanzibar", content_type=WORKBOOK),
            client.post(TRAINING, json=training_request(settings=words)),
            client.post(TRAINING, json=training_request(settings=words, state="Zanzibar")),
            client.get("/lab", query_string={"data": "your own", "table": text}),
        ]
        assert files() == []
        (tmp_path / "heard").write_text("")
        assert files() == [str(tmp_path / "heard")]
    assert max(answer.status_code for answer in answers) < 500
    logged = caplog.text + "".join(capfd.readouterr())
    assert "Zanzibar" not in logged
