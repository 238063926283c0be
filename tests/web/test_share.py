"""The share dialog: its link does what its boxes say, its QR code is that link, and both can be taken along."""

import re
from urllib.parse import quote, urlsplit

import segno

from nnviz.page.registry import discover
from nnviz.web.server import create_app
from nnviz.web.share import LONGEST_LINK, QR_PATH, problem_of_link, qr_code
from tests.web.test_every_page import STEP, open_run, play_until

LAB = discover()["lab"]
LINK = "http://room.example.org:8050/lab?learning_rate=0.1&step=120"

MODULES = """
const [image, size] = arguments;
const canvas = Object.assign(document.createElement("canvas"), {width: 8 * size, height: 8 * size});
const context = canvas.getContext("2d", {willReadFrequently: true});
context.drawImage(image, 0, 0, 8 * size, 8 * size);
const dark = (row, column) => context.getImageData(8 * column + 4, 8 * row + 4, 1, 1).data[0] < 128;
return Array.from({length: size}, (_, row) => Array.from({length: size}, (_, column) => Number(dark(row, column))));
"""
"""What the browser shows of an image, as a square of dark and light modules."""


def answer(link):
    return create_app().server.test_client().get(f"{QR_PATH}?link={quote(link)}")


def expected_modules(link):
    """The library's own matrix for a link, with its quiet zone of four modules."""
    rows = segno.make_qr(link, error="l").matrix_iter(border=4)
    return [[int(module) for module in row] for row in rows]


def open_dialog(page):
    page.click("tool-share")
    page.wait_for(lambda: page.run("return !!document.querySelector('#dialog-share[open]')"), "the dialog")


def tick(page, *names):
    for name in names:
        page.run("document.getElementById(arguments[0]).click()", f"share-{name}")


def composed(page):
    """The path and query of the link in the dialog."""
    parts = urlsplit(page.value("share-link"))
    assert f"{parts.scheme}://{parts.netloc}" == page.address
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


# The QR code


def test_the_code_is_a_square_picture_of_the_librarys_own_modules():
    svg = qr_code(LINK).decode()
    size = len(expected_modules(LINK))
    assert f'viewBox="0 0 {size} {size}"' in svg
    dark = sum(int(length) for length in re.findall(r"h(\d+)", svg.split('stroke="#000" d="')[1]))
    assert dark == sum(map(sum, expected_modules(LINK)))


def test_the_server_draws_links_and_nothing_else():
    drawn = answer(LINK)
    assert (drawn.status_code, drawn.mimetype) == (200, "image/svg+xml")
    assert drawn.data == qr_code(LINK)
    for text in ("", "hello", "javascript:alert(1)"):
        assert answer(text).status_code == 400


def test_a_link_is_drawn_up_to_the_length_that_a_phone_reads():
    longest = "http://" + "a" * (LONGEST_LINK - 7)
    assert problem_of_link(longest) == ""
    assert "too fine" in problem_of_link(longest + "a")
    assert answer(longest + "a").status_code == 400


# The dialog


def test_the_code_on_the_screen_is_the_link_beside_it(page):
    page.open("/lab?learning_rate=0.1")
    open_dialog(page)
    page.wait_for(lambda: page.run("return document.getElementById('share-qr').naturalWidth > 0"), "the code")
    expected = expected_modules(page.value("share-link"))
    assert page.run(MODULES, page.find("share-qr"), len(expected)) == expected
    assert page.console() == []


def test_defaults_are_left_out_of_a_link(page):
    page.open("/lab?learning_rate=0.01&noise=1&preset=")
    page.set_value("lab-learning_rate", 0)
    page.wait_for(lambda: "learning_rate=" in page.path(), "the link")
    open_dialog(page)
    assert composed(page) == "/lab?learning_rate=" + page.text("lab-learning_rate-value")


