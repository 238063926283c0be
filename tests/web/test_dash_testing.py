"""The application in the fixtures of dash.testing, as whoever knows Dash would start it."""

from nnviz.web.server import create_app


def test_the_application_runs_in_a_thread_of_a_test(dash_duo):
    dash_duo.start_server(create_app(), navigate=False)  # the front page is none of Dash's
    dash_duo.wait_for_page(f"{dash_duo.server.url}/lab?learning_rate=0.1")
    dash_duo.wait_for_text_to_equal("#lab-learning_rate-value", "0.1")
    dash_duo.wait_for_element("#lab-loss .js-plotly-plot")
    assert dash_duo.get_logs() == []
