"""The axes in the X/Y/Z plot, the script in the Script menu, the button below the pictures."""

from __future__ import annotations

import copy
import json
import os
import shutil
import sys
import types
from types import SimpleNamespace

import pytest
import stand_in_drawing
import stand_in_modules
from conftest import ROOT
from jsonschema import Draft202012Validator
from lora_atelier import send_button, sidecar_process, studio, sweep_script, xyz_axes

STEP = "okara-step00001000"


class AxisOption:
    """As the plot's own, since A1111 1.6."""

    def __init__(self, label, type, apply, format_value=None, confirm=None, cost=0.0, choices=None, prepare=None):
        self.label, self.type, self.apply, self.format_value = label, type, apply, format_value
        self.confirm, self.cost, self.choices, self.prepare = confirm, cost, choices, prepare


@pytest.fixture(scope="module")
def sidecar(tmp_path_factory):
    """A real one, which reads strengths and writes tags."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ATELIER_HOME", str(tmp_path_factory.mktemp("home")))
        serve = ("serve", "--port", "0", "--parent", str(os.getpid()))
        process = sidecar_process.start_script(shutil.which("node"), print, "start.mjs", *serve)
    running = studio.running_studio()
    ready = next(told for told in sidecar_process.told_by(process, print) if "ready" in told)["ready"]
    running.endpoint = sidecar_process.Endpoint(f"127.0.0.1:{ready['port']}", ready["token"])
    yield running
    running.endpoint = None
    process.kill()
    process.wait()


@pytest.fixture
def drawing(tmp_path, sidecar):
    stand_in_modules.install()
    stand_in_modules.install_memory({"done": []}, str(tmp_path))
    drawing = stand_in_drawing.install_drawing()
    metadata = {"ss_output_name": "okara", "ss_steps": "1000", "ss_epoch": "5"}
    files = [("okara", {}), ("okara-step00001000", metadata)]
    sys.modules["networks"].available_networks = {
        name: SimpleNamespace(name=name, filename=f"/loras/{name}.safetensors", metadata=more) for name, more in files
    }
    yield drawing
    stand_in_modules.uninstall_memory()


def plot() -> list:
    module = types.ModuleType("xyz_grid.py")
    module.AxisOption = AxisOption
    module.axis_options = [AxisOption("Nothing", str, lambda *_: None)]
    other = SimpleNamespace(path="/webui/scripts/prompt_matrix.py", module=None)
    own = SimpleNamespace(path="/webui/extensions-builtin/xyz/scripts/xyz_grid.py", module=module)
    sys.modules["modules.scripts"].scripts_data = [other, own]
    xyz_axes.add_axes()
    xyz_axes.add_axes()
    return module.axis_options


def cell(options, prompt: str, *applied: tuple[str, str, list[str]], between=None) -> str:
    """The prompt of one cell as the plot makes it: a copy, then each axis in its order."""
    by_label = {option.label: option for option in options}
    p = SimpleNamespace(prompt=prompt, hr_prompt="")
    pc = copy.copy(p)
    for label, value, values in applied:
        by_label[label].apply(pc, value, values)
        if between:
            pc.prompt = between(pc.prompt)
    assert p.prompt == prompt
    return pc.prompt


def test_axes_are_added_once_with_files_outermost(drawing):
    options = plot()

    assert [(one.label, one.cost) for one in options[1:]] == [("LoRA file", 0.95), ("LoRA strength", 0.6)]
    assert options[1].choices() == ["None", "okara", "okara-step00001000"]
    assert options[2].prepare("0-1(+0.5)") == ["0", "0.5", "1"]
    assert options[1].format_value(None, options[1], "okara-step00001000") == "okara · step 1000 · ep 5"
    with pytest.raises(RuntimeError, match="no LoRA nosuch"):
        options[1].confirm(None, ["None", "okara", "nosuch"])


def test_where_there_is_no_sidecar_it_says_so(drawing, sidecar, monkeypatch):
    monkeypatch.setattr(sidecar, "endpoint", None)
    with pytest.raises(RuntimeError, match="open its tab"):
        plot()[2].prepare("0.5")
    monkeypatch.setattr(sidecar, "endpoint", sidecar_process.Endpoint("127.0.0.1:9", "token"))
    with pytest.raises(RuntimeError, match="does not answer"):
        plot()[2].prepare("0.5")


def test_what_is_no_strength_is_told_in_the_sidecars_words(drawing):
    with pytest.raises(RuntimeError, match=r'LoRA strength: "x" is no number\. Write 0\.5'):
        plot()[2].prepare("0.5, x")


def test_without_a_plot_nothing_is_added(drawing):
    sys.modules["modules.scripts"].scripts_data = []
    xyz_axes.add_axes()


@pytest.mark.parametrize("order", [0, 1])
@pytest.mark.parametrize(
    ("prompt", "file", "strength", "expected"),
    [
        ("1girl, okara", "okara", "0.5", "1girl, okara <lora:okara:0.5>"),
        ("1girl, okara", "okara", "0", "1girl, okara"),
        ("1girl, okara", "None", "0.5", "1girl, okara"),
        (
            "x <lora:style:0.4>, <lora:okara:1>, y",
            "okara-step00001000",
            "0.5",
            "x <lora:style:0.4>, <lora:okara-step00001000:0.5>, y",
        ),
        ("x <lora:style:0.4>", "okara", "0.75", "x <lora:style:0.4> <lora:okara:0.75>"),
        ("x <lora:style:0.4>", "okara", "0", "x <lora:style:0.4>"),
    ],
)
def test_both_axes_agree_in_either_order(drawing, order, prompt, file, strength, expected):
    applied = [("LoRA file", file, ["okara", "okara-step00001000", "None"]), ("LoRA strength", strength, [strength])]
    assert cell(plot(), prompt, *(applied if order == 0 else applied[::-1])) == expected


def test_a_cell_does_not_inherit_the_hashes_of_another(drawing):
    strength = plot()[2]
    p = SimpleNamespace(prompt="x <lora:okara:1>", extra_generation_params={"Eta": 1})
    for value in ("1", "0"):
        pc = copy.copy(p)
        strength.apply(pc, value, ["1", "0"])
        before = dict(pc.extra_generation_params)
        pc.extra_generation_params["Lora hashes"] = "okara: 0123"

    assert before == p.extra_generation_params == {"Eta": 1}


def test_one_axis_alone_and_a_prompt_axis_between(drawing):
    options = plot()

    assert cell(options, "x <lora:okara:1>", ("LoRA strength", "0.5", ["0.5"])) == "x <lora:okara:0.5>"
    assert cell(options, "x <lora:okara:0.7>", ("LoRA file", "okara-step00001000", ["okara", "okara-step00001000"])) == (
        "x <lora:okara-step00001000:0.7>"
    )
    replaced = cell(
        options,
        "sea <lora:okara:1>",
        ("LoRA file", "okara", ["okara"]),
        ("LoRA strength", "0.5", ["0.5"]),
        between=lambda text: text.replace("sea", "forest"),
    )
    assert replaced == "forest <lora:okara:0.5>"


def txt2img(prompt: str):
    p = stand_in_drawing.StableDiffusionProcessingTxt2Img(prompt=prompt, seed=5, styles=[], width=64, height=64, steps=2)
    p.extra_generation_params, p.all_prompts, p.all_seeds, p.all_subseeds = {}, [], [], []
    return p


def test_a_sweep_begins_with_what_the_tab_would_draw(drawing, monkeypatch, tmp_path):
    shared = sys.modules["modules.shared"]
    shared.prompt_styles.apply_styles_to_prompt = lambda prompt, styles: f"{prompt}, fine" if styles else prompt
    shared.prompt_styles.apply_negative_styles_to_prompt = lambda prompt, _styles: prompt
    shared.opts.CLIP_stop_at_last_layers = 2.0
    asked: list = []
    monkeypatch.setattr(studio.Studio, "ask", lambda _self, *method, **params: asked.append((*method, params)) or {"id": 3})
    p = txt2img("1girl <lora:okara:1>")
    p.styles, p.batch_size, p.sampler_name, p.scheduler = ["fine"], 2, "Euler a", "Automatic"
    said = sweep_script.begin_sweep(p, [], "0.5, 1")

    assert "Sweep 3" in said
    method, params = asked[0]
    assert method == "sweep/startFromTab"
    assert params == {
        **{"webui": str(tmp_path), "files": ["/loras/okara.safetensors"], "strengths": "0.5, 1"},
        "tab": {
            **{"prompt": "1girl <lora:okara:1>, fine", "negativePrompt": "", "seed": 5, "pictures": 2, "steps": 2},
            **{"cfg": 7.0, "width": 64, "height": 64, "sampler": "Euler a", "scheduler": "Automatic", "clipSkip": 2.0},
            "checkpoint": "tiny.safetensors",
        },
    }
    schema = json.loads((ROOT / "protocol/schema/sweep-tab.json").read_text(encoding="utf-8"))
    Draft202012Validator({**schema, "$ref": "#/$defs/SweepStartFromTabParams"}).validate(params)


def test_no_file_and_an_unknown_one_are_told(drawing):
    shared = sys.modules["modules.shared"]
    shared.prompt_styles.apply_styles_to_prompt = shared.prompt_styles.apply_negative_styles_to_prompt = lambda text, _: text
    p = txt2img("1girl")
    p.sampler_name, p.batch_size = "Euler a", 1
    with pytest.raises(RuntimeError, match="No LoRA is chosen"):
        sweep_script.begin_sweep(p, [], "1")
    with pytest.raises(RuntimeError, match="no LoRA nosuch"):
        sweep_script.begin_sweep(txt2img("1girl <lora:nosuch:1>"), [], "1")


def test_the_buttons_stand_beside_the_webuis_own_with_the_real_gradio(drawing, monkeypatch):
    import gradio

    components = stand_in_modules.module("modules.ui_components")
    components.ToolButton = lambda *arguments, tooltip, **more: gradio.Button(*arguments, **more)
    monkeypatch.setattr(send_button, "places", dict(send_button.places))
    neighbours = ("txt2img_send_to_inpaint", "txt2img_send_to_extras", "extras_tab", "extras_tab", "extras_send_to_extras")
    with gradio.Blocks() as demo:
        for name in neighbours:
            send_button.on_after_component(gradio.Button("x", elem_id=name), elem_id=name)

    names = [getattr(one, "elem_id", None) or "" for one in demo.blocks.values()]
    # Other extensions make rows of the same names: only the WebUI's own, which is the first, gets a button.
    ours = [name for name in names if name.startswith("lora_atelier_send_")]
    assert ours == ["lora_atelier_send_txt2img", "lora_atelier_send_pnginfo", "lora_atelier_send_extras"]
    scripts = [one.get("js") for one in demo.config["dependencies"]]
    assert ['hash.set("from", "pnginfo")' in script for script in scripts] == [False, True, False]
    # Nothing runs in Python.
    assert not any(one.get("backend_fn") for one in demo.config["dependencies"])
