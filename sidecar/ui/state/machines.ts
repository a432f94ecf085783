import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, onOpen, RequestError } from "../rpc.js";

type Machines = Methods["machine/list"]["result"];
export type Machine = Machines["machines"][number];
export type Engine = NonNullable<Machines["engine"]>;
export type Happening = Machines["happenings"][number];
export type MachineOrder = Methods["machine/order"]["params"]["order"];

/** Null until they were asked for, and for visitors, who are not told. */
export const machines = signal<Machines | null>(null);
export const machinesError = signal<RequestError | null>(null);

/** Machines that answer; null where there is no queue. */
export const machinesHere = computed(() =>
  machines.value?.engine ? machines.value.machines.filter(({ isHere }) => isHere) : null,
);

/** Somebody should look: the queue, or a machine, is not as it should be. */
export const machinesAmiss = computed(() => {
  const known = machines.value;
  return (
    known !== null &&
    ((known.engine !== null && known.engine.trouble !== null) ||
      known.machines.some(({ isHere, trouble }) => !isHere || trouble !== null))
  );
});

async function attempt(work: () => Promise<Machines>): Promise<void> {
  try {
    machines.value = await work();
    machinesError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    machinesError.value = error;
  }
}

export const readMachines = (): Promise<void> => attempt(() => call("machine/list", {}));

export const giveOrder = (id: string, order: MachineOrder): Promise<void> =>
  attempt(() => call("machine/order", { id, order }));

/** What changes after the page is open is told. */
export const followMachines = (): void => onOpen(readMachines);
