"""A stand-in for the parts of the WebUI that draw: its queue, its state, its processing, as A1111 and Forge have them."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field
from types import SimpleNamespace

from PIL import Image
from stand_in_modules import module


class State:
    def __init__(self) -> None:
        self.job, self.job_timestamp, self.begun = "", "0", 0
        self.job_count = self.job_no = self.sampling_step = self.sampling_steps = 0
        self.interrupted = self.skipped = self.stopping_generation = False
        self.stopped = threading.Event()

    def begin(self, job: str = "(unknown)") -> None:
        self.begun += 1
        self.job, self.job_timestamp, self.job_count = job, str(self.begun), -1
        self.interrupted = self.skipped = self.stopping_generation = False
        self.stopped.clear()

    def end(self) -> None:
        self.job, self.job_count = "", 0

    def interrupt(self) -> None:
        self.interrupted = True
        self.stopped.set()

    def skip(self) -> None:
        self.skipped = True
        self.stopped.set()


@dataclass
class StableDiffusionProcessingTxt2Img:
    sd_model: object = None
    prompt: str = ""
    negative_prompt: str = ""
    styles: list | None = None
    seed: int = -1
    subseed: int = -1
    subseed_strength: float = 0
    sampler_name: str | None = None
    batch_size: int = 1
    n_iter: int = 1
    steps: int = 50
    cfg_scale: float = 7.0
    width: int = 512
    height: int = 512
    enable_hr: bool = False
    override_settings: dict | None = None
    override_settings_restore_afterwards: bool = True
    do_not_save_samples: bool = False
    do_not_save_grid: bool = False
    closed: bool = field(default=False, init=False)

    def close(self) -> None:
        self.closed = True


class Drawing:
    """`drawn` are the finished requests; while `slow` is set, a picture ends only when it is interrupted."""

    def __init__(self) -> None:
        self.drawn: list = []
        self.slow = threading.Event()
        self.begun = threading.Event()
        self.fails: str | None = None
        self.stops_after = False


def process_images(p, drawing: Drawing, state: State) -> SimpleNamespace:
    state.job_count, state.sampling_steps, state.sampling_step = 1, p.steps, 1
    drawing.begun.set()
    if drawing.fails is not None:
        raise RuntimeError(drawing.fails)
    if drawing.slow.is_set():
        assert state.stopped.wait(20)
    drawing.drawn.append(p)
    state.stopping_generation = drawing.stops_after
    seeds = [p.seed + index for index in range(p.batch_size)]
    return SimpleNamespace(
        images=[Image.new("RGB", (p.width, p.height), (seed % 256, 90, 120)) for seed in seeds],
        index_of_first_image=0,
        all_seeds=seeds,
        infotexts=[f"{p.prompt}\nSteps: {p.steps}, Sampler: {p.sampler_name}, Seed: {seed}" for seed in seeds],
        sd_model_hash="a750f77171",
        sd_model_name="tiny",
    )


def install_drawing() -> Drawing:
    """After `stand_in_modules.install` and `install_memory`."""
    drawing, state = Drawing(), State()
    shared = sys.modules["modules.shared"]
    shared.state, shared.sd_model = state, object()
    shared.total_tqdm = SimpleNamespace(clear=lambda: None)
    shared.opts.outdir_txt2img_samples = shared.opts.outdir_txt2img_grids = "outputs"
    shared.opts.sd_model_checkpoint = "tiny.safetensors"
    shared.opts.data_labels = {"sd_model_checkpoint": None, "sd_lora": None}
    shared.latent_upscale_modes, shared.sd_upscalers = {"Latent": {}}, [SimpleNamespace(name="None")]
    shared.prompt_styles, shared.face_restorers = SimpleNamespace(styles={"fine": None}), []
    processing, progress = module("modules.processing"), module("modules.progress")
    processing.StableDiffusionProcessingTxt2Img = StableDiffusionProcessingTxt2Img
    processing.process_images = lambda p: process_images(p, drawing, state)
    progress.pending_tasks, progress.started, progress.finished = {}, [], []
    progress.add_task_to_queue = lambda name: progress.pending_tasks.update({name: 0})
    progress.start_task, progress.finish_task = progress.started.append, progress.finished.append
    scripts = module("modules.scripts")
    # One chosen in the Script menu, one that is always on, one without controls.
    scripts.scripts_txt2img = SimpleNamespace(
        scripts=[
            SimpleNamespace(args_from=1, args_to=3, controls=[SimpleNamespace(value="a"), SimpleNamespace(value=2)]),
            SimpleNamespace(args_from=3, args_to=4, controls=[SimpleNamespace(value=False)]),
            SimpleNamespace(args_from=None, args_to=None, controls=None),
        ]
    )
    module("modules.sd_samplers").all_samplers = [SimpleNamespace(name="Euler a", aliases=["k_euler_a"])]
    models = sys.modules["modules.sd_models"]
    models.checkpoints_list = {
        "tiny": SimpleNamespace(
            title="tiny.safetensors [a750f77171]",
            model_name="tiny",
            shorthash="a750f77171",
            sha256=None,
            filename="/models/tiny.safetensors",
        )
    }
    sys.modules["networks"].available_networks = {
        "okara": SimpleNamespace(name="okara", alias="okara", filename="/loras/okara.safetensors")
    }
    module("modules.sd_vae").vae_dict = {"soft.safetensors": "/vae/soft.safetensors"}
    return drawing
