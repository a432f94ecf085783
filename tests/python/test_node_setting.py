"""Which Node the user named: by files that only the machine's owner writes."""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from lora_atelier import places, studio, tabs


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("node = '/opt/node/bin/node'", "/opt/node/bin/node"),
        ('roots = ["/a"]\nnode="C:\\\\node\\\\node.exe" # mine\n[trainer]\nfolder = "/b"\n', "C:\\node\\node.exe"),
        ("node = 'C:\\Program Files\\nodejs\\node.exe'\r\n", "C:\\Program Files\\nodejs\\node.exe"),
        ('\ufeffnode = "/opt/\\u65e5\\u672c/node"', "/opt/日本/node"),
        ("[trainer]\nnode = '/opt/evil'\n", ""),
        ("nodes = '/opt/evil'\n#node = '/opt/evil'\n", ""),
        ("node = ['/opt/evil']\n", ""),
        ('node = "broken\\"\n', ""),
        ("", ""),
    ],
)
def test_the_local_file_names_it(tmp_path, text, node):
    (tmp_path / "atelier.toml").write_text(text, "utf-8", newline="")

    assert places.named_node(tmp_path) == node


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"values": []}', '{"values": {"node": null}}'])
def test_settings_that_name_none_are_no_fault(tmp_path, text):
    (tmp_path / "settings.json").write_text(text, "utf-8")

    assert places.named_node(tmp_path) == ""


def test_the_local_file_wins(tmp_path):
    (tmp_path / "settings.json").write_text(json.dumps({"revision": 1, "values": {"node": "/kept"}}), "utf-8")
    assert places.named_node(tmp_path) == "/kept"

    (tmp_path / "atelier.toml").write_text("node = '/house'", "utf-8")
    assert places.named_node(tmp_path) == "/house"


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, "/home/me/.local/share/lora-atelier"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/lora-atelier"),
        ("darwin", {}, "/home/me/Library/Application Support/lora-atelier"),
        ("win32", {}, "/home/me/AppData/Local/lora-atelier/Data"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/lora-atelier/Data"),
        ("linux", {"ATELIER_HOME": "/state"}, "/state"),
    ],
)
def test_the_state_folder_is_the_sidecars(platform, environment, folder):
    assert Path(next(places.places("state", platform, environment, "/home/me"))) == Path(folder)


def test_who_changes_the_webuis_settings_does_not_choose_what_runs(tmp_path, monkeypatch):
    added = {}
    opts = SimpleNamespace(add_option=added.__setitem__, lora_atelier_node="/tmp/evil")
    monkeypatch.setattr(sys.modules["modules.shared"], "opts", opts)
    monkeypatch.setitem(sys.modules, "gradio", SimpleNamespace(CheckboxGroup=None))
    monkeypatch.setitem(os.environ, "ATELIER_HOME", str(tmp_path))
    asked = []
    monkeypatch.setattr(studio, "find_node", lambda setting, say: asked.append(setting) or "node")
    monkeypatch.setattr(studio.Studio, "_run_once", lambda self, node: None)

    tabs.on_ui_settings()
    studio.Studio()._run_with_a_node()

    assert list(added) == ["lora_atelier_start", "lora_atelier_room_tabs", "lora_atelier_more"]
    assert asked == [""]
