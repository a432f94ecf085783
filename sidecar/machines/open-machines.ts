import { createHash, randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { processorShare } from "../host/inference/processor-share.js";
import { ownProcessors } from "../host/own-processors.js";
import { StudioError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { say } from "../words/sentence.js";
import { type MachineDoor, openDoor } from "./door/door.js";
import { createHappenings } from "./door/happenings.js";
import { createMachines } from "./door/machines.js";
import { createOfferedFiles } from "./door/offered-files.js";
import { createShares } from "./door/shares.js";
import { createTasks, type Task } from "./door/tasks.js";
import { watchMachines } from "./door/watch-machines.js";
import { createBenchesHere } from "./engine/benches-here.js";
import type { MachineHouse } from "./engine/machine-house.js";
import { listenAt } from "./listen-at.js";
import type { QueueAddress } from "./queue/queue-address.js";
import { openTaskQueue } from "./queue/task-queue.js";
import { announcedAddress, STUDIO_KEY } from "./studio-address.js";

/** A studio that other machines work for. */
export interface OpenMachines extends MachineHouse {
  door: MachineDoor;
  /** The queue's server: what it is, and for people where, without its password. */
  program: QueueAddress["program"];
  server: string;
  /** Under which it and its machines meet there. */
  name: string;
  /** Where machines come in. */
  address: string;
  close(): Promise<void>;
}

export interface MachinesOptions {
  database: Database;
  stateFolder: string;
  server: QueueAddress;
  /** `HOST:PORT` where the door is; port 0 for any that is free. */
  listen: string;
  /** Where machines reach the door, where that is another address: behind a proxy. */
  address: string | null;
  token: string;
  worksHere(): boolean;
  /** Threads that this machine's owner gave it; null: its share of the processors. */
  threads?(): number | null;
  /** Finds work that goes on over a restart of the studio, by its id. */
  lookUp?(task: string): Task | null;
  onRefused(why: "noToken", from: string): void;
  /** Machines changed, or something happened to them. */
  onNews?(): void;
}

// Between looks whether a machine went silent, or the queue's server.
const LOOK_MS = 2000;
const ANNOUNCE_MS = 4000;
// Three times: one that is missed does not matter.
const ANNOUNCED_FOR_MS = 12_000;

const isAnywhere = (host: string): boolean => host === "0.0.0.0" || host === "::";

const taken = ({ program, shown, name }: QueueAddress): StudioError =>
  new StudioError(
    "busy",
    say('Another studio uses the {program} {shown} under the name "{name}".', { program, shown, name }),
    say("End it, or give this one a name of its own: add ?name=… to the address, here and on its machines."),
  );

/** @throws StudioError "busy" when the address, or the name in the queue's server, is another's | "badArguments" */
export async function openMachines(options: MachinesOptions): Promise<OpenMachines> {
  const { database, stateFolder, server, token } = options;
  const { host, port } = listenAt(options.listen);
  const incoming = join(stateFolder, "machines");
  // What a crash left; the state knows nothing of it.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const machines = createMachines();
  const onNews = options.onNews ?? (() => {});
  const happenings = createHappenings(onNews);
  const tasks = createTasks(incoming, options.lookUp);
  const files = createOfferedFiles(database);
  const onRefused: MachinesOptions["onRefused"] = (why, from) => {
    happenings.tell("look", say("A machine at {address} came with another token, and was refused.", { address: from }));
    options.onRefused(why, from);
  };
  const shareHere = (): void => processorShare.tell(shares.ofStudio());
  const benches = createBenchesHere(shareHere);
  const processors = ownProcessors();
  const { isOnCard, busy } = processorShare;
  const given = options.threads ?? processorShare.given;
  const shares = createShares({
    machines,
    tasks,
    studio: { processors, worksHere: options.worksHere, isWorking: benches.areWorking, isOnCard, given },
  });
  const door = await openDoor({ shares, host, port, token, machines, tasks, files, onRefused });
  const queue = await openTaskQueue(server);
  const shownHost = isAnywhere(host) ? hostname() : host;
  const address = options.address ?? `http://${shownHost.includes(":") ? `[${shownHost}]` : shownHost}:${door.port}`;
  // Another's work must not be taken for ours, nor ours for one's from before a crash.
  const run = randomBytes(6).toString("hex");
  // The same after a restart, which need not wait for what a crash left.
  const owner = createHash("sha256").update(`${hostname()}\0${stateFolder}`).digest("hex");
  const announce = async (): Promise<boolean> => {
    if (!(await queue.hold("owner", owner, ANNOUNCED_FOR_MS))) return false;
    await queue.announce(STUDIO_KEY, announcedAddress(address, token), ANNOUNCED_FOR_MS);
    return true;
  };
  const close = async (): Promise<void> => {
    clearInterval(timer);
    clearInterval(watching);
    stopListening();
    await queue.release("owner", owner);
    await Promise.all([queue.close(), door.close()]);
  };
  const look = watchMachines({ program: server.program, machines, tasks, queue, happenings });
  const watching = setInterval(() => {
    look();
    shareHere();
  }, LOOK_MS);
  const stopListening = machines.onChange(() => {
    look();
    onNews();
  });
  let names = 0;
  const timer = setInterval(() => void announce().catch(() => {}), ANNOUNCE_MS);
  // A server that is away does not keep the studio from starting: it works alone until it comes.
  const isOurs = await announce().catch(() => true);
  if (!isOurs) {
    await close();
    throw taken(server);
  }
  return {
    machines,
    tasks,
    files,
    queue,
    happenings,
    door,
    program: server.program,
    server: server.shown,
    name: server.name,
    address,
    worksHere: options.worksHere,
    here() {
      if (!options.worksHere() || isOnCard()) return null;
      const { count, ...where } = processors;
      return { ...where, processors: count, onCard: false, threadsGiven: given() !== null, busy: busy() };
    },
    benches,
    newName: () => `${run}-${names++}`,
    now: () => performance.now(),
    close,
  };
}
