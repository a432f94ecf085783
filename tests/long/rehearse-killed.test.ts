import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { courseSteps } from "../../sidecar/journey/course/course-steps.js";
import type { DrawnLine } from "../../sidecar/rehearsal/webui/state/webui-state.js";
import { courseNow, rehearsed, rehearsingClient } from "../support/rehearse.js";
import { type RunningSidecar, sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { until } from "../support/training.js";

const newFolder = temporaryFolders();
const start = sidecars();

/** How far each life comes at least; then it is killed at a moment that nobody chose. */
const lives = ["draw", "check", "tag", "plan", "train", "train", "sweep", "sweep", "sweep", "recommend"] as const;
const MOST_AFTER_MS = 4000;

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

/** What a picture was asked to show; a LoRA's name among the WebUI's ends with its content, which holds the time of its training. */
const askedOf = ({ seed, prompt, width, height }: DrawnLine): string =>
  `${seed} ${prompt.replace(/-[0-9a-f]{8}:/g, ":")} ${width} × ${height}`;

const MOST_IN_A_REQUEST = 4;

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
  for (const stage of lives) {
    const sidecar = await start(home, environment("killed"));
    const again = await rehearsingClient(sidecar);
    // One that has begun goes on by itself; one that was killed before is asked for once more.
    const [begun] = Object(await again.call("journey/list", {})).courses;
    const asked =
      begun === undefined
        ? again.call("journey/rehearse", {}).then(({ id }) => Number(id))
        : Promise.resolve(Number(begun.id));
    asked.catch(() => undefined);
    let now = "draw";
    if (stage !== "draw") {
      const id = await asked;
      const from = courseSteps.indexOf(stage);
      now = await until(async () => {
        const { state, steps } = await courseNow(again, id);
        const open = steps.find((one) => one.state !== "done" && one.state !== "skipped")?.step;
        if (state === "done" || open === undefined) return "done";
        return courseSteps.indexOf(open) >= from && open;
      });
    }
    places.push(now);
    await wait(Math.random() * MOST_AFTER_MS);
    await killAll(sidecar);
  }
  const last = await rehearsingClient(await start(home, environment("killed")));
  const [own] = Object(await last.call("journey/list", {})).courses;
  expect(await remains(last, own.id)).toEqual(wanted);
  const [drawn, calmly] = await Promise.all([linesOf(logOf("killed")), linesOf(logOf("calm"))]);
  const different = new Set(drawn.map(askedOf));
  process.stdout.write(
    `Killed at or after ${places.join(", ")}; ${drawn.length} pictures drawn, ${calmly.length} where nothing is killed.\n`,
  );
  expect([...different].sort()).toEqual([...new Set(calmly.map(askedOf))].sort());
  // At most what was in the making, and was not in the state yet.
  expect(drawn.length - calmly.length).toBeLessThanOrEqual(lives.length * MOST_IN_A_REQUEST);
}, 1_800_000);
