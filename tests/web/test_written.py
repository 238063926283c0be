"""The texts of a page: Markdown as HTML, formulas in it as MathML."""

from nnviz.web.written import written


def test_dollars_hold_formulas_in_a_line_and_on_lines_of_their_own():
    html = written("Of $x$ and\n\n$$\ny\n$$\n")
    assert html.startswith('<p>Of <math display="inline"><mrow><mi>x</mi></mrow></math> and</p>')
    assert '<div class="formula"><math display="block"><mrow><mi>y</mi></mrow></math></div>' in html


def test_a_table_may_hold_formulas():
    html = written("| $x$ | b |\n|--:|---|\n| **1** | `[2]` |\n")
    assert "<th" in html
    assert "<math" in html
    assert "<strong>1</strong>" in html
    assert "<code>[2]</code>" in html


def test_html_in_a_text_is_shown_and_not_obeyed():
    html = written('<img src=x onerror="alert(1)"> `<b>` [a](javascript:alert(1))')
    assert "<img" not in html
    assert "<b>" not in html
    assert "href" not in html
    assert "&lt;img" in html


def test_a_dollar_that_is_escaped_is_a_dollar():
    assert written(r"\$5 and \$6") == "<p>$5 and $6</p>\n"


def test_a_word_that_speaks_of_a_trace_is_a_button():
    made = written("see [the *best* line](lights:least%20squares), [there](/lab)")
    assert made == (
        '<p>see <button type="button" data-lights="least squares">the <em>best</em> line</button>, '
        '<a href="/lab">there</a></p>\n'
    )


def test_a_button_of_formulas_alone_has_a_name_that_can_be_read():
    button, named = '<button type="button" data-lights="B = 1"', ' aria-label="B = 1"'
    assert written("[$B = 1$](lights:B%20=%201)").startswith(f"<p>{button}{named}><math")
    assert written("[batch $B = 1$](lights:B%20=%201)").startswith(f"<p>{button}>batch <math")
