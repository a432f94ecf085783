import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { writeSafetensors } from "../support/tiny-safetensors.js";
import { shortTraining, standIn } from "../support/training.js";

const newFolder = temporaryFolders();

const tensor = { "lora_unet_a.lora_down.weight": { shape: [4, 4] } };

async function lora(path: string, title: string): Promise<string> {
  await writeSafetensors(path, tensor, { metadata: { ss_output_name: title } });
  return path;
}

const publish = async (home: string, ...words: string[]) => {
  const { code, stdout, stderr } = await atelier(home, ["train", "publish", ...words, "--json"]);
  return { code, stderr, loras: Object(JSON.parse(stdout)).loras, error: Object(JSON.parse(stdout)).error };
};

test("a run's last file goes among the WebUI's with trigger, notes and a picture; by itself where that was chosen", async () => {
  const [home, work, folder] = [await newFolder(), await newFolder(), await newFolder()];
  const { config, out } = await shortTraining(work);
  await atelier(home, ["train", "results-folder", folder, "--automatic", "last", "--json"]);
  expect((await atelier(home, ["train", config, "--rehearsal", "--json"], standIn())).code).toBe(0);

  expect((await readdir(folder)).sort()).toEqual(["okara.json", "okara.preview.png", "okara.safetensors"]);
  expect(await readFile(join(folder, "okara.safetensors"))).toEqual(await readFile(join(out, "okara.safetensors")));
  const told = JSON.parse(await readFile(join(folder, "okara.json"), "utf8"));
  expect(told).toMatchObject({ "activation text": "okara", "preferred weight": 0 });
  expect(told.notes).toContain("A rehearsal");

  const { code, loras } = await publish(home, "1", "--all");
  expect(code).toBe(0);
  expect(loras.map(({ name, status }: { name: string; status: string }) => [name, status])).toEqual([
    ["okara-step00000002", "new"],
    ["okara-step00000004", "new"],
    ["okara-step00000006", "new"],
    ["okara", "there"],
  ]);
  const known = JSON.parse((await atelier(home, ["train", "published", "1", "--json"])).stdout);
  expect(known.loras).toHaveLength(4);
});

test("a name is never used again for other content, also when the file was taken away; what the user wrote stays", async () => {
  const [home, work, folder] = [await newFolder(), await newFolder(), await newFolder()];
  const [first, second] = [
    await lora(join(work, "okara.safetensors"), "one"),
    await lora(join(work, "two.safetensors"), "two"),
  ];
  await writeFile(join(folder, "okara.json"), '{"notes": "mine"}');

  expect((await publish(home, first, "--folder", folder)).loras[0]).toMatchObject({ name: "okara", metadata: null });
  await rm(join(folder, "okara.safetensors"));
  const again = await publish(home, second, "--folder", folder, "--name", "okara");
  const [{ name, renamed }] = again.loras;
  expect(renamed).toBe(true);
  expect(name).toMatch(/^okara-[0-9a-f]{8}$/);
  expect(await readFile(join(folder, "okara.json"), "utf8")).toBe('{"notes": "mine"}');
  const foreign = join(folder, "foreign.safetensors");
  await writeFile(foreign, "somebody else's");
  await publish(home, first, "--folder", folder, "--name", "foreign");
  expect(await readFile(foreign, "utf8")).toBe("somebody else's");
});

test("told beforehand, nothing is written; what is no whole file, no name, or has no place is refused", async () => {
  const [home, work, folder] = [await newFolder(), await newFolder(), join(await newFolder(), "新しい Lora")];
  const source = await lora(join(work, "okara.safetensors"), "one");
  await writeSafetensors(join(work, "cut.safetensors"), tensor, { cut: 8 });

  expect((await publish(home, source, "--folder", folder, "--dry-run")).loras[0].status).toBe("planned");
  await expect(readdir(folder)).rejects.toThrow("ENOENT");
  expect((await publish(home, join(work, "cut.safetensors"), "--folder", folder)).error.code).toBe("modelInvalid");
  expect((await publish(home, source, "--folder", folder, "--name", "a:b")).error.code).toBe("badArguments");
  const nowhere = await publish(home, source);
  expect([nowhere.code, nowhere.error.code]).toEqual([1, "notFound"]);
  expect(nowhere.error.hint).toContain("results-folder");
  await mkdir(folder);
  await writeFile(join(work, "no-picture.png"), "text");
  const [{ warnings, status }] = (
    await publish(home, source, "--folder", folder, "--preview", join(work, "no-picture.png"))
  ).loras;
  expect([status, warnings]).toEqual(["new", [expect.stringContaining("no-picture.png")]]);
});

test("a run that has succeeded stays so where its file could not be put among the WebUI's, and says why", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  await atelier(home, ["train", "results-folder", "--automatic", "last", "--json"]);

  expect((await atelier(home, ["train", config, "--rehearsal", "--json"], standIn())).code).toBe(0);
  const { state, warnings } = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  expect(state).toBe("succeeded");
  expect(warnings.at(-1)).toMatch(/^LoRA Atelier: It is not known where/);
});
