"""The shim's parts by themselves, without a WebUI."""

from __future__ import annotations

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import ROOT, wait_until
from lora_atelier import login, sidecar_process, studio, tabs


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


def failure(code: str) -> dict:
    return {"code": code, "en": {"cause": "full", "remedy": "free"}, "ja": {"cause": "満", "remedy": "空"}}


def a_studio(monkeypatch, run_once=lambda self, node: None):
    monkeypatch.setattr(studio, "find_node", lambda setting, say: "node")
    monkeypatch.setattr(studio.Studio, "_run_once", run_once)
    return studio.Studio()


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Where a test puts what stands for `scripts/start.mjs`; Python runs it in Node's place."""
    (tmp_path / "scripts").mkdir()
    monkeypatch.setattr(sidecar_process, "EXTENSION_ROOT", tmp_path)
    monkeypatch.setattr(studio, "find_node", lambda setting, say: sys.executable)
    return tmp_path / "scripts"


def test_a_sidecar_that_keeps_ending_is_given_up_after_three_starts(monkeypatch):
    starts = []
    one = a_studio(monkeypatch, lambda self, node: starts.append(node))

    one._supervise()

    assert len(starts) == 3
    assert "3 times in three minutes" in one.failure["en"]["cause"]
    assert "3 分間に 3 回" in one.failure["ja"]["cause"]


def test_the_tab_shows_the_cause_that_set_up_gives_and_its_lines(programs):
    told = json.dumps({"failure": failure("diskFull")}, ensure_ascii=True)
    (programs / "start.mjs").write_text(f"import sys; print('<npm error code ENOSPC>', flush=True); print({told!r}); sys.exit(1)")
    one = studio.Studio()

    one._supervise()

    lines = ["<npm error code ENOSPC>"]
    assert one.state(exposed=False) == {"phase": "failed", "progress": None, "failure": failure("diskFull"), "lines": lines}
    assert one.state(exposed=True)["lines"] == []


@pytest.mark.parametrize("told", ['{"ready": 7}', '{"ready": {"port": "x"}}', '{"failure": 1}'])
def test_rubbish_is_told_as_a_failure_and_the_program_that_wrote_it_is_ended(programs, told):
    (programs / "start.mjs").write_text(f"import time; print({told!r}, flush=True); time.sleep(60)")
    one = studio.Studio()

    one._supervise()

    assert one.failure["code"] == "unforeseen"
    assert one.endpoint is None


def test_an_unforeseen_error_is_told_too(monkeypatch):
    one = a_studio(monkeypatch, lambda self, node: {}["odd"])

    one._supervise()

    assert one.failure["code"] == "unforeseen"
    assert "odd" in one.failure["en"]["cause"]


def test_where_node_has_no_npm_our_own_node_is_fetched(monkeypatch):
    used = []

    def run_once(_self, node):
        used.append(node)
        if node == "node":
            raise studio.CannotStart(failure("noNpm"))

    one = a_studio(monkeypatch, run_once)
    monkeypatch.setattr(studio, "fetch_node", lambda say: "own")

    one._run_with_a_node()

    assert used == ["node", "own"]


def test_without_node_and_network_the_failure_names_what_was_looked_at(monkeypatch):
    def missing(_setting, _say):
        raise sidecar_process.cannot_start("noNode", "/usr/bin/node is Node 18.19")

    one = a_studio(monkeypatch)
    monkeypatch.setattr(studio, "find_node", missing)
    monkeypatch.setattr(studio, "fetch_node", lambda say: None)

    one._supervise()

    assert one.failure["code"] == "noNode"
    assert all("/usr/bin/node is Node 18.19" in one.failure[language]["cause"] for language in ("en", "ja"))


def test_programs_and_people_are_told_apart(programs):
    code = 'import sys; print(\'{"step": "page"}\'); print("7"); print("odd"); print("for people", file=sys.stderr)'
    (programs / "set-up.mjs").write_text(code)
    lines = []
    process = sidecar_process.start_script(sys.executable, lines.append, "set-up.mjs")

    assert [*sidecar_process.told_by(process, lines.append)] == [{"step": "page"}]
    process.wait()
    wait_until("what stands on stderr", lambda: len(lines) == 3, 10)
    assert sorted(lines) == ["7", "for people", "odd"]


def test_a_studio_that_does_not_start_by_itself_offers_a_button():
    assert studio.Studio().state(exposed=False)["phase"] == "idle"


@pytest.mark.parametrize(
    ("headers", "reachable", "standing"),
    [
        ({"host": "127.0.0.1:7860"}, False, "own"),
        ({"host": "localhost"}, False, "own"),
        ({"host": "[::1]:7860"}, False, "own"),
        ({"host": "127.0.0.1:7860"}, True, "visitor"),
        ({"host": "localhost:7860", "x-forwarded-for": "10.1.2.3"}, False, "visitor"),
        ({"host": "webui.example", "x-forwarded-for": "10.0.0.1"}, False, "visitor"),
        ({"host": "desktop.local:7860"}, True, "visitor"),
        # As gradio's tunnel brings it, with --share.
        ({"host": "0123abc.gradio.live", "origin": "https://0123abc.gradio.live"}, True, "visitor"),
        ({"host": "0123abc.gradio.live", "origin": "https://0123abc.gradio.live"}, False, "rebound"),
        ({"host": "evil.example:7860", "origin": "http://evil.example:7860"}, False, "rebound"),
        ({"host": "127.0.0.1.evil.example"}, False, "rebound"),
        ({}, False, "rebound"),
        ({}, True, "visitor"),
    ],
)
def test_who_comes_by_a_proxy_or_a_foreign_name_may_be_anybody(monkeypatch, headers, reachable, standing):
    for flag in login.REACHABLE if reachable else ["none"]:
        monkeypatch.setattr(sys.modules["modules.shared"], "cmd_opts", SimpleNamespace(**{flag: True}))
        assert login.standing(app(), headers) == standing
        assert login.standing(app(auth={"okara": "secret"}), headers) == "own"


def test_a_tab_hands_the_webuis_language_on_and_loads_nothing_until_it_is_shown(monkeypatch):
    chosen = {"lora_atelier_room_tabs": ["sweep", "no such room"], "localization": "ja_JP & 'more'"}
    monkeypatch.setattr(tabs, "read", lambda name, default: chosen.get(name, default))

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
