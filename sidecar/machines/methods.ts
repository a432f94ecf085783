import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { type ErrorReport, reportError, StudioError } from "../host/studio-error.js";
import { inEnglish, type Sentence, say } from "../words/sentence.js";
import type { KnownMachine } from "./door/machines.js";
import type { MachineOrder } from "./machine.js";
import type { StudioMachines } from "./machines-of.js";
import type { OpenMachines } from "./open-machines.js";
import { yieldsTo } from "./processors/yields-to.js";

interface MachinesRoom {
  roots: Roots;
  machines: StudioMachines;
}

type Listed = Result<"machine/list">;

const orderSentences: Record<MachineOrder, (machine: string) => Sentence> = {
  run: (machine) => say("{machine} was told to work again.", { machine }),
  pause: (machine) => say("{machine} was told to rest.", { machine }),
  drain: (machine) => say("{machine} was told to end when it is done with what it has.", { machine }),
  remove: (machine) => say("{machine} was told to end now.", { machine }),
};

function requireOwner({ roots }: MachinesRoom): void {
  if (!roots.exposed) return;
  throw new StudioError(
    "notAllowed",
    say("Other machines are shown and ordered by the owner of this one only."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}

const worded = (said: Sentence) => ({ text: inEnglish(said), said: { ...said } });

function rowOf(machine: KnownMachine, all: readonly KnownMachine[], open: OpenMachines): Listed["machines"][number] {
  const { id, host, version, roles, card, processors, load, onCard, threads, webui, doing } = machine;
  const { done, itemsPerSecond, fetched, trouble, said, order, silentMs, isHere } = machine;
  return {
    ...{ id, host, version, card, processors, load, webui, done, itemsPerSecond, fetched, trouble, order, isHere },
    roles: [...roles],
    ...(said === null ? {} : { said: { ...said } }),
    threads: onCard ? null : threads,
    silentSeconds: Math.round(silentMs / 100) / 10,
    doing: doing.flatMap((task) => {
      const title = open.tasks.find(task)?.title;
      return title ? [worded(title)] : [];
    }),
    yieldsTo: yieldsTo(machine, all, open.benches.areWorking() ? open.here() : null),
  };
}

function queueTrouble({ queue, program, server }: OpenMachines): ErrorReport | null {
  const reason = queue.trouble();
  if (reason === null) return null;
  return reportError(
    new StudioError(
      "offline",
      say("{program} at {server} is in trouble: {reason}", { program, server, reason }),
      say("Work goes on here until it is back; look whether it runs, and has memory left."),
    ),
  );
}

const notOpen = (): ErrorReport =>
  reportError(
    new StudioError("offline", say("No studio runs here now."), say("Start it: machines join a studio that runs.")),
  );

const wire = (trouble: ErrorReport | null): NonNullable<Listed["engine"]>["trouble"] =>
  trouble && { ...trouble, ...(trouble.said ? { said: { ...trouble.said } } : {}) };

/** Where machines meet, which there are, and what happened to them. */
async function listed({ machines }: MachinesRoom): Promise<Listed> {
  if (machines.server === null) return { engine: null, machines: [], happenings: [] };
  // What kept them out may be mended by now.
  const open = machines.trouble() ? await machines.open() : machines.opened();
  if (open === null) {
    const trouble = wire(machines.trouble() ?? notOpen());
    const engine = { server: machines.server, name: null, address: null, worksHere: true, trouble };
    return { engine, machines: [], happenings: [] };
  }
  const { server, name, address } = open;
  const all = open.machines.all();
  return {
    engine: { server, name, address, worksHere: open.worksHere(), trouble: wire(queueTrouble(open)) },
    machines: all.map((machine) => rowOf(machine, all, open)),
    happenings: open.happenings
      .all()
      .map(({ at, said, ...more }) => ({ at: at.toISOString(), ...more, ...worded(said) })),
  };
}

function give({ id, order }: Params<"machine/order">, { machines }: MachinesRoom): void {
  const open = machines.opened();
  if (open === null)
    throw new StudioError(
      "notFound",
      say("This studio works alone."),
      say("Set machines.queue and start the studio anew."),
    );
  const wasHere = open.machines.all().some((one) => one.id === id && one.isHere);
  if (!open.machines.order(id, order))
    throw new StudioError(
      "notFound",
      say("There is no machine {machine}.", { machine: id }),
      say("`machines list` has them all."),
    );
  const isForgotten = order === "remove" && !wasHere;
  open.happenings.tell(
    "good",
    isForgotten ? say("{machine} was taken off the list.", { machine: id }) : orderSentences[order](id),
  );
}

/** Other machines that work for this studio: of the owner only, for they tell where those are. */
export function machineMethods(room: MachinesRoom) {
  return {
    async "machine/list"(): Promise<Listed> {
      requireOwner(room);
      return listed(room);
    },
    async "machine/order"(params: Params<"machine/order">): Promise<Listed> {
      requireOwner(room);
      give(params, room);
      return listed(room);
    },
  };
}
