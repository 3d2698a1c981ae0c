"""A real browser behind the proxy: its replica dies, and it goes on with the other by itself."""

import signal
import time

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ready, settled
from tests.deploy.conftest import Deployment
from tests.servers import stop

pytestmark = pytest.mark.proxy

VIEW = "/milestones?show=list&from=2024&to=2024&themes=military"
RECORDS = ".st-key-card-records"


def test_a_browser_keeps_its_view_when_its_replica_dies(
    doomed: Deployment, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{doomed.address}{VIEW}")
    ready(page)
    before = page.locator(RECORDS).inner_text()
    address = page.url
    [mine] = [server for server in doomed.replicas if server.sessions()]
    [other] = [server for server in doomed.replicas if server is not mine]
    stop(mine.process, signal.SIGKILL)
    for _ in range(600):
        if other.sessions():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the browser did not come back")
    settled(page)
    assert page.url == address
    expect(page.locator(RECORDS)).to_have_text(before, use_inner_text=True)
    # And the page goes on to work.
    page.locator(".st-key-clear-filters button").click()
    page.wait_for_url(lambda url: "themes" not in url)
    settled(page)
    expect(page.locator(RECORDS)).not_to_have_text(before, use_inner_text=True)
    page.close()
