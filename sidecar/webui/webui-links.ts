import type { Settings } from "../host/settings/settings.js";
import { addressLink } from "./address-link.js";
import { isWebuiAddress, type WebuiAddress, webuiAddress } from "./http-request.js";
import { usualPatience } from "./task-watch.js";
import type { WebuiLink } from "./webui-link.js";

/** All WebUIs that are known: those that came by themselves (tabs, and machines'), and those whose address the user gave. */
export interface WebuiLinks {
  all(): WebuiLink[];
  /** A tab's or a machine's link, until the returned function is called. */
  attach(link: WebuiLink): () => void;
  /** Settles when those that come by themselves have had the time to: before WebUIs are listed or chosen. */
  come(): Promise<void>;
  /** What `come` waits for. */
  expect(coming: () => Promise<void>): void;
  /** Kept over restarts. */
  connect(address: WebuiAddress, written: string): WebuiLink;
  /** False when there is no such address. */
  disconnect(id: string): boolean;
  /** Called when a tab's or a machine's link comes; returns how to stop listening. */
  onAttach(listener: (link: WebuiLink) => void): () => void;
}

export function createWebuiLinks(settings: Settings, environment: NodeJS.ProcessEnv = process.env): WebuiLinks {
  const tabs = new Map<string, WebuiLink>();
  const still = Number(environment.ATELIER_WEBUI_PATIENCE_SECONDS);
  const patience = still > 0 ? { ...usualPatience, stillMs: still * 1000 } : usualPatience;
  const expected: (() => Promise<void>)[] = [];
  const listeners = new Set<(link: WebuiLink) => void>();
  const written = (): string[] => {
    const given = (environment.ATELIER_WEBUI_URL ?? "").split(/[\s,]+/).filter((one) => one !== "");
    return [...given, ...settings.get("webui.addresses")];
  };
  const othersThan = (url: string): string[] =>
    settings.get("webui.addresses").filter((text) => !isWebuiAddress(text) || webuiAddress(text).url !== url);
  // The same link each time: it remembers what it draws and what its WebUI can do.
  const made = new Map<string, WebuiLink>();
  const linkTo = (text: string): WebuiLink => {
    const link = made.get(text) ?? addressLink(webuiAddress(text), patience);
    made.set(text, link);
    return link;
  };
  // What is no address cannot be asked at all.
  const addresses = (): WebuiLink[] => {
    const links = written().filter(isWebuiAddress).map(linkTo);
    return [...new Map(links.map((link) => [link.id, link])).values()];
  };
  return {
    all: () => [...tabs.values(), ...addresses()],
    attach(link) {
      tabs.set(link.id, link);
      for (const listener of listeners) listener(link);
      return () => {
        // One that came back meanwhile stays.
        if (tabs.get(link.id) === link) tabs.delete(link.id);
      };
    },
    expect: (coming) => void expected.push(coming),
    async come() {
      await Promise.all(expected.map((coming) => coming()));
    },
    connect(address, text) {
      settings.set({ "webui.addresses": [...othersThan(address.url), text] });
      return linkTo(text);
    },
    disconnect(id) {
      const others = othersThan(id);
      if (others.length === settings.get("webui.addresses").length) return false;
      settings.set({ "webui.addresses": others });
      return true;
    },
    onAttach(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
