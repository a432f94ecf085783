import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endTree } from "../../host/end-tree.js";
import { StudioError } from "../../host/studio-error.js";
import { type SentenceValue, say } from "../../words/sentence.js";
import { trainerEnvironment } from "../trainer/trainer-environment.js";

/** The TensorBoards that this sidecar has started; they end with it. */
export interface Boards {
  /**
   * Starts one, or gives the address of the one that shows the folder already.
   * @returns its address, http://127.0.0.1:PORT/
   * @throws StudioError "notFound" when the Python has no TensorBoard, "busy" when it does not start
   */
  open(python: string, folder: string): Promise<string>;
  close(): Promise<void>;
}

// .py files are not compiled: they are read where they are.
const program = fileURLToPath(new URL("../../../../sidecar/training/boards/board.py", import.meta.url));
const ADDRESS = /\bat (http:\/\/127\.0\.0\.1:\d+\/)/;
const MISSING = /No module named '?tensorboard'?/;
// The first start compiles hundreds of modules.
const START_MS = 90_000;
const PATIENCE_MS = 2000;
const TEXT_KEPT = 20_000;
// Each takes some hundred MB.
const MOST_BOARDS = 3;

interface Board {
  child: ChildProcess;
  address: Promise<string>;
}

const missing = (python: string): StudioError =>
  new StudioError(
    "notFound",
    say("TensorBoard is not installed in the trainer's Python ({python}).", { python }),
    say(
      'Install it there: "{python}" -m pip install tensorboard. The curves of this page need no TensorBoard to be looked at.',
      { python },
    ),
  );

const notStarted = (said: SentenceValue): StudioError =>
  new StudioError(
    "busy",
    said === "" ? say("TensorBoard did not start.") : say("TensorBoard did not start: {said}", { said }),
    say("Start it by hand in the trainer's Python to see more: python -m tensorboard.main --logdir FOLDER."),
  );

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1)?.trim().slice(0, 300) ?? "";

function start(python: string, folder: string): Board {
  const child = spawn(python, [program, "--logdir", folder, "--host", "127.0.0.1", "--port", "0"], {
    env: trainerEnvironment(python),
    // Its end is what the program waits for.
    stdio: ["pipe", "ignore", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const address = new Promise<string>((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(notStarted(say("it said nothing in time"))), START_MS);
    child.stderr?.setEncoding("utf8");
    // Read to its end, so that it never waits for a reader.
    child.stderr?.on("data", (text: string) => {
      said = (said + text).slice(-TEXT_KEPT);
      const found = ADDRESS.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("error", ({ message }) => reject(notStarted(message)));
    child.once("close", () => {
      clearTimeout(timer);
      reject(MISSING.test(said) ? missing(python) : notStarted(lastLine(said)));
    });
  });
  return { child, address };
}

export function createBoards(): Boards {
  const boards = new Map<string, Board>();
  const end = async (folder: string, { child }: Board): Promise<void> => {
    if (boards.get(folder)?.child === child) boards.delete(folder);
    child.stdin?.destroy();
    if (child.pid !== undefined && child.exitCode === null) await endTree(child.pid, PATIENCE_MS);
  };
  return {
    async open(python, folder) {
      const known = boards.get(folder);
      if (known) return known.address;
      const fresh = start(python, folder);
      boards.set(folder, fresh);
      fresh.child.once("close", () => void end(folder, fresh));
      const [oldest] = boards;
      if (boards.size > MOST_BOARDS && oldest) await end(...oldest);
      try {
        return await fresh.address;
      } catch (error) {
        await end(folder, fresh);
        throw error;
      }
    },
    async close() {
      await Promise.all([...boards].map((one) => end(...one)));
    },
  };
}
