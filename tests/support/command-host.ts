import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Ended } from "./command.js";

const hosting = fileURLToPath(new URL("hosted-commands.js", import.meta.url));

export interface CommandHost {
  /** What a command said; null, and nothing is done, while another one runs. */
  run(argumentList: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> | null;
  end(): Promise<void>;
}

/** A process that runs commands one after the other, started with the first of them. */
export function commandHost(): CommandHost {
  let child: ChildProcess | null = null;
  let busy = false;
  const start = (): ChildProcess => fork(hosting, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const told = async (host: ChildProcess, request: object): Promise<Ended> => {
    host.send(request);
    const answer = new AbortController();
    const { signal } = answer;
    try {
      const gone = once(host, "exit", { signal }).then(([code]) => ({
        code: Number(code ?? -1),
        stdout: "",
        stderr: "",
      }));
      const said = once(host, "message", { signal }).then(([message]): Ended => Object(message));
      return await Promise.race([said, gone]);
    } finally {
      answer.abort();
      busy = false;
    }
  };
  return {
    run(argumentList, environment) {
      if (busy) return null;
      busy = true;
      if (child === null || child.exitCode !== null || child.signalCode !== null) child = start();
      return told(child, { argumentList, environment });
    },
    async end() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}
