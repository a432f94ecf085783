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
