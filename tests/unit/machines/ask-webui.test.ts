import { expect, test } from "@jest/globals";
import { createMachines } from "../../../sidecar/machines/door/machines.js";
import { createTasks } from "../../../sidecar/machines/door/tasks.js";
import { parseBeat } from "../../../sidecar/machines/machine.js";
import { askWebuiOf } from "../../../sidecar/machines/webui/ask-webui.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const never = new AbortController().signal;

/** A studio with one machine, whose clock and line of tasks are the test's. */
async function scene() {
  let ms = 0;
  const machines = createMachines(() => ms);
  const line = new Set<string>();
  let names = 0;
  const tasks = createTasks(await newFolder());
  const house = {
    machines,
    tasks,
    queue: {
      put: async (_line: string, task: string) => void line.add(task),
      has: async (_line: string, task: string) => line.has(task),
      remove: async (_line: string, task: string) => void line.delete(task),
    },
    newName: () => `task-${names++}`,
    now: () => ms,
  };
  const beat = (more: object = {}): void =>
    void machines.beat(parseBeat({ id: "a", host: "attic", pid: 7, version: "1", roles: ["sweep"], ...more }));
  beat();
  const ask = askWebuiOf(house, "a", 5);
  const facts = (signal = never): Promise<string> =>
    ask({ ask: "facts", read: ({ value }) => String(Object(value).name), signal });
  const later = (by: number): void => {
    ms += by;
  };
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { tasks, line, beat, facts, until, later };
}

test("an answer is read, and its task is over then: what comes later is nobody's", async () => {
  const { tasks, line, facts, until } = await scene();
  const asked = facts();
  await until(() => line.has("task-0"));
  await tasks.find("task-0")?.onResult(JSON.stringify({ value: { name: "Forge" } }), "a");
  expect(await asked).toBe("Forge");
  expect([tasks.find("task-0"), line.size]).toEqual([null, 0]);
});

test("a task that Redis has forgotten is put there again, unless the machine works on it", async () => {
  const { tasks, line, beat, facts, until } = await scene();
  const asked = facts();
  await until(() => line.delete("task-0"));
  await until(() => line.has("task-0"));
  beat({ doing: ["task-0"] });
  line.clear();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(line.size).toBe(0);
  await tasks.find("task-0")?.onResult(JSON.stringify({ error: { code: "webuiFailed", message: "No." } }), "a");
  await expect(asked).rejects.toMatchObject({ code: "webuiFailed", message: "a: No." });
});

test.each([
  ["falls silent", ({ later }: Awaited<ReturnType<typeof scene>>) => later(60_000)],
  ["was started again", ({ beat }: Awaited<ReturnType<typeof scene>>) => beat({ pid: 8 })],
])("a machine that %s does not hold what it was asked", async (_what, happens) => {
  const one = await scene();
  const asked = one.facts();
  await one.until(() => one.line.has("task-0"));
  happens(one);
  await expect(asked).rejects.toMatchObject({ code: "offline" });
  expect(one.tasks.find("task-0")).toBeNull();
});

test("an abort takes the task back at once", async () => {
  const { tasks, line, facts, until } = await scene();
  const controller = new AbortController();
  const asked = facts(controller.signal);
  await until(() => line.has("task-0"));
  controller.abort(new Error("enough"));
  await expect(asked).rejects.toThrow("enough");
  expect(tasks.find("task-0")).toBeNull();
});
