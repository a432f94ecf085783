import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { protocolVersion } from "../../protocol/validate.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { plantLora, type StandInWebui, startStandInWebui } from "../support/stand-in-webui.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();
const running: StandInWebui[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

/** A studio beside a stand-in WebUI, and files of a training that saved twice. */
async function room() {
  const [home, work] = [await newFolder(), await newFolder()];
  const webui = await startStandInWebui({ home: await newFolder() });
  running.push(webui);
  const { port, token } = await start(home);
  const { call } = await connect(port, token);
  await call("initialize", { protocol: protocolVersion, client: "test" });
  await call("webui/connect", { address: webui.url });
  const out = join(work, "out");
  const files = [
    await plantLora(out, "okara-000005.safetensors", { kind: "weak", seed: 1, step: 500, epoch: 5 }),
    await plantLora(out, "okara.safetensors", { kind: "good", seed: 2, step: 1000, epoch: 10 }),
  ];
  return { call, webui, work, out, files };
}

const problemsOf = (look: Record<string, unknown>): string[] => {
  const { problems } = look;
  return Array.isArray(problems) ? problems.map((problem: unknown) => String(Object(problem).code)) : [];
};

test("a proposal is ready to be drawn, and is looked at without drawing", async () => {
  const { call, webui, out, files } = await room();
  const { candidates } = await call("sweep/candidates", { folder: out });
  expect(candidates).toMatchObject([
    { label: "step 500 · ep 5", family: "sd15", problem: null },
    { label: "step 1000 · ep 10", outputName: "okara" },
  ]);
  const { settings, article } = await call("sweep/propose", { files });
  expect(settings).toMatchObject({
    ...{ name: "okara", trigger: "okara", loras: files, strengths: "0.25-1.0(+0.25)", width: 512, height: 768 },
    prompts: ["1girl, okara, solo, upper body, looking at viewer", "1girl, solo, upper body, looking at viewer"],
  });
  // A stand-in takes part in rehearsals alone.
  const rehearsed = { rehearsal: true, webuis: [webui.url] };
  const look = await call("sweep/look", { settings: { ...Object(settings), ...rehearsed } });
  // 2 files × 4 strengths and one control, each with 2 prompts and 3 seeds.
  expect(look).toMatchObject({ ready: true, cells: 60, pictures: 54, reused: 0, toDraw: 54, merges: 8, seconds: null });
  expect(look.prompts).toEqual([
    "1girl, okara, solo, upper body, looking at viewer <lora:okara-000005:1>",
    "1girl, solo, upper body, looking at viewer <lora:okara-000005:1>",
  ]);
  expect(problemsOf(look)).toEqual([]);
  expect(await call("sweep/look", { settings: { ...Object(article), ...rehearsed } })).toMatchObject({
    ...{ ready: true, pictures: 9 + 2 * 2 * 9 },
  });
  expect(problemsOf(await call("sweep/look", { settings }))).toEqual(["noWebui"]);
  expect(await webui.drawn()).toEqual([]);
  const { axes } = await call("sweep/axes", { webui: webui.url, rehearsal: true });
  expect(axes).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: "sampler", choices: expect.arrayContaining(["Euler a"]) })]),
  );
});

test("what cannot be drawn is refused beforehand, each with its place", async () => {
  const { call, webui, work, files } = await room();
  const broken = join(work, "broken.safetensors");
  await writeFile(broken, "nothing of use");
  const { settings } = await call("sweep/propose", { files });
  const wrong = {
    ...Object(settings),
    loras: [...files, broken, join(work, "gone.safetensors")],
    strengths: "0.5, much",
    sampler: "Nonsense",
    axes: [{ axis: "cfg", values: "5-" }],
    rehearsal: true,
    webuis: [webui.url],
  };
  const look = await call("sweep/look", { settings: wrong });
  expect(look).toMatchObject({ ready: false, cells: 0 });
  expect(problemsOf(look).sort()).toEqual([
    ...["loraMissing", "loraNotSafetensors", "notANumber", "notANumber", "unknownName"],
  ]);
});

test("held-out captions serve as prompts; saved sweeps come back as they were", async () => {
  const { call, work, files } = await room();
  const pictures = join(work, "set");
  await mkdir(pictures);
  for (const [name, caption] of [
    ["1", "okara, 1girl, green eyes, garden"],
    ["2", "okara, 1girl, night sky"],
  ] as const) {
    await writeFile(join(pictures, `${name}.png`), "");
    await writeFile(join(pictures, `${name}.txt`), caption);
  }
  const { settings, heldOut } = await call("sweep/propose", { files, folder: pictures });
  expect(settings).toMatchObject({ folder: pictures });
  expect(heldOut).toEqual([
    { path: join(pictures, "1.png"), prompt: "okara, 1girl, garden", trained: true },
    { path: join(pictures, "2.png"), prompt: "okara, 1girl, night sky", trained: true },
  ]);
  await call("sweep/save", { name: "first", settings });
  await call("sweep/save", { name: "first", settings: { ...Object(settings), strengths: "1" } });
  expect(await call("sweep/saved", {})).toMatchObject({ saved: [{ name: "first", settings: { strengths: "1" } }] });
  await call("sweep/forget", { name: "first" });
  expect(await call("sweep/saved", {})).toEqual({ saved: [] });
  await expect(call("sweep/forget", { name: "first" })).rejects.toMatchObject({ data: { code: "notFound" } });
});
