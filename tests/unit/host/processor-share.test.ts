import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { createProcessorShare } from "../../../sidecar/host/inference/processor-share.js";

/** A share of eight processors, and what sessions were told. */
function shared() {
  const share = createProcessorShare(8, 0);
  const told: (number | null)[] = [];
  const join = (threads: number | null, more: object = {}) =>
    share.join({ isOnCpu: true, threads, onThreads: (now) => void told.push(now), busy: () => null, ...more });
  return { share, told, join };
}

test("a smaller share is taken at once, a larger one when it has stood for a while and is worth opening anew", async () => {
  const { share, told, join } = shared();
  share.tell(4);
  join(share.threads());
  share.tell(2);
  expect([told, share.used()]).toEqual([[2], 2]);
  share.tell(6);
  expect([told, share.used(), share.threads()]).toEqual([[2], 2, 6]);
  // Who had ended came again.
  share.tell(2);
  await wait(5);
  expect(told).toEqual([2]);
  share.tell(6);
  await wait(5);
  expect([told, share.used()]).toEqual([[2, 6], 6]);
  share.tell(7);
  await wait(5);
  expect(told).toEqual([2, 6]);
});

test("a session that was opened before it was told has its share afterwards; one with threads of its own keeps them", () => {
  const { share, told, join } = shared();
  share.tell(3);
  join(5);
  expect(told).toEqual([3]);
  const own = shared();
  own.share.tell(1);
  own.join(5, { onThreads: null });
  expect([own.told, own.share.used()]).toEqual([[], 5]);
});

test("what is open tells whether a card computes, and how many threads do", () => {
  const { share, join } = shared();
  share.tell(4);
  expect(share.used()).toBe(4);
  const leaveCard = join(null, { isOnCpu: false });
  expect([share.isOnCard(), share.used()]).toEqual([true, 4]);
  const leave = join(4);
  expect(share.isOnCard()).toBe(false);
  leave();
  expect(share.isOnCard()).toBe(true);
  leaveCard();
});

test("what sessions on the processors keep busy is known when all of them have told it", () => {
  const { share, join } = shared();
  expect(share.busy()).toBeNull();
  join(4, { busy: () => 1.5 });
  join(null, { isOnCpu: false });
  expect(share.busy()).toBe(1.5);
  const leave = join(4);
  expect(share.busy()).toBeNull();
  leave();
  join(4, { busy: () => 2 });
  expect(share.busy()).toBe(2);
});
