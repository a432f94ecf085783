import { setTimeout as wait } from "node:timers/promises";
import { protocolVersion } from "../../protocol/validate.js";
import { connect } from "./socket-client.js";

type Client = Awaited<ReturnType<typeof connect>>;

/** A client of a running sidecar. */
export async function clientOf({ port, token }: { port: number; token: string }): Promise<Client> {
  const client = await connect(port, token);
  await client.call("initialize", { protocol: protocolVersion, client: "test" });
  return client;
}

/** Waits until the studio knows the WebUIs of these machines. */
export async function untilMachines(client: Client, names: readonly string[]): Promise<void> {
  for (;;) {
    const { webuis } = await client.call("webui/list", {});
    const told = (Array.isArray(webuis) ? webuis : []).map(Object);
    if (names.every((name) => told.some(({ title, problem }) => title === name && problem === null))) return;
    await wait(50);
  }
}

/** Waits until a sweep stands still. @returns as "sweep/get" answers */
export async function untilDone(client: Client, id: number): Promise<Record<string, unknown>> {
  for (;;) {
    const sweep = await client.call("sweep/get", { id });
    if (sweep.state !== "drawing") return sweep;
    await wait(50);
  }
}

/** What a sweep shows, cell for cell: state and content of the picture. */
export async function cellsOf(client: Client, id: number): Promise<string[]> {
  const { cells } = await client.call("sweep/cells", { id });
  return (Array.isArray(cells) ? cells : [])
    .map(Object)
    .map(({ index, state, picture }) => `${index} ${state} ${picture}`);
}
