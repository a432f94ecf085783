import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../set-up/root.mjs";
import { prepareRedis } from "../tests/redis.mjs";
import { startStudio } from "./studio.mjs";

const program = join(root, "dist/program/main.js");
// The name of the machine that takes the pictures is nobody's business.
const named = `data:text/javascript,import os from "node:os"; import { syncBuiltinESMExports } from "node:module";
os.hostname = () => process.env.SHOWN_HOST; syncBuiltinESMExports();`;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** The dialog of several machines: a real Redis, a studio and two workers, one of which rests. @param samples a folder of pictures */
export async function shootMachines({ workshop, samples, languages }) {
  const redis = await prepareRedis();
  if (redis === null) throw new Error("No redis-server was found: the picture of the machines needs one.");
  const [redisPort, doorPort] = [await freePort(), await freePort()];
  const options = [
    "--port",
    String(redisPort),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--maxmemory-policy",
    "noeviction",
  ];
  const started = [spawn(redis, options, { stdio: "ignore" })];
  const door = `http://127.0.0.1:${doorPort}`;
  const engine = `redis://127.0.0.1:${redisPort}`;
  const environment = {
    ...process.env,
    ATELIER_WORKER_TOKEN: "token-of-the-pictures",
    ATELIER_REDIS_URL: engine,
    ATELIER_MACHINES_LISTEN: `127.0.0.1:${doorPort}`,
    // As a studio has it that others reach; the workers of this machine are told another way.
    ATELIER_MACHINES_ADDRESS: "http://192.168.1.10:7871",
  };
  process.once("exit", () => {
    for (const one of started) one.kill("SIGKILL");
  });
  const studio = await startStudio({
    environment: { ...environment, ATELIER_HOME: join(workshop, "meeting") },
    languages,
    alsoJapanese: ["machines-light"],
  });
  for (const name of ["attic", "rack-1"]) {
    const words = ["--import", named, program, "worker", "--engine", engine, "--name", name, "--studio", door];
    const own = { ...environment, ATELIER_HOME: join(workshop, name), SHOWN_HOST: name === "attic" ? "attic" : "rack" };
    started.push(spawn(process.execPath, words, { env: own, stdio: "ignore" }));
  }
  const page = await studio.open({ locale: "en-US" });
  await page.goto(`${studio.origin}/#room=projects`);
  await page.getByRole("button", { name: "2 more machines" }).click();
  const row = (name) => page.locator(`[data-machine="${name}"]`);
  await row("attic").waitFor();
  studio.command("tag", samples, "--existing", "overwrite");
  await row("rack-1").getByRole("button", { name: "Rest: rack-1" }).click();
  await row("rack-1").getByText("rests").waitFor();
  await studio.shoot(page, "machines-light");
  await studio.close();
  for (const one of started.reverse()) {
    one.kill();
    await once(one, "exit");
  }
}
