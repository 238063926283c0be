from nnviz.figures.weight_arrows import weight_arrows


def test_classes_have_an_arrow_each_and_their_sum_and_neurons_one_line_together():
    classes = weight_arrows(("x1", "x2"), ("A", "B", "C"), 3)
    assert [trace.meta["now"]["x"] for trace in classes.data] == ["arrow_x_0", "arrow_x_1", "arrow_x_2", "sum_x"]
    (neurons,) = weight_arrows(("x1", "x2"), (), 8).data
    assert neurons.meta["now"]["x"] == "arrow_x"
    assert neurons.name == "8 neurons"
