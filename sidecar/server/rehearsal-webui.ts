import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { reportError, StudioError } from "../host/studio-error.js";
import { addressLink } from "../webui/address-link.js";
import type { WebuiLink } from "../webui/webui-link.js";
import { type SentenceValue, say } from "../words/sentence.js";

/** The stand-in WebUI of rehearsals, a process of its own that is started when it is first asked. */
export interface RehearsalWebui {
  /** One link for good: each of its methods starts the process again where it is gone. */
  link(): Promise<WebuiLink>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL("../rehearsal/webui/main.js", import.meta.url));
const START_PATIENCE_MS = 60_000;
/** Between the end of its connections and the news that it has ended. */
const END_PATIENCE_MS = 2000;
/** Unused for so long it ends; its next use starts it again. */
const IDLE_MS = 10 * 60_000;

/** Further words of its command line, for instance "--seconds-per-picture 1". */
const variable = "ATELIER_STAND_IN_WEBUI";

interface Running {
  port: number;
  link: WebuiLink;
  end(): Promise<void>;
  isGone(): boolean;
  ended: Promise<unknown>;
}

const notStarted = (reason: SentenceValue): StudioError =>
  new StudioError(
    "offline",
    say("The stand-in WebUI did not start: {reason}.", { reason }),
    say("Try again; else build LoRA Atelier anew."),
  );

function readPort(line: string): number {
  try {
    const { port } = Object(JSON.parse(line));
    if (typeof port === "number") return port;
  } catch {
    // Said below.
  }
  throw notStarted(say('it said "{line}"', { line }));
}

async function start(home: string, port: number, words: readonly string[]): Promise<Running> {
  const fixed = ["--home", home, "--kind", "a1111-1.10", "--port", String(port), "--parent", String(process.pid)];
  const child = execa(process.execPath, [program, ...fixed, ...words], {
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
    reject: false,
    buffer: { stdout: false },
  });
  const ended = child.then(({ exitCode, stderr }) => ({ exitCode: exitCode ?? "–", stderr }));
  let isGone = false;
  void ended.then(() => {
    isGone = true;
  });
  const ready = once(createInterface({ input: child.stdout }), "line", {
    signal: AbortSignal.timeout(START_PATIENCE_MS),
  }).then(([line]) => readPort(String(line)));
  const end = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  try {
    const own = await Promise.race([
      ready,
      ended.then(({ exitCode, stderr }) =>
        Promise.reject(notStarted(say("exit code {exitCode}. {stderr}", { exitCode: exitCode ?? "–", stderr }))),
      ),
    ]);
    return {
      port: own,
      link: addressLink({ url: `http://127.0.0.1:${own}`, authorization: null }),
      end,
      isGone: () => isGone,
      ended,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @param stateFolder its models folder lies in there, and so the LoRA files that rehearsals place */
export function createRehearsalWebui(
  stateFolder: string,
  environment: NodeJS.ProcessEnv = process.env,
): RehearsalWebui {
  const home = join(stateFolder, "rehearsal-webui");
  const words = (environment[variable] ?? "").split(/\s+/).filter((word) => word !== "");
  let running: Promise<Running> | null = null;
  let idle: NodeJS.Timeout | null = null;
  let asking = 0;
  let lastPort = 0;
  let isClosed = false;

  const restart = async (): Promise<Running> => {
    // At the same port if it can be, so that what remembers the address finds it again.
    const fresh = await start(home, lastPort, words).catch(() => start(home, 0, words));
    lastPort = fresh.port;
    return fresh;
  };
  const current = async (): Promise<Running> => {
    if (isClosed) throw notStarted(say("the studio is closing"));
    const known = await running?.catch(() => null);
    if (known && !known.isGone()) return known;
    running = restart();
    return running;
  };
  let turn: Promise<unknown> = Promise.resolve();
  /** Two that ask at once start one process. */
  const started = (): Promise<Running> => {
    const next = turn.catch(() => undefined).then(current);
    turn = next;
    return next;
  };
  const end = async (): Promise<void> => {
    const known = await running?.catch(() => null);
    running = null;
    await known?.end();
  };
  const using = async <Answer>(ask: (link: WebuiLink) => Promise<Answer>): Promise<Answer> => {
    if (idle) clearTimeout(idle);
    asking += 1;
    const webui = await started().catch((error) => {
      asking -= 1;
      throw error;
    });
    try {
      return await ask(webui.link);
    } catch (error) {
      // Who asks next must not be sent to one that is about to be gone.
      if (reportError(error).code === "offline") await Promise.race([webui.ended, wait(END_PATIENCE_MS)]);
      throw error;
    } finally {
      asking -= 1;
      if (asking === 0) idle = setTimeout(() => void end(), IDLE_MS).unref();
    }
  };
  const link: WebuiLink = {
    id: "rehearsal",
    kind: "address",
    title: "Rehearsal",
    isHere: true,
    facts: (signal) => using((one) => one.facts(signal)),
    // It has nothing on the graphics card.
    isDrawing: async () => false,
    releaseMemory: async () => false,
    restoreMemory: async () => undefined,
    refreshLoras: (signal) => using((one) => one.refreshLoras(signal)),
    drawingFacts: (signal) => using((one) => one.drawingFacts(signal)),
    loras: (signal) => using((one) => one.loras(signal)),
    draw: (request, signal, onDrawing) => using((one) => one.draw(request, signal, onDrawing)),
    interrupt: (signal) => using((one) => one.interrupt(signal)),
  };
  return {
    async link() {
      await started();
      return link;
    },
    async close() {
      isClosed = true;
      if (idle) clearTimeout(idle);
      await end();
    },
  };
}
