"""The page in a real headless Chromium: no console errors, no requests, lines unfold, it fits a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import koubo

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (the dev extra has it)")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "artefacts"

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed on this machine"),
    # Playwright's own loop leaves sockets to the garbage collector when it stops.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    budget = koubo.load(ROOT / "examples" / "budgets" / "miyagi-consortium.yaml")
    assert isinstance(budget, koubo.Budget)
    file = tmp_path_factory.mktemp("page") / "audit.html"
    file.write_text(koubo.audit_budget(budget).to_html(), encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: Any, page_file: Path) -> Iterator[tuple[Any, list[str], list[str]]]:
    page = browser.new_page(viewport={"width": 1000, "height": 1400})
    errors: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    yield page, errors, requests
    page.close()


def test_it_opens_without_errors_or_requests(opened: tuple[Any, list[str], list[str]], page_file: Path) -> None:
    page, errors, requests = opened

    assert page.title() == "支出計画書の確認結果"
    assert errors == []
    assert requests == [page_file.as_uri()]


def test_a_click_and_a_key_unfold_a_line(opened: tuple[Any, list[str], list[str]]) -> None:
    page, _, _ = opened
    tenth, eleventh = page.locator("details.line").nth(9), page.locator("details.line").nth(10)
    assert not tenth.locator(".finding").first.is_visible()

    tenth.locator("summary").click()
    eleventh.locator("summary").focus()
    page.keyboard.press("Enter")

    assert "100km" in tenth.locator(".finding").first.inner_text()
    assert eleventh.locator(".finding").first.is_visible()
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / "audit.png", full_page=True)
    assert (ARTEFACTS / "audit.png").stat().st_size > 0


def test_it_fits_a_phone(opened: tuple[Any, list[str], list[str]]) -> None:
    page, _, _ = opened

    page.set_viewport_size({"width": 375, "height": 700})

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_picture_has_words_and_every_table_heads(opened: tuple[Any, list[str], list[str]]) -> None:
    page, _, _ = opened

    assert page.locator("svg:not([aria-label])").count() == 0
    assert page.locator("table:not(:has(th[scope]))").count() == 0
    assert page.locator("h1").count() == 1
