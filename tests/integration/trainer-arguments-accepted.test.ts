import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { families } from "../../sidecar/planning/families.js";
import { type Acceptance, acceptedArguments } from "../../sidecar/training/trainer/accepted-arguments.js";
import { findTrainers } from "../../sidecar/training/trainer/find-trainers.js";
import { probeTrainer } from "../../sidecar/training/trainer/probe-trainer.js";
import { fakePython, fakeScripts, foundTrainer, testPython } from "../support/fake-trainer.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const posix = process.platform === "win32" ? test.skip : test;
// The trainer is large and not ours to ship: who has it says where it lies.
const real = process.env.SD_SCRIPTS_DIR;
const withTrainer = real ? test : test.skip;
const without = real ? "" : " (skipped: SD_SCRIPTS_DIR names no folder of sd-scripts)";
const script = "train_network.py";

const trainer = async (imports = "") => foundTrainer(await fakeScripts(await newFolder(), imports), await testPython());

describe("a trainer's own parser", () => {
  test("takes what it knows, and tells all that it knows", async () => {
    const found = await trainer();
    const given = { resolution: "512,768 日本語", max_train_steps: 7000, cache_latents: true, loss_type: "l1" };
    const answer = await acceptedArguments(found, { script, arguments: given });
    expect(answer).toEqual({
      accepted: true,
      names: new Set(["resolution", "loss_type", "max_train_steps", "cache_latents"]),
      unknown: [],
      importFails: null,
    });
    // Nothing is left in a user's checkout.
    expect(await readdir(join(found.folder, "library"))).toEqual(["__init__.py", "helper.py"]);
  });

  test.each<[string, Record<string, string | number>, string[], string | null, string]>([
    ["a choice", { loss_type: "huber" }, [], "loss_type", "invalid choice"],
    ["a type", { max_train_steps: "many" }, [], "max_train_steps", "invalid int value"],
    ["a further word", {}, ["--foo", "3"], "foo", "unrecognized arguments"],
    ["a word without option", {}, ["foo"], null, "unrecognized arguments"],
  ])("refuses %s", async (_, given, additional, argument, said) => {
    const answer = await acceptedArguments(await trainer(), { script, arguments: given, additional });
    expect(answer).toMatchObject({ accepted: false, argument, message: expect.stringContaining(said) });
    expect(answer).not.toMatchObject({ message: expect.stringContaining("parsers.py") });
  });

  test("does not know what a newer one would: that is told, not refused", async () => {
    const answer = await acceptedArguments(await trainer(), { script, arguments: { fancy_new: 3, resolution: "512" } });
    expect(answer).toMatchObject({ accepted: true, unknown: ["fancy_new"] });
  });

  test("answers without its packages too, and says what a run would end with", async () => {
    const found = await trainer("import torch_of_nobody\nfrom diffusers_of_nobody import Pipeline");
    const answer = await acceptedArguments(found, { script, arguments: { loss_type: "huber" } });
    expect(answer).toMatchObject({
      accepted: false,
      argument: "loss_type",
      importFails: expect.stringContaining("torch_of_nobody"),
    });
  });

  test("in a script that is broken is told", async () => {
    const answer = await acceptedArguments(await trainer("this is no Python"), { script, arguments: {} });
    expect(answer).toMatchObject({ accepted: null, problem: { code: "scriptFails", severity: "error" } });
  });

  test("in a script that ends or prints while it loads", async () => {
    const ends = await acceptedArguments(await trainer("import sys\nsys.exit(4)"), { script, arguments: {} });
    expect(ends).toMatchObject({ accepted: null, problem: { code: "scriptFails" } });
    const prints = await acceptedArguments(await trainer('print("{hello}")\nimport os\nos.write(1, b"{raw")'), {
      script,
      arguments: {},
    });
    expect(prints).toMatchObject({ accepted: true });
  });

  test("is not asked of a script that is not there, nor of a path", async () => {
    const found = await trainer();
    await mkdir(join(found.folder, "sub"));
    await writeFile(join(found.folder, "sub", "x.py"), "");
    for (const name of ["sdxl_train_network.py", "sub/x.py", "../x.py"]) {
      const answer = await acceptedArguments(found, { script: name, arguments: {} });
      expect(answer).toMatchObject({ accepted: null, problem: { code: "scriptsMissing" } });
    }
  });

  posix("of a Python that hangs or is missing is told", async () => {
    const folder = await fakeScripts(await newFolder());
    const hangs = foundTrainer(folder, await fakePython(folder, "sleep 600"));
    const answer = await acceptedArguments(hangs, { script, arguments: {} }, { limitMs: 300 });
    expect(answer).toMatchObject({ accepted: null, problem: { code: "pythonSilent" } });
    const gone = await acceptedArguments(foundTrainer(folder, join(folder, "gone")), { script, arguments: {} });
    expect(gone).toMatchObject({ accepted: null, problem: { code: "pythonMissing" } });
  });

  posix("can be left", async () => {
    const folder = await fakeScripts(await newFolder());
    const hangs = foundTrainer(folder, await fakePython(folder, "sleep 600"));
    const leaving = new AbortController();
    const asking = acceptedArguments(hangs, { script, arguments: {} }, { signal: leaving.signal });
    setTimeout(() => leaving.abort(new Error("left")), 200);
    await expect(asking).rejects.toThrow("left");
  });
});

withTrainer(
  `the real trainer is found, and every family's parser answers${without}`,
  async () => {
    const { trainers } = await findTrainers(real ?? "");
    const [first] = trainers;
    if (!first) throw new Error(`no trainer in ${real}`);
    const probed = await probeTrainer(first);
    expect(probed.families).toEqual(families.map(({ name }) => name));
    const answers: Record<string, Acceptance> = {};
    for (const name of probed.scripts) {
      const given = { resolution: "512", network_dim: 16, optimizer_type: "AdamW", not_of_this_world: 1 };
      answers[name] = await acceptedArguments(first, { script: name, arguments: given });
      expect([name, answers[name]]).toMatchObject([name, { accepted: true, unknown: ["not_of_this_world"] }]);
    }
    const refused = await acceptedArguments(first, { script, arguments: { loss_type: "no such" } });
    expect(refused).toMatchObject({ accepted: false, argument: "loss_type" });
  },
  600_000,
);
