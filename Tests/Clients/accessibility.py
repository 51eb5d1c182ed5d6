"""Pages in headless Chromium, wide and as narrow as a phone: what axe-core finds, whether a page is wider than its
window, and what the console says.

    python accessibility.py URL PATH... [--shots FOLDER]

Prints a line for each page and width, and ends with status 1 where anything is wrong. Needs playwright, the wheel
`axe-playwright-python` for axe-core, and /usr/bin/chromium.
"""

import argparse
import os
import pathlib
import re
import sys

WIDTHS = (1280, 390)


def faults(page, axe: str) -> list[str]:
    """What is wrong with the page as it is shown."""
    page.evaluate(axe)
    found = [
        f"{fault['id']} ({fault['impact']}): {fault['nodes'][0]['html'][:160]}"
        for fault in page.evaluate("axe.run()")["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return found + ([f"{wide} pixels wider than the window"] if wide > 0 else [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--shots", type=pathlib.Path)
    options = parser.parse_args()

    import axe_playwright_python
    from playwright.sync_api import sync_playwright

    axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    ok = True
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        for path in options.paths:
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900})
                errors: list[str] = []
                page.on("pageerror", lambda error: errors.append(str(error)))
                page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
                page.goto(options.url.rstrip("/") + "/" + path.lstrip("/"))
                if options.shots:
                    name = re.sub(r"[^\w.-]+", "-", path).strip("-") or "landing"
                    page.screenshot(path=options.shots / f"{name}-{width}.png", full_page=True)
                errors += faults(page, axe)
                print(f"{width} {path}: {'; '.join(errors) or 'as it should be'}")
                ok = ok and not errors
                page.close()
        browser.close()
    sys.exit(0 if ok else 1)


if __name__ == "__main__":
    main()
