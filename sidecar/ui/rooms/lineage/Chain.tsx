import { batch } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { pictureAddress } from "../../rpc.js";
import { planId, room } from "../../state/address.js";
import { openFolder } from "../../state/dataset.js";
import type { Lineage, LineageRun } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { showSweep } from "../../state/sweep.js";
import { showRun } from "../../state/training.js";

const THUMBS = 4;
const SWEEPS = 4;

type Kind = keyof typeof words.value.lineage.nodes;

const marks: Readonly<Record<Kind, string>> = {
  pictures: "▦",
  captions: "✎",
  plan: "∑",
  run: "▶",
  tool: "⚙",
  file: "◆",
  published: "↗",
  sweeps: "⊞",
  installed: "✓",
};

interface Link {
  label: string;
  go(): void;
}

/** One thing on the way, with what is known of it and the way to its place. */
function Node({
  kind,
  title,
  links = [],
  children,
}: {
  kind: Kind;
  title?: string;
  links?: readonly Link[];
  children: ComponentChildren;
}) {
  const { nodes } = words.value.lineage;
  return (
    <li class={`lineage-node ${kind}`}>
      <h3>
        <span aria-hidden="true">{marks[kind]}</span> {title ?? nodes[kind]}
      </h3>
      {children}
      {links.map(({ label, go }) => (
        <button
          type="button"
          key={label}
          class="small"
          onClick={() => {
            panel.value = null;
            go();
          }}
        >
          {label}
        </button>
      ))}
    </li>
  );
}

const folderLink = (run: LineageRun, to: "dataset" | "captions", label: string): Link[] => {
  const where = run.folder ?? run.pictures?.sets[0]?.folder;
  if (where === undefined) return [];
  return [
    {
      label,
      go: () =>
        batch(() => {
          openFolder(where);
          room.value = to;
        }),
    },
  ];
};

function PicturesNode({ run }: { run: LineageRun }) {
  const { lineage: said } = words.value;
  const { pictures } = run;
  if (pictures === null) {
    return (
      <Node kind="pictures">
        <p class="muted">{said.notRecorded}</p>
      </Node>
    );
  }
  const shown = pictures.sets
    .filter(({ regularisation }) => !regularisation)
    .flatMap((set) => set.pictures)
    .filter(({ now }) => now !== null);
  const changed = (["changed", "moved", "gone", "uncertain"] as const).filter((state) => pictures.counts[state] > 0);
  return (
    <Node kind="pictures" links={folderLink(run, "dataset", said.goTo.pictures)}>
      <span class="lineage-thumbs">
        {shown.slice(0, THUMBS).map(({ now, version, name }) => (
          <img key={name} src={pictureAddress("thumbnail", { path: now ?? "", version }, 128)} alt="" loading="lazy" />
        ))}
      </span>
      <p>{said.picturesNow(pictures.total, pictures.counts.same)}</p>
      {changed.map((state) => (
        <p key={state} class="amber">
          {said.stateCounts(state, pictures.counts[state])}
        </p>
      ))}
    </Node>
  );
}

function CaptionsNode({ run }: { run: LineageRun }) {
  const { lineage: said } = words.value;
  const { pictures } = run;
  if (pictures === null) return null;
  const { captionCounts, captions, sets } = pictures;
  const trigger = sets.find(({ regularisation }) => !regularisation);
  return (
    <Node kind="captions" links={folderLink(run, "captions", said.goTo.captions)}>
      <p>{captions === 0 ? said.noPictures : said.captionsNow(captions, captionCounts.same)}</p>
      {trigger && <p class="muted">{said.repeats(trigger.repeats, trigger.trigger)}</p>}
      {(["changed", "gone"] as const)
        .filter((state) => captionCounts[state] > 0)
        .map((state) => (
          <p key={state} class="amber">
            {said.stateCounts(state, captionCounts[state])}
          </p>
        ))}
    </Node>
  );
}

