// The real schedulers of several machines in a simulated time: who gets which cells of a sweep (sweep/draw/drawing-queue), and which
// items of a job (machines/engine/shard-plan), with machines that differ in speed, die, hang, come back and answer late.
//   node scripts/bench/machines_simulation.mjs [--machines 1000] [--cells 1000000] [--items 1000000] [--seed 1]
// Prints what came of it as JSON: every cell and item exactly once in the record, how close to the ideal the whole was, how much was
// done in vain, and what the scheduler itself cost. Build first: npm run build.
import { parseArgs } from "node:util";
import { createShardPlan } from "../../dist/sidecar/machines/engine/shard-plan.js";
import { createDrawingQueue } from "../../dist/sidecar/sweep/draw/drawing-queue.js";
import { createEvents, numbersFrom } from "./parts/event-queue.mjs";

const { values } = parseArgs({
  options: {
    machines: { type: "string", default: "1000" },
    cells: { type: "string", default: "1000000" },
    items: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
  },
});
const [MACHINES, CELLS, ITEMS, SEED] = [values.machines, values.cells, values.items, values.seed].map(Number);

// One LoRA file at one strength: its seeds and prompts.
const CELLS_A_GROUP = 20;
// Seconds: a picture, putting another LoRA in, noticing that a machine is gone, the longest that a picture may take.
const PICTURE = [4, 16];
const CHANGE_LORA = 3;
const NOTICED_AFTER = 8;
const PATIENCE = 120;
// A picture in a thousand kills its machine, hangs it or fails; it is back after so many seconds.
const [DIES, HANGS, FAILS] = [0.001, 0.0005, 0.002];
const BACK_AFTER = [60, 600];
const MS = 1000;

const between = (random, [least, most]) => least + random() * (most - least);

/** Machines whose speeds differ by a factor of four. */
const machinesOf = (random) =>
  Array.from({ length: MACHINES }, (_, index) => ({ id: `m${index}`, picture: between(random, PICTURE) }));

/** How long the same would take at best: every machine busy all the time, nothing lost, no LoRA changed. */
const idealSeconds = (machines, count, perPicture = 1) =>
  count / machines.reduce((sum, { picture }) => sum + 1 / (picture * perPicture), 0);

/** Measures what the scheduler itself takes. */
function createStopwatch() {
  let ms = 0;
  const timed = (work) => {
    const began = performance.now();
    const value = work();
    ms += performance.now() - began;
    return value;
  };
  return Object.assign(timed, { ms: () => ms });
}

/** Gives so many numbers, each once, no more at a time than `inFlight` that are not settled. */
function createSupply(count, inFlight) {
  let next = 0;
  return (settled, give) => {
    while (next < count && next - settled < inFlight) give(next++);
  };
}

function drawCells() {
  const random = numbersFrom(SEED);
  const events = createEvents();
  let now = 0;
  const queue = createDrawingQueue(() => now * MS);
  const machines = machinesOf(random).map((one) => ({ ...one, group: null, drawn: 0 }));
  // Two groups for each machine: with fewer they would have to share.
  const inFlight = 2 * CELLS_A_GROUP * MACHINES;
  const times = new Uint8Array(CELLS);
  let [settled, inVain, changes, deaths, hangs, fails, waitingMachines] = [0, 0, 0, 0, 0, 0, []];
  const timed = createStopwatch();
  const supply = createSupply(CELLS, inFlight);
  const refill = () => {
    supply(settled, (index) => {
      const group = Math.floor(index / CELLS_A_GROUP);
      const request = { seed: index % CELLS_A_GROUP, variationStrength: 0, group };
      timed(() =>
        queue.add({
          task: { key: index, index, group, request, control: null },
          attempts: 0,
          wrong: 0,
          alone: false,
          notBefore: 0,
          avoidedUntil: new Map(),
        }),
      );
    });
    // Who waits for work gets some.
    for (const one of waitingMachines.splice(0)) events.add(now, () => work(one));
  };
  const settle = (entry) => {
    times[entry.task.index] += 1;
    settled += 1;
    refill();
  };
  const lose = (entries, machine, after) => {
    events.add(now + after, () => {
      timed(() => {
        queue.leave(machine.id);
        queue.giveBack(entries);
      });
      refill();
    });
    machine.group = null;
    events.add(now + after + between(random, BACK_AFTER), () => work(machine));
  };
  const work = (machine) => {
    const entries = timed(() => queue.take(machine.id, () => 1));
    const [entry] = entries;
    if (!entry) {
      if (settled < CELLS) waitingMachines.push(machine);
      return;
    }
    const changed = machine.group !== entry.task.group;
    changes += changed ? 1 : 0;
    machine.group = entry.task.group;
    const seconds = machine.picture * between(random, [0.9, 1.1]) + (changed ? CHANGE_LORA : 0);
    const fate = random();
    if (fate < DIES) {
      deaths += 1;
      inVain += 1;
      lose(entries, machine, random() * seconds + NOTICED_AFTER);
    } else if (fate < DIES + HANGS) {
      hangs += 1;
      inVain += 1;
      lose(entries, machine, PATIENCE);
    } else
      events.add(now + seconds, () => {
        if (fate < DIES + HANGS + FAILS) {
          fails += 1;
          inVain += 1;
          timed(() => queue.giveBack(entries));
          refill();
        } else settle(entry);
        work(machine);
      });
  };
  refill();
  for (const machine of machines) events.add(0, () => work(machine));
  let last = 0;
  while (events.size() > 0 && settled < CELLS) {
    const { at, deed } = events.next();
    now = Math.max(now, at);
    deed();
    last = now;
  }
  const ideal = idealSeconds(machines, CELLS);
  return {
    machines: MACHINES,
    cells: CELLS,
    once: times.every((count) => count === 1),
    hours: +(last / 3600).toFixed(2),
    ofIdeal: +(ideal / last).toFixed(3),
    drawnInVain: inVain,
    deaths,
    hangs,
    fails,
    changesAGroup: +(changes / Math.ceil(CELLS / CELLS_A_GROUP)).toFixed(2),
    schedulerMicrosecondsACell: +((timed.ms() * 1000) / CELLS).toFixed(1),
    cellsASecondOfTheScheduler: Math.round(CELLS / (timed.ms() / 1000)),
    cellsASecondOfTheMachines: +(CELLS / last).toFixed(1),
  };
}

