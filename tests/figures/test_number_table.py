import numpy as np

from nnviz.figures.number_table import number_table


def test_a_fixed_table_holds_its_columns():
    table = number_table(("a", "b"), [["1", "2"], np.array([3.0, 4.0])]).data[0]
    assert len(table.header["values"]) == len(table.cells["values"]) == 2
    assert table.meta is None


def test_a_table_of_the_run_names_its_array():
    assert number_table(("a",), array="rows", formats=[".3~g"]).data[0].meta == {"now": {"cells.values": "rows"}}
