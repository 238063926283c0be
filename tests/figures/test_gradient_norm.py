from nnviz.figures.gradient_norm import gradient_norm


def test_the_clip_line_lies_at_the_clip_norm():
    (line,) = gradient_norm(clip_norm=2.5).layout.shapes
    assert (line.y0, line.y1) == (2.5, 2.5)
    assert line.label.text == "clip norm 2.5"


def test_without_clipping_there_is_one_line_and_no_limit():
    figure = gradient_norm()
    assert [trace.name for trace in figure.data] == ["before clipping"]
    assert not figure.layout.shapes


def test_where_nothing_is_clipped_both_lines_show():
    before, after = gradient_norm(clip_norm=1.0).data
    assert before.line.width > after.line.width


def test_the_axis_is_logarithmic():
    assert gradient_norm().layout.yaxis.type == "log"