function workItems() {
  const random = numbersFrom(SEED + 1);
  const events = createEvents();
  let now = 0;
  // Seconds a picture by a tagger on a processor, half a second to two.
  const machines = machinesOf(random).map((one) => ({ ...one, picture: one.picture / 8, line: [] }));
  const plan = createShardPlan("s");
  const times = new Uint8Array(ITEMS);
  let [settled, inVain, shards, losses, looked] = [0, 0, 0, 0, 0];
  const alive = new Set(machines);
  const inFlight = Math.max(1024, 40 * MACHINES);
  const timed = createStopwatch();
  const supply = createSupply(ITEMS, inFlight);
  const refill = () => supply(settled, (item) => timed(() => plan.add(item)));
  const give = (machine) => {
    for (;;) {
      const waits = timed(() => plan.nextShard(machine.id, alive.size, now * MS));
      const shard = waits ?? timed(() => plan.lateShard(machine.id, now * MS));
      if (!shard) return;
      shards += 1;
      machine.line.push(shard);
      if (machine.line.length === 1) work(machine);
    }
  };
  const giveAll = () => {
    for (const machine of alive) give(machine);
  };
  const work = (machine) => {
    const [shard] = machine.line;
    const seconds = shard.entries.length * machine.picture * between(random, [0.9, 1.1]) + 0.02;
    if (random() < DIES * 2) {
      losses += 1;
      alive.delete(machine);
      const lost = machine.line;
      machine.line = [];
      events.add(now + NOTICED_AFTER, () => {
        for (const { id } of lost) timed(() => plan.end(id, now * MS, "lost"));
        giveAll();
      });
      events.add(now + between(random, BACK_AFTER), () => {
        alive.add(machine);
        give(machine);
      });
      return;
    }
    // One in a thousand takes ten times as long: a machine that somebody plays on.
    const slow = random() < HANGS * 2 ? 10 : 1;
    events.add(now + seconds * slow, () => {
      const open = plan.shard(shard.id) !== null;
      for (const entry of shard.entries) {
        if (open && timed(() => plan.settle(entry))) {
          times[entry.item] += 1;
          settled += 1;
        } else inVain += 1;
      }
      timed(() => plan.end(shard.id, now * MS, "done"));
      machine.line.shift();
      // Others have done it meanwhile: the studio takes it back.
      while (machine.line.length > 0 && machine.line[0].entries.every(({ isOpen }) => !isOpen))
        timed(() => plan.end(machine.line.shift().id, now * MS));
      if (machine.line.length > 0) work(machine);
      refill();
      give(machine);
    });
  };
  refill();
  giveAll();
  while (events.size() > 0 && settled < ITEMS) {
    const { at, deed } = events.next();
    now = Math.max(now, at);
    deed();
    // The real one looks every second, too.
    if (now >= looked + 1) {
      looked = now;
      giveAll();
    }
    if (events.size() === 0 && settled < ITEMS) events.add(now + 1, giveAll);
  }
  const ideal = idealSeconds(machines, ITEMS);
  return {
    machines: MACHINES,
    items: ITEMS,
    once: times.every((count) => count === 1),
    seconds: Math.round(now),
    ofIdeal: +(ideal / now).toFixed(3),
    workedInVain: inVain,
    losses,
    shards,
    itemsAShard: +(ITEMS / shards).toFixed(1),
    schedulerMicrosecondsAnItem: +((timed.ms() * 1000) / ITEMS).toFixed(1),
    itemsASecondOfTheScheduler: Math.round(ITEMS / (timed.ms() / 1000)),
    itemsASecondOfTheMachines: Math.round(ITEMS / now),
  };
}

console.log(
  JSON.stringify(
    { cells: drawCells(), items: workItems(), peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) },
    null,
    2,
  ),
);
