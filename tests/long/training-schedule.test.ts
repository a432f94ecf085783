import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn, trainingRooms, until } from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();
type Room = ReturnType<typeof openRoom>;

async function roomWithPlan() {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  Object.assign(process.env, standIn());
  const room = openRoom(home);
  const { plan } = await room["planning/import"]({ path: config });
  const start = async (notBefore?: Date): Promise<number> => {
    const time = notBefore ? { notBefore: notBefore.toISOString() } : {};
    return (await room["training/start"]({ plan, rehearsal: true, whenThere: "rename", ...time })).runId;
  };
  return { home, config, room, start };
}
const stateOf = async (room: Room, id: number) => (await room["training/run"]({ id })).state;
const ended = (room: Room, id: number) =>
  until(async () => {
    const run = await room["training/run"]({ id });
    return run.state === "queued" || run.state === "running" ? null : run;
  });
const inSeconds = (seconds: number): Date => new Date(Date.now() + 1000 * seconds);

test("who waits for a time does not hold up who is behind it, and starts when it has come", async () => {
  const { room, start } = await roomWithPlan();
  const time = inSeconds(4);
  const [later, other] = [await start(time), await start()];
  await ended(room, other);
  const { started, state } = await ended(room, later);
  expect(state).toBe("succeeded");
  expect(Date.parse(started ?? "")).toBeGreaterThanOrEqual(time.getTime());
  expect((await room["training/run"]({ id: later })).scheduling).toMatchObject({
    notBefore: time.toISOString(),
    late: null,
  });
});

test("the time survives a restart; it can be changed or taken away while the run waits", async () => {
  const { home, room, start } = await roomWithPlan();
  const id = await start(inSeconds(3600));
  const other = openRoom(home);
  await other["training/runs"]({});
  expect(await stateOf(other, id)).toBe("queued");
  const tomorrow = inSeconds(86_400).toISOString();
  expect(await other["training/schedule"]({ id, notBefore: tomorrow })).toEqual({ notBefore: tomorrow });
  expect((await room["training/run"]({ id })).scheduling.notBefore).toBe(tomorrow);
  expect(await room["training/schedule"]({ id, notBefore: null })).toEqual({ notBefore: null });
  expect((await ended(room, id)).state).toBe("succeeded");
  await expect(room["training/schedule"]({ id, notBefore: tomorrow })).rejects.toThrow(/does not wait any more/);
});

test("a time that was missed is made up for, and told", async () => {
  const { home, room, start } = await roomWithPlan();
  const id = await start(inSeconds(-600));
  // The room looked only now, as one that begins after the night.
  const run = await ended(room, id);
  expect(run.state).toBe("succeeded");
  expect(run.scheduling.late).toBeGreaterThanOrEqual(600);
  const { stdout } = await atelier(home, ["train", "list"]);
  expect(stdout).toContain("its time was missed by 10 min");
});

test("on the command line: tomorrow when the time of the day is past, and a refusal of what is no time", async () => {
  const { home, config, room } = await roomWithPlan();
  const minute = new Date(Date.now() - 60_000);
  const clock = `${minute.getHours()}:${String(minute.getMinutes()).padStart(2, "0")}`;
  await room["training/queue"]({ paused: true });
  const words = ["train", config, "--rehearsal", "--detach", "--json"];
  const queued = await atelier(home, [...words, "--at", clock], standIn());
  const wrong = await atelier(home, [...words, "--at", "noon"], standIn());
  expect([queued.code, queued.stderr]).toEqual([0, expect.stringContaining("tomorrow")]);
  const { run } = JSON.parse(queued.stdout);
  const { notBefore } = (await room["training/run"]({ id: run })).scheduling;
  const hours = (Date.parse(notBefore ?? "") - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(22);
  expect(hours).toBeLessThan(25);
  expect([wrong.code === 0, wrong.stderr]).toEqual([false, expect.stringContaining("A time is expected")]);
});

test("the queue goes on after a run that fails, unless it is to be paused then", async () => {
  const { home, room, start } = await roomWithPlan();
  Object.assign(process.env, standIn({ misbehave: "oom" }));
  const first = await start();
  expect((await ended(room, first)).state).toBe("failed");
  const second = await start();
  expect((await ended(room, second)).state).toBe("failed");
  expect(await room["training/queue"]({})).toMatchObject({ paused: false, pauseOnFailure: false, pausedBy: null });

  await room["training/queue"]({ pauseOnFailure: true });
  const third = await start();
  const fourth = await start();
  await ended(room, third);
  expect(await room["training/queue"]({})).toEqual({
    waiting: [fourth],
    paused: true,
    pauseOnFailure: true,
    pausedBy: third,
  });
  Object.assign(process.env, standIn());
  const { stdout } = await atelier(home, ["train", "queue"]);
  expect(stdout).toContain(`since run ${third} failed`);
  await room["training/queue"]({ paused: false });
  expect((await ended(room, fourth)).state).toBe("succeeded");
});
