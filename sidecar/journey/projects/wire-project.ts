import type { Result } from "../../../protocol/validate.js";
import type { SetLook } from "./look-at-set.js";
import type { Past } from "./past.js";
import type { Project, Story } from "./project-store.js";
import { nextOf, stagesOf } from "./standing.js";
import type { SweepVerdict } from "./sweep-verdict.js";

type Row = Result<"project/list">["projects"][number];
type StoryEvent = Result<"project/show">["events"][number];

const latestOf = (times: readonly (string | null)[]): string | null =>
  times.reduce((latest, time) => (time !== null && (latest === null || time > latest) ? time : latest), null);

/** When something was last done in it: an ISO time. */
function workedOn(project: Project, { steps, plans, runs, sweeps, installed, opened }: Story): string {
  const last = latestOf([
    ...steps.map(({ created }) => created),
    ...plans.map(({ changed }) => changed),
    ...runs.flatMap(({ queued, started, ended }) => [queued, started, ended]),
    ...sweeps.map(({ changed }) => changed),
    ...installed.map(({ published }) => published),
    opened === null ? null : new Date(opened).toISOString(),
  ]);
  return last ?? project.created;
}

/** True when a stand-in took part in any of it. */
const isRehearsal = ({ runs, sweeps }: Story): boolean =>
  runs.some(({ meant }) => meant.trainer.kind === "rehearsal") || sweeps.some(({ settings }) => settings.rehearsal);

export function wireProject(
  project: Project,
  story: Story,
  { look, verdict }: { look: SetLook | null; verdict: SweepVerdict | null },
): Row {
  const { id, key, name, folder, created, archived } = project;
  return {
    id,
    key,
    name,
    folder,
    found: look !== null,
    created,
    archived,
    worked: workedOn(project, story),
    pictures: look?.pictures ?? 0,
    captions: look?.captions ?? 0,
    cover: look?.cover[0] ?? null,
    rehearsal: isRehearsal(story),
    stages: stagesOf(look, story),
    next: nextOf(look, story, verdict),
  };
}

/** What another machine did; nothing of it can be undone here. */
const pastEvents = ({ steps, installed }: Past): StoryEvent[] => [
  ...steps.map(({ name, created, files, moved, undone, point }) => {
    const state = undone ? ("undone" as const) : ("done" as const);
    const kind = point ? ("point" as const) : ("step" as const);
    return { kind, at: created, id: null, name, folder: null, files, moved, state, elsewhere: true };
  }),
  ...installed.map(({ name, published }) => {
    return { kind: "installed" as const, at: published, id: null, name, folder: null, elsewhere: true };
  }),
];

/** The story in time order, the latest first. */
export function wireEvents({ steps, plans, runs, sweeps, installed, past }: Story): StoryEvent[] {
  const events: StoryEvent[] = [
    ...steps.map(({ step, name, created, folder, files, moved, undone, point }) => {
      const state = undone ? ("undone" as const) : ("done" as const);
      return {
        kind: point ? ("point" as const) : ("step" as const),
        at: created,
        id: step,
        name,
        folder,
        files,
        moved,
        state,
      };
    }),
    ...plans.map(({ id, name, changed, folder }) => ({ kind: "plan" as const, at: changed, id, name, folder })),
    ...runs.map(({ id, name, state, queued, started, ended, meant, outcome }) => ({
      kind: "run" as const,
      at: ended ?? started ?? queued,
      id,
      name,
      folder: meant.folder,
      state,
      steps: meant.steps,
      files: (outcome?.progress.saved ?? []).filter(({ kind }) => kind !== "state").length,
      cause: outcome?.cause ?? null,
      rehearsal: meant.trainer.kind === "rehearsal",
    })),
    ...sweeps.map(({ id, name, state, created, settings, counts }) => ({
      kind: "sweep" as const,
      at: created,
      id,
      name,
      folder: settings.folder,
      state,
      run: settings.run,
      files: counts?.cells ?? 0,
      rehearsal: settings.rehearsal,
    })),
    ...installed.map(({ name, folder, published, run, isThere }) => ({
      kind: "installed" as const,
      at: published,
      id: null,
      name,
      folder,
      run,
      state: isThere ? ("done" as const) : ("gone" as const),
    })),
  ];
  if (past !== null) events.push(...pastEvents(past));
  return events.sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0));
}
