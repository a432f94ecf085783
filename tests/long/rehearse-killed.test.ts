import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import type { DrawnLine } from "../../sidecar/rehearsal/webui/state/webui-state.js";
import { courseNow, rehearsed, rehearsingClient } from "../support/rehearse.js";
import { type RunningSidecar, sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

const KILLS = 10;

/** Processes that a sidecar has started, theirs too; who keeps a training is meant to outlive it. */
async function childrenOf(pid: number): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    if (parent === pid && !command.includes("keeper")) found.push(Number(name));
  }
  const theirs = await Promise.all(found.map(childrenOf));
  return [...found, ...theirs.flat()];
}

async function killAll({ child, kill }: RunningSidecar): Promise<void> {
  const children = await childrenOf(child.pid ?? 0);
  await kill();
  for (const pid of children) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went with its parent.
    }
  }
}

const linesOf = async (log: string): Promise<DrawnLine[]> =>
  (await readFile(log, "utf8").catch(() => ""))
    .split("\n")
    .flatMap((line): DrawnLine[] => (line === "" ? [] : [JSON.parse(line)]));

/** All that there is more than one of when something is done twice. */
async function remains(client: Awaited<ReturnType<typeof rehearsingClient>>, id: number) {
  const { course, report } = await rehearsed(client, id);
  const { projects } = await client.call("project/list", {});
  const { courses } = await client.call("journey/list", {});
  const { runs } = await client.call("training/runs", {});
  const { sweeps } = await client.call("sweep/list", {});
  const { plans } = await client.call("planning/plans", { folder: course.trainingFolder });
  const { steps } = await client.call("captions/history", { folder: course.trainingFolder });
  const of = (list: unknown): number => (Array.isArray(list) ? list.length : -1);
  return {
    recommendation: course.recommendation && [course.recommendation.label, course.recommendation.strength],
    verdicts: report.checkpoints.map(({ label, verdict, band }) => [label, verdict, band]),
    scored: report.scored,
    counts: [projects, courses, runs, sweeps, plans, steps].map(of),
  };
}

test("a rehearsal that is killed ten times ends as one that is not: nothing lost, nothing done twice", async () => {
  const [calm, home] = [await newFolder(), await newFolder()];
  // The variable's words stand between spaces, which the test's own folders have in their names.
  const logOf = (name: string): string => join(tmpdir(), `atelier-rehearse-${process.pid}-${name}.jsonl`);
  const environment = (name: string) => ({
    ATELIER_STAND_IN_WEBUI: `--log ${logOf(name)} --seconds-per-picture 0.02`,
  });
  const first = await start(calm, environment("calm"));
  const client = await rehearsingClient(first);
  const wanted = await remains(client, Number((await client.call("journey/rehearse", {})).id));
  await first.kill();

  const places: string[] = [];
  for (let life = 0; ; life += 1) {
    const sidecar = await start(home, environment("killed"));
    const again = await rehearsingClient(sidecar);
    // Who sees that it was interrupted asks once more; one that has begun is gone on with.
    const asked = again.call("journey/rehearse", {}).then(({ id }) => Number(id));
    asked.catch(() => undefined);
    if (life === KILLS) {
      expect(await remains(again, await asked)).toEqual(wanted);
      break;
    }
    await wait(1500 + Math.random() * 9000);
    const id = await Promise.race([asked, wait(0).then(() => null)]);
    const now = id === null ? null : await courseNow(again, id).catch(() => null);
    places.push(now?.steps.find(({ state }) => state !== "done")?.step ?? (now === null ? "draw" : now.state));
    await killAll(sidecar);
  }
  const lines = await linesOf(logOf("killed"));
  const different = new Set(lines.map(({ key }) => key)).size;
  process.stdout.write(
    `Killed at ${places.join(", ")}; ${lines.length - different} of ${different} pictures drawn twice.\n`,
  );
  expect(different).toBe(new Set((await linesOf(logOf("calm"))).map(({ key }) => key)).size);
  // At most what was in the making, and was not in the state yet.
  expect(lines.length - different).toBeLessThanOrEqual(KILLS * 3);
}, 1_800_000);
