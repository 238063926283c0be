"""What a page that plays makes of a worker that is killed or stopped, and of no network: `python -m bench.outages`."""

import os
import re
import signal
import time

from tests.browser import HeadlessChrome, Page
from tests.serving import RunningServer, serving

PLAYS = "/lab?autoplay=on&speed=20"
SECONDS = 8  # of each outage
WATCH = """
const seen = { longest: 0, last: performance.now(), step: -1 };
window.seen = seen;
const look = () => {
  const { step } = nnviz.inspect().playback, now = performance.now();
  if (step !== seen.step) Object.assign(seen, { longest: Math.max(seen.longest, now - seen.last), step, last: now });
  requestAnimationFrame(look);
};
look();
"""
FORGET = "Object.assign(seen, { longest: 0, last: performance.now() });"
LONGEST = "return Math.max(seen.longest, performance.now() - seen.last);"


def freezes(page: Page, server: RunningServer) -> None:
    """The longest time without a new step, for each kind of outage; a picture stands for 50 ms when all is well."""
    for pid in workers(server):
        os.kill(pid, signal.SIGSTOP)
        report(page, "a worker is stopped")
        os.kill(pid, signal.SIGCONT)
        report(page, "it goes on")
    for pid in workers(server):
        os.kill(pid, signal.SIGKILL)
        report(page, "a worker is killed")
    set_offline(page, True)
    time.sleep(SECONDS)
    set_offline(page, False)
    page.run(FORGET)
    report(page, "the network is back")


def workers(server: RunningServer) -> list[int]:
    return [int(pid) for pid in re.findall(r"Booting worker with pid: (\d+)", server.printed())]


def report(page: Page, what: str) -> None:
    time.sleep(SECONDS)
    print(f"  {what:20} {page.run(LONGEST) / 1e3:5.2f} s without a new picture (goal 2)")
    page.run(FORGET)


def set_offline(page: Page, is_offline: bool) -> None:
    conditions = {"offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", conditions)


def main() -> None:
    """Measure in a browser, on a server of two workers."""
    print("\nA page that plays at 20 steps a second, two workers:")
    with serving(WEB_CONCURRENCY="2") as server, HeadlessChrome() as browser:
        page = Page(browser, server.address)
        page.open(PLAYS)
        page.wait_for(lambda: page.run("return nnviz.inspect().playback.step > 40"), "the run to play")
        page.run(WATCH)
        report(page, "all is well")
        freezes(page, server)


if __name__ == "__main__":
    main()
