"""Where Node may lie although it is not on the PATH: a WebUI started by an icon or a service has a short one."""

from collections.abc import Mapping
from pathlib import PurePath, PurePosixPath, PureWindowsPath


def posix_places(variables: Mapping[str, str], home: PurePosixPath, is_mac: bool) -> list[PurePath]:
    data = PurePosixPath(variables.get("XDG_DATA_HOME") or home / ".local/share")
    library = home / "Library/Application Support"
    brew = ("/opt/homebrew", "/usr/local") if is_mac else ("/home/linuxbrew/.linuxbrew", "/usr/local")
    managers = [
        PurePosixPath(variables.get("NVM_DIR") or home / ".nvm") / "versions/node/*",
        *(
            PurePosixPath(folder) / "node-versions/*/installation"
            for folder in (variables.get("FNM_DIR"), data / "fnm", library / "fnm", home / ".fnm")
            if folder
        ),
        PurePosixPath(variables.get("VOLTA_HOME") or home / ".volta") / "tools/image/node/*",
        PurePosixPath(variables.get("ASDF_DATA_DIR") or home / ".asdf") / "installs/nodejs/*",
        PurePosixPath(variables.get("MISE_DATA_DIR") or data / "mise") / "installs/node/*",
        PurePosixPath(variables.get("N_PREFIX") or "/usr/local") / "n/versions/node/*",
    ]
    fixed = [*brew, *(f"{prefix}/opt/node*" for prefix in brew), "/usr", "/opt/local", "/snap"]
    return [folder / "bin/node" for folder in [*managers, *map(PurePosixPath, fixed)]]


def windows_places(variables: Mapping[str, str], home: PureWindowsPath) -> list[PurePath]:
    roaming = PureWindowsPath(variables.get("APPDATA") or home / "AppData/Roaming")
    local = PureWindowsPath(variables.get("LOCALAPPDATA") or home / "AppData/Local")
    scoop = PureWindowsPath(variables.get("SCOOP") or home / "scoop")
    folders = [
        *(f"{variables.get(name)}/nodejs" for name in ("ProgramFiles", "ProgramW6432") if variables.get(name)),
        local / "Programs/nodejs",
        variables.get("NVM_SYMLINK"),
        *(PureWindowsPath(folder) / "v*" for folder in (variables.get("NVM_HOME"), roaming / "nvm", local / "nvm") if folder),
        *(
            PureWindowsPath(folder) / "node-versions/*/installation"
            for folder in (variables.get("FNM_DIR"), roaming / "fnm")
            if folder
        ),
        PureWindowsPath(variables.get("VOLTA_HOME") or local / "Volta") / "tools/image/node/*",
        scoop / "apps/nodejs*/current",
    ]
    return [PureWindowsPath(folder) / "node.exe" for folder in folders if folder]


def node_places(platform: str, variables: Mapping[str, str], home: str, extension: str) -> list[str]:
    """Patterns for `glob`, for `platform` as `sys.platform` names it; `extension` is the extension's folder."""
    is_windows = platform == "win32"
    folder = (PureWindowsPath if is_windows else PurePosixPath)(extension)
    # Stability Matrix keeps its WebUIs in Data/Packages and a Node of its own in Data/Assets.
    matrix = [data / "Assets/nodejs*" / ("node.exe" if is_windows else "bin/node") for data in folder.parents[3:4]]
    known = (
        windows_places(variables, PureWindowsPath(home))
        if is_windows
        else posix_places(variables, PurePosixPath(home), platform == "darwin")
    )
    return [str(place) for place in [*known, *matrix]]
