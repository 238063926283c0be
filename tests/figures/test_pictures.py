from nnviz.figures.pictures import Tiles, weight_pictures, wrong_pictures

TILES = Tiles(n_rows=2, n_columns=3, height=9, width=14)


def test_the_axes_hold_all_tiles_with_points_as_high_as_wide():
    axes = TILES.axes
    assert axes["xaxis"]["range"] == [-0.5, 41.5]
    assert axes["yaxis"]["range"] == [17.5, -0.5]
    assert axes["yaxis"]["scaleanchor"] == "x"


def test_beside_a_wrong_picture_stand_what_it_is_and_what_it_is_taken_for():
    figure = wrong_pictures(TILES)
    words = [trace.meta["now"]["customdata"] for trace in figure.data if trace.type == "scatter"]
    assert words == ["wrong_right", "wrong_called"]


def test_weights_are_named_at_their_tiles():
    figure = weight_pictures(TILES, ("0", "1", "2", "3"))
    assert [(round(note.x, 1), round(note.y, 1)) for note in figure.layout.annotations] == [
        (-0.4, -0.4),
        (13.6, -0.4),
        (27.6, -0.4),
        (-0.4, 8.6),
    ]
