import type { DrawingLink } from "../../webui/drawing-link.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import type { MachineHouse } from "../engine/machine-house.js";
import { machineWebui } from "./machine-webui.js";

const LOOK_EVERY_MS = 1000;

/** Lets the WebUIs of machines that offer to draw be known like tabs, as long as their machines are there. @returns ends that */
export function attachWebuis(house: MachineHouse, webuis: Pick<WebuiLinks, "attach">): () => void {
  // The same link each time: a sweep goes on with it when the machine comes back.
  const links = new Map<string, DrawingLink>();
  const attached = new Map<string, () => void>();
  const detach = (id: string): void => {
    attached.get(id)?.();
    attached.delete(id);
  };
  const look = (): void => {
    const ready = new Set(
      house.machines
        .ready("sweep")
        .filter(({ webui }) => webui !== null)
        .map(({ id }) => id),
    );
    for (const id of attached.keys()) if (!ready.has(id)) detach(id);
    for (const id of ready) {
      if (attached.has(id)) continue;
      const link = links.get(id) ?? machineWebui(house, id);
      links.set(id, link);
      attached.set(id, webuis.attach(link));
    }
  };
  // A machine that falls silent tells nobody.
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  const stop = house.machines.onChange(look);
  look();
  return () => {
    clearInterval(timer);
    stop();
    for (const id of [...attached.keys()]) detach(id);
  };
}
