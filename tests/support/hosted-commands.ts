// The program's own command line in a process that stays: it is sent words and an environment, and sends back what was said.
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../program/command-line.js", import.meta.url));
const { commandLine }: { commandLine: (words: string[]) => Promise<number> } = await import(built);

/** Keeps what is written to a stream from now on. */
function heard(stream: NodeJS.WriteStream): () => string {
  const said: string[] = [];
  const { write } = stream;
  stream.write = (text: string | Uint8Array): boolean => {
    said.push(typeof text === "string" ? text : Buffer.from(text).toString());
    return true;
  };
  return () => {
    stream.write = write;
    // As execa tells it.
    return said.join("").replace(/\n$/, "");
  };
}

function stand(environment: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}

process.on("message", async (message) => {
  const { argumentList, environment }: { argumentList: string[]; environment: Record<string, string> } =
    Object(message);
  stand(environment);
  const [stdout, stderr] = [heard(process.stdout), heard(process.stderr)];
  const code = await commandLine(argumentList);
  process.send?.({ code, stdout: stdout(), stderr: stderr() });
  // A command listens once in its life.
  process.removeAllListeners("SIGINT");
  process.stdout.removeAllListeners("error");
});
