import type { Settings } from "../host/settings/settings.js";
import { type ErrorReport, reportError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import type { WebuiLink } from "./webui-link.js";
import type { WebuiLinks } from "./webui-links.js";

// A WebUI that was not there when training began may be started meanwhile.
const LOOK_AGAIN_MS = 15_000;

interface HandOverState {
  /** Whether WebUIs are asked at all. */
  enabled: boolean;
  /** Links whose checkpoint was taken off the card and is to be put back. */
  lent: string[];
  /** Links that still draw a picture. */
  waiting: string[];
  /** What went wrong, by link. */
  problems: Record<string, ErrorReport>;
}

/**
 * Takes the WebUIs' checkpoints off the graphics card while something trains, and puts them back. What is owed is written down
 * before it is taken: whoever comes after a crash puts it back.
 */
export interface GpuHandOver {
  /** Something trains, or is about to. "waiting" while a WebUI still draws; one that cannot be asked is not waited for. */
  hold(): "ready" | "waiting";
  /** Nothing trains any more. */
  letGo(): void;
  state(): HandOverState;
  enable(enabled: boolean): void;
  /** Waits for nothing more. */
  close(): void;
}

interface Asked {
  settled: boolean;
  /** It was there and answered, so that it is asked no second time while this goes on. */
  answered: boolean;
  at: number;
}

interface HandOverHouse {
  settings: Settings;
  /** Called as training begins: what of ours is on the card for later leaves it too. */
  leave?(): void;
}

export function createGpuHandOver(
  database: Database,
  links: WebuiLinks,
  { settings, leave = () => {} }: HandOverHouse,
): GpuHandOver {
  const controller = new AbortController();
  const asked = new Map<string, Asked>();
  const returning = new Map<string, Asked>();
  const problems = new Map<string, ErrorReport>();
  let holding = false;

  const isEnabled = (): boolean => settings.get("webui.handOver");
  const debts = (): string[] =>
    database
      .prepare("SELECT link FROM webui_debt ORDER BY link")
      .all()
      .map((row) => String(Object(row).link));
  const owe = ({ id, title }: WebuiLink): void =>
    void database
      .prepare("INSERT OR IGNORE INTO webui_debt (link, title, since) VALUES (?, ?, ?)")
      .run(id, title, new Date().toISOString());
  const settleDebt = (id: string): void => void database.prepare("DELETE FROM webui_debt WHERE link = ?").run(id);

  /** A link that failed is left in peace for a while. */
  const isDue = (one: Asked | undefined): boolean =>
    one === undefined || (one.settled && !one.answered && performance.now() - one.at > LOOK_AGAIN_MS);

  const follow = async (table: Map<string, Asked>, id: string, work: () => Promise<void>): Promise<void> => {
    const one: Asked = { settled: false, answered: false, at: performance.now() };
    table.set(id, one);
    try {
      await work();
      one.answered = true;
      problems.delete(id);
    } catch (error) {
      if (controller.signal.aborted) return;
      const report = reportError(error);
      // A WebUI that is not running has nothing on the card.
      if (report.code === "offline") problems.delete(id);
      else problems.set(id, report);
    } finally {
      one.settled = true;
      one.at = performance.now();
    }
  };

  const release = (link: WebuiLink): void => {
    const isNew = !debts().includes(link.id);
    void follow(asked, link.id, async () => {
      owe(link);
      try {
        const released = await link.releaseMemory(controller.signal);
        if (!released && isNew) settleDebt(link.id);
      } catch (error) {
        // Asked in vain; after a crash in the middle it is not known, and putting back does no harm.
        if (isNew && !controller.signal.aborted) settleDebt(link.id);
        throw error;
      }
    });
  };

  const giveBack = (link: WebuiLink): void => {
    void follow(returning, link.id, async () => {
      await link.restoreMemory(controller.signal);
      // Training may have begun again while it was put back.
      if (!holding) settleDebt(link.id);
    });
  };

  const here = (): WebuiLink[] => links.all().filter(({ isHere }) => isHere);
  links.onAttach((link) => {
    // Another machine's has another card.
    if (!link.isHere) return;
    // It is a new process, or a new life of one: what was asked before is gone.
    asked.delete(link.id);
    returning.delete(link.id);
    if (holding && isEnabled()) release(link);
    else if (debts().includes(link.id)) giveBack(link);
  });

  return {
    hold() {
      if (controller.signal.aborted) return "ready";
      if (!holding) {
        asked.clear();
        leave();
      }
      holding = true;
      returning.clear();
      if (!isEnabled()) return "ready";
      for (const link of here()) if (isDue(asked.get(link.id))) release(link);
      return [...asked.values()].some(({ settled }) => !settled) ? "waiting" : "ready";
    },
    letGo() {
      holding = false;
      if (controller.signal.aborted) return;
      const owed = new Set(debts());
      for (const link of here()) if (owed.has(link.id) && isDue(returning.get(link.id))) giveBack(link);
    },
    state: () => ({
      enabled: isEnabled(),
      lent: debts(),
      waiting: holding ? [...asked].filter(([, { settled }]) => !settled).map(([id]) => id) : [],
      problems: Object.fromEntries(problems),
    }),
    enable: (enabled) => settings.set({ "webui.handOver": enabled }),
    close: () => controller.abort(),
  };
}