def test_a_composed_link_hides_starts_and_plays_as_its_boxes_say(page):
    open_run(page, LAB)
    play_until(page, 5)
    step = page.run(STEP)
    open_dialog(page)
    tick(page, "autoplay", "text", "navigation", "batch_size", "surface", "training-loss")
    link = composed(page)  # the box of the step is ticked, since the address bar says it already
    assert link == f"/lab?step={step}&autoplay=on&hide=text,navigation,batch_size,training-loss,surface"
    page.open(link)
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) > step, "it to play")
    assert page.run("return nnviz.inspect().playback.playing")
    for hidden in ("lab-batch_size", "lab-surface", "lab-training-loss", "lab--text"):
        assert not page.find(hidden).is_displayed()
    for shown in ("lab-learning_rate", "lab-loss", "lab-step", "tool-share"):
        assert page.find(shown).is_displayed()
    assert not page.run("return document.querySelector('.lessons').checkVisibility()")
    page.click("play")
    page.wait_for(lambda: "autoplay" not in page.path(), "the link of a run that stands still")
    assert page.console() == []


def test_the_boxes_show_what_the_page_leaves_out_already(page):
    page.open("/lab?hide=text,noise")
    open_dialog(page)
    ticked = page.run("return [...document.querySelectorAll('#share input:checked')].map(box => box.id)")
    assert ticked == ["share-text", "share-noise"]
    tick(page, "text", "noise")
    assert composed(page) == "/lab"


def test_a_link_may_start_the_run_on_the_screen_from_its_beginning(page):
    open_run(page, LAB, "?step=3")
    page.wait_for(lambda: page.run(STEP) == 3, "step 3")
    open_dialog(page)
    tick(page, "step")
    assert composed(page) == "/lab"
    assert page.path() == "/lab?step=3"


def test_a_table_is_left_out_by_its_name_and_can_be_had_back(page):
    page.open("/notebook?hide=lines")
    assert not page.run("return document.getElementById('notebook-lines')")
    open_dialog(page)
    tick(page, "lines")
    assert composed(page) == "/notebook"
    assert page.console() == []


def test_the_whole_bar_goes_when_menu_and_tools_are_hidden(page):
    page.open("/odds?hide=navigation,tools,presets,readouts")
    assert not page.run("return document.querySelector('header.bar').checkVisibility()")
    assert not page.run("return document.querySelector('.preset').checkVisibility()")


def test_a_page_without_a_run_offers_no_step(page):
    page.open("/odds")
    open_dialog(page)
    assert page.run("return [...document.querySelectorAll('#share-opens input')].map(box => box.id)") == [
        "share-projector"
    ]


def test_a_page_that_is_none_has_a_link_all_the_same(page):
    page.driver.get(f"{page.address}/a-page-of-long-ago")
    open_dialog(page)
    assert composed(page) == "/a-page-of-long-ago"
    page.run("document.getElementById('dialog-share').close()")
    page.click("tool-projector")
    assert page.run("return document.documentElement.dataset.projector ?? null") is None
    assert [message for message in page.console() if "404" not in message] == []


def test_a_link_too_long_for_a_code_says_so(page):
    page.open("/automatic-differentiation?expression=" + "x%2B" * 100)
    open_dialog(page)
    tick(page, *page.run("return Object.keys(nnviz.inspect().page.fields)"))
    assert len(page.value("share-link")) > LONGEST_LINK
    assert page.text("share-note").startswith("This link is too long for a QR code")
    assert not page.find("share-qr").is_displayed()
    assert page.console() == []


def test_the_link_and_the_snippet_that_embeds_it_are_copied_also_over_plain_http(page):
    permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": page.address}
    page.driver.execute_cdp_cmd("Browser.grantPermissions", permissions)
    page.open("/lab?learning_rate=0.1&batch_size=8")
    open_dialog(page)
    for is_secure in (True, False):
        secure = "Object.defineProperty(window, 'isSecureContext', {value: arguments[0], configurable: true})"
        page.run(secure, is_secure)
        for text in ("share-link", "share-frame"):
            page.run("document.getElementById('share-copied').textContent = ''")
            page.driver.find_element("css selector", f"[data-copies={text}]").click()
            page.wait_for(lambda: page.text("share-copied") == "Copied.", "the copy")
            assert page.run("return navigator.clipboard.readText()") == page.value(text)
    assert page.console() == []
    page.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", page.value("share-frame"))
    assert page.run("return document.querySelector('iframe').src") == page.value("share-link")
    assert page.run("return document.querySelector('iframe').title").startswith(LAB.title)
