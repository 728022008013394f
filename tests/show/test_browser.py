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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_row_of_the_timeline_is_reached_by_keyboard_and_leads_to_its_line(
    browser: Any, page_file: Path, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page.goto(page_file.as_uri())
    row = page.locator("svg.picture a").first
    row.focus()
    assert page.evaluate("document.activeElement.tagName") == "a"
    page.keyboard.press("Enter")
    line = page.url.rsplit("#", 1)[1]
    assert page.locator(f"#{line}").is_visible()
    assert page.locator("svg.picture").bounding_box()["width"] > 600
    page.close()


def test_a_phone_has_the_list_in_place_of_the_timeline(browser: Any, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(page_file.as_uri())
    assert not page.locator("svg.picture").is_visible()
    assert page.locator(".days .when").first.is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(browser: Any, page_file: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(page_file.as_uri())
    found = page.evaluate(CONTRAST)
    assert found
    assert min(found.values()) >= 4.5, found
    page.close()


CONTRAST = """() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = parts(c).slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92
    : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (parts(c)[3] !== 0) return c; } return "rgb(255, 255, 255)"; };
  const found = {};
  for (const e of document.querySelectorAll("main *, nav *")) {
    if (e.closest("svg") || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    if (!e.checkVisibility()) continue;
    const a = light(getComputedStyle(e).color), b = light(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const key = `${e.tagName} ${e.className}`;
    found[key] = Math.min(found[key] ?? 99, ratio);
  }
  return found;
}"""
"""The least contrast of text and background by kind of element, after WCAG 2 (4.5 is asked for)."""
