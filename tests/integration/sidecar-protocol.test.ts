import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

test("nothing is answered before initialize; another protocol version is told both numbers", async () => {
  const { port, token } = await start(await newFolder());
  const client = await connect(port, token);

  await expect(client.call("job/list", {})).rejects.toMatchObject({ code: -32002 });
  await expect(client.call("initialize", { protocol: 999, client: "test" })).rejects.toMatchObject({
    code: -32002,
    message: expect.stringMatching(/999.*protocol 1/),
  });
  await expect(client.call("job/list", {})).rejects.toMatchObject({ code: -32002 });
  await expect(client.call("initialize", { protocol: 1, client: "test" })).resolves.toMatchObject({ protocol: 1 });
  await expect(client.call("job/list", {})).resolves.toEqual({ jobs: [] });
});

test("errors carry a code, a sentence and a hint", async () => {
  const { port, token } = await start(await newFolder());
  const client = await connect(port, token);
  await client.call("initialize", { protocol: 1, client: "test" });

  await expect(client.call("dataset/scan", { folder: "/nowhere/at/all" })).rejects.toMatchObject({
    code: 1000,
    data: { code: "notFound", hint: expect.stringContaining("spelling") },
  });
  await expect(client.call("dataset/scan", { folders: [] })).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining("additional properties: folders"),
  });
  await expect(client.call("dataset/paint", {})).rejects.toMatchObject({ code: -32601 });
});

test("a long request tells how far it is to who asked, and a cancelled one is answered so", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  for (let index = 0; index < 3000; index += 1)
    await writeFile(join(folder, `${index}.png`), "no picture, but long enough");
  const { port, token } = await start(home);
  const client = await connect(port, token);
  await client.call("initialize", { protocol: 1, client: "test" });

  const whole = await client.call("dataset/verify", { folder, workDoneToken: "v" });
  const cancelled = client.callCancelled("dataset/verify", { folder });

  expect(whole.unreadable).toHaveLength(3000);
  expect(client.progress.map(({ token: one }) => one)).toEqual(client.progress.map(() => "v"));
  expect(client.progress.map(({ value }) => value.kind)).toEqual([
    "begin",
    ...client.progress.slice(2).map(() => "report"),
    "end",
  ]);
  await expect(cancelled).rejects.toMatchObject({ code: -32800 });
});
