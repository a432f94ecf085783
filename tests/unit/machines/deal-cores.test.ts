import { expect, test } from "@jest/globals";
import { listedCores } from "../../../sidecar/host/core-list.js";
import { type CoreUser, dealCores } from "../../../sidecar/machines/processors/deal-cores.js";

/** Threads of each, in order, of users a, b, c … with these cores. */
const dealt = (...users: (string | (Partial<Omit<CoreUser, "cores">> & { cores: string }))[]): number[] => {
  const told = users.map((user, index) => {
    const { cores, ...more } = typeof user === "string" ? { cores: user } : user;
    return { id: String.fromCharCode(97 + index), most: 64, given: null, ...more, cores: listedCores(cores) };
  });
  const threads = dealCores(told);
  return told.map(({ id }) => threads.get(id) ?? -1);
};

test("processors are dealt out evenly and all of them; with more users than processors each has one", () => {
  expect(dealt("0-1", "0-1")).toEqual([1, 1]);
  expect(dealt("0-3", "0-3")).toEqual([2, 2]);
  expect(dealt("0-6", "0-6", "0-6", "0-6")).toEqual([2, 2, 2, 1]);
  expect(dealt("0", "0", "0")).toEqual([1, 1, 1]);
  expect(dealt("0-1", "0-1", "0-1", "0-1", "0-1")).toEqual([1, 1, 1, 1, 1]);
});

test("who may use only some has those; what nobody else can use goes to who can", () => {
  expect(dealt("0", "1")).toEqual([1, 1]);
  expect(dealt("0-3", "0")).toEqual([3, 1]);
  expect(dealt("0-7", "0-1", "0-1")).toEqual([6, 1, 1]);
  // A container with the time of two processors, which sees all of them.
  expect(dealt({ cores: "0-7", most: 2 }, "0-7")).toEqual([2, 6]);
});

test("who was given threads keeps them; the others share the rest, and have one at least", () => {
  expect(dealt({ cores: "0-7", given: 6 }, "0-7", "0-7")).toEqual([6, 1, 1]);
  expect(dealt("0-7", { cores: "0-7", given: 2 }, "0-7")).toEqual([3, 2, 3]);
  expect(dealt({ cores: "0-1", given: 16 }, "0-1")).toEqual([16, 1]);
});

test("a list of processors is read as Linux writes it; anything else is no list", () => {
  expect(listedCores("0-3,8")).toEqual([0, 1, 2, 3, 8]);
  expect(listedCores("5")).toEqual([5]);
  for (const text of ["", "a", "3-1", "1-", "0-3;8", "-1"]) expect(listedCores(text)).toEqual([]);
  expect(listedCores("0-9999").length).toBe(4096);
});
