import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { graphicsCards } from "../host/graphics-cards.js";
import { type CardGate, createCardGate, noGate } from "../host/inference/card-gate.js";
import { type WorkerRole, workerRoles } from "../host/jobs/job-kind.js";
import { stateFolder } from "../host/state-folder.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { queueAddress } from "../machines/queue/queue-address.js";
import { ownModel } from "../machines/worker/own-models.js";
import { mapPath, mappedFolder } from "../machines/worker/path-map.js";
import { startWorker } from "../machines/worker/worker.js";
import { workerToken } from "../machines/worker-token.js";
import { workerKinds } from "../server/worker-kinds.js";
import { workerTraining } from "../server/worker-training.js";
import { openDatabase } from "../store/database.js";
import { takeStateLock } from "../store/state-lock.js";
import { addressLink } from "../webui/address-link.js";
import { drawingNow } from "../webui/drawing-now.js";
import { type WebuiAddress, webuiAddress } from "../webui/http-request.js";
import { flag, fromWhereTheUserStands, numberWithin, parseWords, text, texts, wholeNumber } from "./arguments.js";
import { endWithSignals } from "./end-with-signals.js";
import type { Output } from "./output.js";
import { workerUsage } from "./worker-usage.js";

const options = {
  engine: text,
  roles: text,
  studio: text,
  "token-file": text,
  webui: text,
  gpu: text,
  threads: text,
  trainer: text,
  map: texts,
  models: texts,
  name: text,
  "cache-gb": text,
  json: flag,
};

const USUAL_CACHE_GB = 20;
const MOST_CACHE_GB = 100_000;
const MOST_CARDS = 63;

const wrong = (message: string): StudioError => new StudioError("badArguments", message, workerUsage);

function rolesOf(given: string | undefined, webui: string | undefined, trainer: string | undefined): WorkerRole[] {
  if (given === undefined) {
    const more: WorkerRole[] = [...(webui === undefined ? [] : ["sweep" as const])];
    if (trainer !== undefined) more.push("train");
    return ["tag", "score", "prepare", ...more];
  }
  return given.split(",").map((word) => {
    const role = workerRoles.find((one) => one === word.trim());
    if (role) return role;
    throw wrong(`--roles expects ${workerRoles.join(", ")}; found "${word}".`);
  });
}

async function tokenOf(file: string | undefined, folder: string): Promise<string> {
  if (file === undefined) return workerToken(folder);
  try {
    return (await readFile(fromWhereTheUserStands(file), "utf8")).trim();
  } catch (error) {
    throw wrong(`--token-file cannot be read: ${reportError(error).message}`);
  }
}

/** The first of this user's worker folders that no other process has: a machine with two cards runs two. */
function takeFolder(state: string): { folder: string; number: number; release(): void } {
  for (let number = 1; ; number += 1) {
    const folder = join(state, "workers", String(number));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = takeStateLock(folder);
    if (lock) return { folder, number, release: () => lock.release() };
  }
}

async function cardOf(gpu: string | undefined): Promise<string | null> {
  const cards = await graphicsCards();
  if (gpu === undefined) return cards[0]?.name ?? null;
  const index = numberWithin("gpu", gpu, [0, MOST_CARDS]);
  // Child processes see this one only; the numbers are as nvidia-smi counts.
  process.env.CUDA_DEVICE_ORDER = "PCI_BUS_ID";
  process.env.CUDA_VISIBLE_DEVICES = String(index);
  return `${cards.find((card) => card.index === index)?.name ?? "?"} (${index})`;
}

/** What the machine's WebUI draws has its card before tagging and the like. */
function gateOf(address: WebuiAddress | null): CardGate {
  if (address === null) return noGate;
  const link = addressLink(address);
  return createCardGate({
    async look(signal) {
      const title = await drawingNow([link], signal);
      return title === null ? null : { by: "webui", title };
    },
  });
}

/** `worker`: works for a studio on another machine, or on this one, until it is told to end. */
export async function workerCommand(argumentList: string[], output: Output): Promise<number> {
  const { words, ...given } = parseWords(argumentList, options, workerUsage);
  if (words.length > 0) throw wrong(`worker expects options only; found "${words[0]}".`);
  const engine = given.text("engine") ?? process.env.ATELIER_REDIS_URL;
  if (!engine) throw wrong("The studio's queue is missing: --engine redis://HOST:6379, or postgres://HOST/DATABASE.");
  const queue = queueAddress(engine);
  const webui = given.text("webui");
  const roles = rolesOf(given.text("roles"), webui, given.text("trainer"));
  if (roles.includes("sweep") && webui === undefined)
    throw wrong("The role sweep needs a WebUI: --webui http://127.0.0.1:7860.");
  const address = webui === undefined ? null : webuiAddress(webui);
  const maps = given.texts("map").map(mappedFolder);
  const models = given.texts("models").map(fromWhereTheUserStands);
  const cache = numberWithin("cache-gb", given.text("cache-gb") ?? String(USUAL_CACHE_GB), [1, MOST_CACHE_GB]);
  const state = stateFolder();
  const named = given.text("trainer");
  const trainer = named === undefined ? undefined : fromWhereTheUserStands(named);
  const token = await tokenOf(given.text("token-file"), state);
  const card = await cardOf(given.text("gpu"));
  const threads = given.text("threads");
  // Of one inference, in this process' children: several workers on one machine share its cores.
  if (threads !== undefined) process.env.ATELIER_TAGGER_THREADS = String(wholeNumber("threads", threads));
  const { folder, number, release } = takeFolder(state);
  // Machines that were made of one image have the same name.
  const own = createHash("sha256").update(`${hostname()}\0${folder}`).digest("hex").slice(0, 4);
  const id = (given.text("name") ?? `${hostname()}-${number}-${own}`).replace(/[^\w-]+/g, "-").slice(0, 80);
  const database = openDatabase(folder);
  try {
    const worker = await startWorker({
      queue,
      token,
      studio: given.text("studio") ?? null,
      id,
      roles,
      kinds: workerKinds(database, folder, gateOf(address)),
      long: roles.includes("train") ? await workerTraining(state, trainer) : null,
      card,
      webui: address,
      folder,
      cacheBytes: cache * 1e9,
      mapped: (path) => mapPath(path, maps) ?? ownModel(path, models),
      say: (line) => output.say(line),
    });
    endWithSignals(worker);
    output.say(
      `${id} works for the studio of ${queue.shown} (${roles.join(", ")}). Ctrl-C ends it; what it has in work goes to others${roles.includes("train") ? ", but a training goes on by itself and is taken up at the next start" : ""}.`,
    );
    await worker.ended;
    if (output.json) output.document({ machine: id });
    return 0;
  } finally {
    database.close();
    release();
  }
}
