"""The shim's parts by themselves, without a WebUI."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import ROOT
from lora_atelier import login, node, sidecar_process, studio, waiting_page


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


def test_an_old_node_is_named_with_its_version(tmp_path, monkeypatch):
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.1.0\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node, "wheel_node", lambda: None)

    with pytest.raises(node.NodeMissing, match=r"is Node 18\.1"):
        node.find_node()


def test_a_sidecar_that_keeps_ending_is_given_up_after_three_starts(monkeypatch):
    starts = []
    monkeypatch.setattr(studio.node_program, "find_node", lambda setting: "node")
    monkeypatch.setattr(studio, "run_set_up", lambda program, say: 0)
    monkeypatch.setattr(studio.Studio, "_run_once", lambda self, program: starts.append(program))
    one = studio.Studio()

    one._supervise()

    assert len(starts) == 3
    assert "three times" in waiting_page.waiting_page(one)
    assert "Try again" in waiting_page.waiting_page(one)


def test_a_failed_set_up_shows_its_last_lines(monkeypatch):
    monkeypatch.setattr(studio.node_program, "find_node", lambda setting: "node")
    monkeypatch.setattr(studio, "run_set_up", lambda program, say: say("<disk is full>") or 1)
    one = studio.Studio()

    one._supervise()

    assert "&lt;disk is full&gt;" in waiting_page.waiting_page(one)
    assert one.failure is not None


def test_an_unforeseen_error_is_told_too(monkeypatch):
    monkeypatch.setattr(studio.node_program, "find_node", lambda setting: {}["odd"])
    one = studio.Studio()

    one._supervise()

    assert "odd" in one.failure


def test_a_studio_that_does_not_start_by_itself_offers_a_button():
    assert "Start the studio" in waiting_page.waiting_page(studio.Studio())


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


def test_registering_imports_nothing_heavy():
    code = (
        "import sys; sys.path[:0] = ['tests/support/webui']; import stand_in_modules, pathlib\n"
        "stand_in_modules.load_extension(pathlib.Path('.'), stand_in_modules.install())\n"
        "print([name for name in ('gradio', 'httpx', 'websockets', 'starlette') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"
