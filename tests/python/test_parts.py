"""The shim's parts by themselves, without a WebUI."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import ROOT
from lora_atelier import login, node, settings, sidecar_process, studio, tabs, waiting_page


def app(**attributes):
    return SimpleNamespace(**{"auth": None, "tokens": {}, **attributes})


def test_without_login_everybody_is_in_and_with_it_only_known_tokens():
    gradio_3 = app(auth={"okara": "secret"}, tokens={"t": "okara"})
    gradio_4 = app(auth={"okara": "secret"}, tokens={"t": "okara"}, cookie_id="xyz")

    assert login.is_logged_in(app(), {})
    assert login.is_logged_in(gradio_3, {"access-token-unsecure": "t"})
    assert login.is_logged_in(gradio_4, {"access-token-xyz": "t"})
    assert not login.is_logged_in(gradio_4, {"access-token": "t"})
    assert not login.is_logged_in(gradio_3, {"access-token": "guess"})
    assert not login.is_logged_in(gradio_3, {})


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"host": "a:7860"}, True),
        ({"host": "a:7860", "origin": "http://a:7860"}, True),
        ({"host": "inner", "x-forwarded-host": "public.example", "origin": "https://public.example"}, True),
        ({"host": "a:7860", "origin": "http://a:7861"}, False),
        ({"host": "a:7860", "origin": "null"}, False),
        ({"origin": "http://"}, False),
    ],
)
def test_a_page_is_ours_when_its_origin_is_the_host(headers, own):
    assert login.is_own_origin(headers) is own


def a_studio(monkeypatch, set_up=lambda program, say, report: 0):
    monkeypatch.setattr(studio, "find_node", lambda setting, say: "node")
    monkeypatch.setattr(studio, "run_set_up", set_up)
    return studio.Studio()


def test_a_sidecar_that_keeps_ending_is_given_up_after_three_starts(monkeypatch):
    starts = []
    monkeypatch.setattr(studio.Studio, "_run_once", lambda self, program: starts.append(program))
    one = a_studio(monkeypatch)

    one._supervise()

    assert len(starts) == 3
    assert "3 times in three minutes" in one.failure["en"]["cause"]
    assert "3 分間に 3 回" in one.failure["ja"]["cause"]


def test_the_tab_shows_the_cause_that_set_up_gives_and_its_lines(monkeypatch):
    failure = {"code": "diskFull", "en": {"cause": "full", "remedy": "free"}, "ja": {"cause": "満", "remedy": "空"}}

    def set_up(_program, say, report):
        say("<npm error code ENOSPC>")
        report({"failure": failure})
        return 1

    one = a_studio(monkeypatch, set_up)

    one._supervise()

    shown = waiting_page.waiting_state(one, exposed=False)
    assert shown == {"phase": "failed", "progress": None, "failure": failure, "lines": ["<npm error code ENOSPC>"]}
    assert waiting_page.waiting_state(one, exposed=True)["lines"] == []


def test_an_unforeseen_error_is_told_too(monkeypatch):
    one = a_studio(monkeypatch, lambda program, say, report: {}["odd"])

    one._supervise()

    assert one.failure["code"] == "unforeseen"
    assert "odd" in one.failure["en"]["cause"]


def test_where_node_has_no_npm_our_own_node_is_fetched(monkeypatch):
    used = []

    def set_up(program, _say, report):
        used.append(program)
        if program == "node":
            report({"failure": {"code": "noNpm", "en": {"cause": "", "remedy": ""}, "ja": {"cause": "", "remedy": ""}}})
        return 0 if program == "own" else 4

    monkeypatch.setattr(studio, "fetch_node", lambda say: "own")

    assert a_studio(monkeypatch, set_up)._prepare() == "own"
    assert used == ["node", "own"]


def test_without_node_and_network_the_failure_names_what_was_looked_at(monkeypatch):
    def missing(_setting, _say):
        raise node.NodeMissing("/usr/bin/node is Node 18.19")

    one = a_studio(monkeypatch)
    monkeypatch.setattr(studio, "find_node", missing)
    monkeypatch.setattr(studio, "fetch_node", lambda say: None)

    one._supervise()

    assert one.failure["code"] == "noNode"
    assert all("/usr/bin/node is Node 18.19" in one.failure[language]["cause"] for language in ("en", "ja"))


def test_set_up_tells_programs_and_people_apart(tmp_path, monkeypatch):
    (tmp_path / "scripts").mkdir()
    monkeypatch.setattr(sidecar_process, "EXTENSION_ROOT", tmp_path)
    code = 'import sys; print(\'{"step": "page"}\'); print("odd"); print("for people", file=sys.stderr); sys.exit(3)'
    (tmp_path / "scripts" / "set-up.mjs").write_text(code)
    lines, told = [], []

    assert sidecar_process.run_set_up(sys.executable, lines.append, told.append) == 3
    assert told == [{"step": "page"}]
    assert sorted(lines) == ["for people", "odd"]


def test_a_studio_that_does_not_start_by_itself_offers_a_button():
    assert waiting_page.waiting_state(studio.Studio(), exposed=False)["phase"] == "idle"


@pytest.mark.parametrize(
    ("headers", "exposed"),
    [
        ({"host": "127.0.0.1:7860"}, False),
        ({"host": "localhost"}, False),
        ({"host": "[::1]:7860"}, False),
        ({"host": "localhost:7860", "x-forwarded-for": "10.1.2.3"}, True),
        ({"host": "rebound.example:7860", "origin": "http://rebound.example:7860"}, True),
        ({"host": "127.0.0.1.evil.example"}, True),
        ({}, True),
    ],
)
def test_who_comes_by_a_proxy_or_a_foreign_name_may_be_anybody(headers, exposed):
    assert login.is_exposed(app(), headers) is exposed
    assert not login.is_exposed(app(auth={"okara": "secret"}), headers)


def test_the_sidecar_is_told_where_the_webui_keeps_its_models(monkeypatch):
    told = []
    monkeypatch.setattr(
        sidecar_process, "spawn", lambda command, **options: told.append(options["env"]) or SimpleNamespace(stderr=())
    )
    monkeypatch.delenv("ATELIER_WEBUI_ROOT", raising=False)

    sidecar_process.start_sidecar("node", print)
    monkeypatch.setitem(sys.modules, "modules", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "modules.paths_internal", SimpleNamespace(data_path="D:\\webui"))
    sidecar_process.start_sidecar("node", print)

    assert "ATELIER_WEBUI_ROOT" not in told[0]
    assert told[1]["ATELIER_WEBUI_ROOT"] == "D:\\webui"


def test_a_tab_hands_the_webuis_language_on_and_loads_nothing_until_it_is_shown(monkeypatch):
    chosen = {"lora_atelier_room_tabs": ["sweep", "no such room"], "localization": "ja_JP & 'more'"}
    monkeypatch.setattr(settings, "read", lambda name, default: chosen.get(name, default))

    whole, sweep = [(block.value, title, name) for block, title, name in tabs.on_ui_tabs()]

    assert 'src="lora-atelier/?locale=ja_JP+%26+%27more%27"' in whole[0]
    assert 'src="lora-atelier/?room=sweep&amp;only=1&amp;locale=' in sweep[0]
    assert 'loading="lazy"' in whole[0]
    assert sweep[1:] == ("Atelier: Sweep", "lora_atelier_sweep")


def test_registering_imports_nothing_heavy():
    code = (
        "import sys; sys.path[:0] = ['tests/support/webui']; import stand_in_modules, pathlib\n"
        "stand_in_modules.load_extension(pathlib.Path('.'), stand_in_modules.install())\n"
        "print([name for name in ('gradio', 'httpx', 'websockets', 'starlette') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"
