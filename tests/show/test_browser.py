"""The HTML brief in a real browser: a click on a reference lights its passage up, on a phone and without JavaScript."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import parley

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def page_file(example: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (page,) = parley.brief(example, form="html")
    file = tmp_path_factory.mktemp("brief") / "brief.html"
    file.write_text(page, encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [1280, 375])
def test_a_click_on_a_reference_opens_its_passage(browser: Any, page_file: Path, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(page_file.as_uri())
    reference = page.locator("a.ref").first
    anchor = str(reference.get_attribute("href"))[1:]
    reference.click()
    lit = page.locator(f"span.{anchor}").first
    assert lit.is_visible()
    box = lit.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    context.close()
    with_script = browser.new_context(viewport={"width": width, "height": 800})
    page = with_script.new_page()
    page.goto(page_file.as_uri() + f"#{anchor}")
    colour = page.evaluate(f"getComputedStyle(document.querySelector('span.{anchor}')).backgroundColor")
    assert colour == "rgb(255, 229, 138)"
    with_script.close()


def test_nothing_runs_over_the_edge_of_a_phone(browser: Any, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    heads = page.locator("tbody th").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert heads
    assert min(heads) > 250
    page.close()


def test_a_way_leads_back_from_the_passage_to_its_line(browser: Any, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.locator(".back:visible").count() == 0
    page.locator("a.ref").first.click()
    back = page.locator(".back:visible a").first
    line = str(back.get_attribute("href"))
    back.click()
    assert page.url.endswith(line)
    assert page.locator(f"{line} a.ref").count() > 0
    context.close()