function RunNodes({ run }: { run: LineageRun }) {
  const { lineage: said, training, date } = words.value;
  const { plan, planId: stored, id, name, version, step, steps, started, trainer } = run;
  const planLinks: Link[] =
    stored === null
      ? []
      : [
          {
            label: said.goTo.plan,
            go: () =>
              batch(() => {
                if (run.folder !== null) openFolder(run.folder);
                planId.value = stored;
                room.value = "planning";
              }),
          },
        ];
  return (
    <>
      <PicturesNode run={run} />
      <CaptionsNode run={run} />
      <Node kind="plan" links={planLinks}>
        <p>{plan.name}</p>
        <p class="muted">
          {said.steps(steps)} · {said.arguments(Object.keys(plan.arguments).length)}
        </p>
      </Node>
      <Node
        kind="run"
        title={`${said.nodes.run} · ${training.runNumber(id)}`}
        links={[{ label: said.goTo.run, go: () => showRun(id) }]}
      >
        <p>
          {name} · {said.version(version)}
        </p>
        <p class="muted">
          {[started && date(started), said.trainer(trainer.kind, trainer.revision)].filter(Boolean).join(" · ")}
        </p>
        {step !== null && <p class="muted figures">{said.ofSteps(step, steps)}</p>}
      </Node>
    </>
  );
}

function SweepsNode({ sweeps }: { sweeps: Lineage["sweeps"] }) {
  const { lineage: said } = words.value;
  return (
    <Node
      kind="sweeps"
      links={sweeps.slice(0, SWEEPS).map(({ id, name }) => ({ label: said.goTo.sweep(name), go: () => showSweep(id) }))}
    >
      {sweeps.length === 0 && <p class="muted">{said.notSwept}</p>}
      {sweeps.slice(0, SWEEPS).map((sweep) => (
        <p key={sweep.id}>
          {sweep.hasFile ? (
            <>
              <strong>
                {sweep.verdict === null ? said.notScored : (said.verdicts[sweep.verdict] ?? sweep.verdict)}
              </strong>{" "}
              <span class="muted figures">
                {[
                  said.sweepFacts(sweep.drawn, sweep.votes, sweep.likes),
                  sweep.best !== null && said.bestAt(sweep.best, sweep.band),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ) : (
            <span class="muted">{said.otherFiles}</span>
          )}{" "}
          {sweep.recommendedLabel !== null && sweep.recommendedStrength !== null && (
            <span class={sweep.recommended ? "green" : ""}>
              {sweep.recommended
                ? said.recommendedThis(sweep.recommendedStrength)
                : said.recommended(sweep.recommendedLabel, sweep.recommendedStrength)}
            </span>
          )}
        </p>
      ))}
    </Node>
  );
}

/** The way from pictures to what a WebUI has, drawn from left to right. */
export function Chain({ found }: { found: Lineage }) {
  const { lineage: said, jobs } = words.value;
  const { file, runs, via, sweeps, installed } = found;
  return (
    <ol class="lineage-chain" aria-label={said.chain}>
      {runs.map((run) => (
        <RunNodes key={run.id} run={run} />
      ))}
      {[...via].reverse().map(({ kind, tool, from, to }) => (
        <Node
          key={`${kind} ${to}`}
          kind={kind}
          title={kind === "tool" ? (said.toolNames[tool ?? ""] ?? said.nodes.tool) : said.nodes.published}
        >
          <p class="lineage-path">{from.join(", ")}</p>
        </Node>
      ))}
      <Node kind="file">
        <p class="lineage-path">{file.name}</p>
        <p class="muted figures">
          {[
            jobs.size(file.bytes),
            file.networkDim !== null && said.dim(file.networkDim),
            file.step !== null && said.steps(file.step),
            file.hash,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </Node>
      <SweepsNode sweeps={sweeps} />
      <Node kind="installed">
        {installed.length === 0 && <p class="muted">{said.notInstalled}</p>}
        {installed.map(({ path, name, there, isThis }) => (
          <p key={path} title={path} class={there ? "" : "amber"}>
            {name} {isThis && <span class="plan-tag">{said.here}</span>} {!there && said.gone}
          </p>
        ))}
      </Node>
    </ol>
  );
}
