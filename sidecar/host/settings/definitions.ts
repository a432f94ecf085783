import type { SettingGroup, SettingName } from "../../words/setting-names.js";
import { providers } from "../inference/providers.js";
import { addresses, choice, file, flag, folder, folders, type Kind, number, text } from "./kinds.js";

/**
 * Who may set it: `localFile`: nobody but who can write that file; `owner`: who sits at the machine or has logged in;
 * `anybody`: also those who reach a studio without a login.
 */
type SettingWriter = "localFile" | "owner" | "anybody";

export interface Definition<T> extends Kind<T> {
  group: SettingGroup;
  writer: SettingWriter;
  /** From the next start of the studio; others hold at once. */
  atNextStart: boolean;
}

const defined = <T>(
  kind: Kind<T>,
  group: SettingGroup,
  { writer = "owner", atNextStart = false }: { writer?: SettingWriter; atNextStart?: boolean } = {},
): Definition<T> => ({ ...kind, group, writer, atNextStart });

const byHand = { writer: "localFile", atNextStart: true } as const;

// The tagger's own rules say what follows where these are not set.
const share = [0, 1] as const;
export const existingCaptions = ["skip", "only-empty", "overwrite", "append", "prepend"] as const;
export const publishedBySelf = ["none", "last", "all"] as const;

const definitions = {
  /** Where new training folders are made, and where looking for folders begins. */
  "folders.work": defined(folder, "folders"),
  /** Where trained LoRA files are put among the WebUI's own; null: where the WebUI has them. */
  "folders.loras": defined(folder, "folders"),
  /** Where taggers and cutout models are looked for besides the usual places. */
  "folders.models": defined(folders, "folders"),
  /** A tagger's name; null: the first of the list. */
  "tagger.model": defined(text, "tagging"),
  /** A preset's name; null: only thresholds. */
  "tagger.preset": defined(text, "tagging", { writer: "anybody" }),
  "tagger.threshold": defined(number(share), "tagging", { writer: "anybody" }),
  "tagger.characterThreshold": defined(number(share), "tagging", { writer: "anybody" }),
  "tagger.existing": defined(choice(existingCaptions, "skip"), "tagging", { writer: "anybody" }),
  "tagger.provider": defined(choice(providers, "auto"), "tagging"),
  "tagger.threads": defined(number([1, 256], { whole: true }), "tagging"),
  "tagger.batchSize": defined(number([1, 256], { whole: true }), "tagging"),
  /** Folder of kohya's sd-scripts; null: the first that works. */
  "trainer.folder": defined(folder, "training"),
  /** The trainer's Python; null: that of its folder. */
  "trainer.python": defined(file, "training"),
  /** A run that fails holds up those that wait behind it. */
  "training.pauseOnFailure": defined(flag(false), "training"),
  /** What is put into `folders.loras` when a run has succeeded. */
  "training.publish": defined(choice(publishedBySelf, "none"), "training"),
  /** WebUIs that are reached by their address; what the environment's ATELIER_WEBUI_URL names comes on top. */
  "webui.addresses": defined(addresses, "webui"),
  /** The WebUI's checkpoint leaves the graphics card while something trains. */
  "webui.handOver": defined(flag(true), "webui"),
  /** Where the tasks of other machines wait, `redis://…` or `postgres://…`; null: this machine works alone. */
  "machines.queue": defined(text, "machines", { atNextStart: true }),
  /** HOST:PORT where they come in; null: this machine only, 127.0.0.1:7871. */
  "machines.listen": defined(text, "machines", { atNextStart: true }),
  /** Where they reach that, `http://…`; null: by this machine's name. */
  "machines.address": defined(text, "machines", { atNextStart: true }),
  /** Whether this machine works along with them. */
  "machines.workHere": defined(flag(true), "machines"),
  /** Somebody new is offered the tour of the page. */
  "page.tour": defined(flag(true), "program", { writer: "anybody" }),
  /** What a course decides alone, and what it asks about first; `no` leaves it out. */
  "course.rename": defined(choice(["alone", "ask", "no"], "alone"), "course"),
  "course.arrange": defined(choice(["alone", "ask", "no"], "alone"), "course"),
  "course.prune": defined(choice(["alone", "ask", "no"], "alone"), "course"),
  "course.plan": defined(choice(["alone", "ask"], "alone"), "course"),
  "course.train": defined(choice(["alone", "ask"], "alone"), "course"),
  "course.sweep": defined(choice(["alone", "ask"], "alone"), "course"),
  "course.install": defined(choice(["alone", "ask", "no"], "no"), "course"),
  /** The Node that the WebUI's extension starts the studio with; null: found by itself. */
  node: defined(file, "program", { atNextStart: true }),
  /** The only folders of those who reach the studio without a login. */
  roots: defined(folders, "visitors", byHand),
  "allow.training": defined(flag(false), "visitors", byHand),
  "allow.installs": defined(flag(false), "visitors", byHand),
  "allow.downloads": defined(flag(false), "visitors", byHand),
  /** Network and optimizer modules that are not the trainer's own, and arguments that we do not know: they run code. */
  "allow.customModules": defined(flag(false), "visitors", byHand),
} satisfies Record<SettingName, unknown>;

export type SettingValues = {
  [N in SettingName]: (typeof definitions)[N] extends Definition<infer T> ? T : never;
};
export type SettingValue = string | number | boolean | readonly string[] | null;

/** The same, by name: its parser gives that setting's type. */
export const settingTable: { [N in SettingName]: Definition<SettingValues[N]> } = definitions;

/** What visitors without a login may be allowed, by the local file only. */
export const allowances = ["training", "installs", "downloads", "customModules"] as const;
export type Allowance = (typeof allowances)[number];
