"""The forms of the team and of one's own account in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser_ways import FORM_WAYS, PASSWORD, fill, language, log_in, refuse, send

from kawat.desk.words import area

NEW = "another long password"


def now() -> datetime:
    return datetime.now(UTC)


def secret(page: Any) -> str:
    return str(page.locator(".secret code").inner_text())


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_an_admin_looks_after_users(
    team_site: Any, visit: Callable[..., Any], settings: dict[str, Any]
) -> None:
    visitor, team, says = (
        visit(team_site, **settings),
        team_site.team,
        area("errors", language(settings)),
    )
    page = log_in(visitor, "Ani")
    visitor.go("/team")
    form = fill(page.locator("form[action='/team/users']"), name="RINA")
    form.locator("[name=role]").select_option("editor")
    assert refuse(visitor, form) == says["name_taken"].format(name="Rina")
    form = page.locator("form[action='/team/users']")
    assert form.locator("[name=role]").input_value() == "editor"
    send(visitor, fill(form, name="Budi"))
    assert team.login("Budi", secret(page), now=now())
    row = page.locator("tr", has_text="Budi")
    row.locator("[name=role]").select_option("admin")
    send(visitor, row.locator("form[action='/team/role']"))
    assert team.user("Budi").role == "admin"
    send(visitor, page.locator("tr", has_text="Budi").locator("form[action='/team/disable']"))
    assert team.user("Budi").disabled
    send(visitor, page.locator("tr", has_text="Budi").locator("form[action='/team/enable']"))
    send(visitor, page.locator("tr", has_text="Budi").locator("form[action='/team/password']"))
    assert team.login("Budi", secret(page), now=now())
    visitor.go("/team/sessions")
    send(visitor, page.locator("tr", has_text="Budi").locator("form"))
    assert team.sessions("Budi", now=now()) == []
    assert page.locator("tbody tr").count() == 1
    form = fill(visitor.go("/team/audit").locator("form[action='/team/audit']"), action="add_user")
    send(visitor, form)
    assert page.locator("tbody tr").count() == 2


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_an_admin_looks_after_tokens(
    team_site: Any, visit: Callable[..., Any], settings: dict[str, Any]
) -> None:
    visitor, says = visit(team_site, **settings), area("errors", language(settings))
    page = log_in(visitor, "Ani")
    form = fill(
        visitor.go("/team/tokens").locator("form[action='/team/tokens']"), name="nightly <b>", days="3"
    )
    form.locator("[name=user]").select_option("Rina")
    form.locator("[name=scope]").select_option("write")
    assert refuse(visitor, form) == says["scope_too_wide"].format(name="Rina")
    form = page.locator("form[action='/team/tokens']")
    assert form.locator("[name=name]").input_value() == "nightly <b>"
    form.locator("[name=scope]").select_option("read")
    send(visitor, form)
    bearer = {"Authorization": f"Bearer {secret(page)}"}
    asked = team_site.base + "/api/v1/events"
    assert visitor.context.request.get(asked, headers=bearer).status == 200
    send(visitor, page.locator("form[action$='/revoke']"))
    assert visitor.context.request.get(asked, headers=bearer).status == 401


@pytest.mark.parametrize("settings", FORM_WAYS)
def test_ones_own_account(team_site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor, team = visit(team_site, **settings), team_site.team
    says = area("errors", language(settings))
    elsewhere = [team.login("Rina", PASSWORD, now=now()) for _ in range(2)]
    page = log_in(visitor, "Rina")
    page.locator("a.me").click()
    page.wait_for_url("**/account")
    send(visitor, page.locator("form[action^='/account/sessions/']").first)
    assert len(team.sessions("Rina", now=now())) == 2
    form = fill(page.locator("form[action='/account/password']"), old="wrong", new=NEW, again=NEW)
    assert refuse(visitor, form) == says["old_password"]
    send(visitor, fill(page.locator("form[action='/account/password']"), old=PASSWORD, new=NEW, again=NEW))
    assert page.locator("[role=status]").inner_text() == area("team", language(settings))["password_changed"]
    assert [key for key in elsewhere if key and team.session_user(key, now=now())] == []
    send(visitor, fill(page.locator("form[action='/account/tokens']"), name="mine"))
    assert secret(page).startswith("kawat_")
    send(visitor, page.locator("form[action$='/revoke']"))
    assert team.tokens("Rina")[0].revoked
    page.locator(f"main a[hreflang={'en' if language(settings) == 'id' else 'id'}]").click()
    page.wait_for_url("**lang=**")
    visitor.check()


@pytest.mark.parametrize("settings", FORM_WAYS[::3])
def test_pages_of_a_team_are_accessible(
    team_site: Any, visit: Callable[..., Any], settings: dict[str, Any]
) -> None:
    team_site.team.make_token("Rina", "nightly", "read", 3, now=now())
    visitor = visit(team_site, **{**settings, "java_script_enabled": True, "color_scheme": "dark"})
    page, axe = log_in(visitor, "Ani"), Axe()
    for path in ("/team", "/team/tokens", "/team/sessions", "/team/audit", "/account"):
        visitor.go(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= settings["viewport"]["width"], path
        for each in axe.run(page).response["violations"]:
            assert each["impact"] not in ("serious", "critical"), (path, each["id"], each["nodes"][:2])
