from nnviz.figures.decision_region import decision_region
from tests.figures.gallery import AXIS, LABELS


def test_the_region_is_in_percent_and_white_where_undecided():
    region = decision_region(LABELS, AXIS, AXIS).data[0]
    assert (region.zmin, region.zmax) == (0, 100)
    assert region.colorscale[1] == (0.5, "#FFFFFF")


def test_the_region_follows_percent_and_the_boundary_logits_of_which_it_is_the_line_of_0():
    region, boundary = decision_region(LABELS, AXIS, AXIS, region="p").data[:2]
    assert region.meta == {"now": {"z": "p"}}
    assert boundary.meta == {"now": {"z": "p_logits"}}
    assert (boundary.contours.start, boundary.contours.end) == (0, 0)


def test_the_legend_names_both_classes_and_validation_once():
    named = [t.name for t in decision_region(LABELS, AXIS, AXIS).data[2:] if t.showlegend]
    assert named == ["class 0", "class 1", "validation"]
