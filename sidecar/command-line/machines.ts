import type { Params, Result } from "../../protocol/validate.js";
import { stateFolder } from "../host/state-folder.js";
import { StudioError } from "../host/studio-error.js";
import { workerToken } from "../machines/worker-token.js";
import { flag, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "machines list [--json]",
  pause: "machines pause ID [--json]",
  resume: "machines resume ID [--json]",
  drain: "machines drain ID [--json]",
  remove: "machines remove ID [--json]",
  token: "machines token [--json]",
};
export const machinesUsage = Object.values(usages);

type Listed = Result<"machine/list">;
type Order = Params<"machine/order">["order"];

// A page shows all.
const HAPPENINGS = 10;

const ordered: Record<Order, string> = { run: "", pause: "rests", drain: "ends when it is done", remove: "ends" };

function stateOf({ isHere, silentSeconds, order, doing, yieldsTo }: Listed["machines"][number]): string {
  if (!isHere) return `silent for ${silentSeconds.toFixed(0)} s`;
  if (order === "run" && yieldsTo !== null) return `waits: ${yieldsTo || "the studio"} uses its processors`;
  return ordered[order] || doing.map(({ text }) => text).join(", ") || "waits for work";
}

function printList({ engine, machines, happenings }: Listed, output: Output): void {
  if (engine === null) {
    output.print("This studio works alone. settings set machines.queue redis://HOST lets other machines in.");
    return;
  }
  const { server, name, address, worksHere, trouble } = engine;
  output.print(`Queue ${server}${name === null ? "" : `, as ${name}`}${address === null ? "" : `; door ${address}`}`);
  if (trouble !== null) output.print(`    ${trouble.message}\n    ${trouble.hint}`);
  if (!worksHere) output.print("This machine leaves all work to others.");
  if (machines.length === 0) output.print("No machine has joined.");
  for (const machine of machines) {
    const { id, host, roles, card, load, processors, threads, done, itemsPerSecond, yieldsTo } = machine;
    const rate = itemsPerSecond === null ? "" : `, ${itemsPerSecond.toFixed(1)} a second`;
    output.print(`${id}  ${stateOf(machine)}`);
    output.print(`    ${host}: ${roles.join(", ")}; ${card ?? "no card"}; load ${load.toFixed(1)} of ${processors}`);
    if (threads !== null && yieldsTo === null) output.print(`    computes with ${threads} of ${processors} processors`);
    output.print(`    ${done} done${rate}`);
    if (machine.trouble !== null) output.print(`    ${machine.trouble}`);
  }
  for (const { at, text, times } of happenings.slice(0, HAPPENINGS))
    output.print(`${at}  ${text}${times > 1 ? ` (${times} times)` : ""}`);
}

async function list(rest: string[], output: Output): Promise<number> {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("machine/list", {});
    if (output.json) output.document(result);
    else printList(result, output);
    return 0;
  });
}

const give =
  (order: Order, usage: string) =>
  async (rest: string[], output: Output): Promise<number> => {
    const { words } = parseWords(rest, { json: flag }, usage);
    const [id, ...more] = words;
    if (id === undefined || more.length > 0)
      throw new StudioError("badArguments", "The name of one machine is expected.", usage);
    return withClient(async (client) => {
      const result = await client.call("machine/order", { id, order });
      if (output.json) output.document(result);
      else output.print(result.happenings[0]?.text ?? id);
      return 0;
    });
  };

/** The token is read from the state folder: whoever can read that may have it, and no page can. */
async function token(rest: string[], output: Output): Promise<number> {
  parseWords(rest, { json: flag }, usages.token);
  const kept = await workerToken(stateFolder());
  if (output.json) output.document({ token: kept });
  else output.print(kept);
  return 0;
}

const commands = new Map([
  ["list", list],
  ["pause", give("pause", usages.pause)],
  ["resume", give("run", usages.resume)],
  ["drain", give("drain", usages.drain)],
  ["remove", give("remove", usages.remove)],
  ["token", token],
]);

/** `machines list|pause|resume|drain|remove|token`: other machines that work for the studio that runs. */
export async function machinesCommand([verb = "list", ...rest]: string[], output: Output): Promise<number> {
  const command = commands.get(verb);
  if (command) return command(rest, output);
  throw new StudioError("badArguments", `machines knows ${[...commands.keys()].join(", ")}.`, machinesUsage.join("\n"));
}
