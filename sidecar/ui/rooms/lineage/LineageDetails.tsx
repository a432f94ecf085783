import { pictureAddress } from "../../rpc.js";
import type { Lineage, LineageRun } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import { asText } from "../../state/plan-catalog.js";
import { reasonWords } from "../../state/plan-words.js";

type Pictures = NonNullable<LineageRun["pictures"]>;

/** Every picture with its caption as it was trained, and what became of both. */
function PictureList({ sets }: Pick<Pictures, "sets">) {
  const { lineage: said } = words.value;
  return (
    <>
      {sets.map(({ folder, repeats, trigger, regularisation, pictures, more }) => (
        <section key={folder}>
          <h4>
            <code>{folder}</code> {said.repeats(repeats, trigger)}{" "}
            {regularisation && <span class="plan-tag">{said.regularisation}</span>}
          </h4>
          <ul class="compared-captions">
            {pictures.map(({ name, path, now, version, state, caption, captionState, content }) => (
              <li key={path}>
                {now === null ? (
                  <span class="compared-gone muted">{said.states[state]}</span>
                ) : (
                  <img
                    class="compared-thumb"
                    src={pictureAddress("thumbnail", { path: now, version }, 256)}
                    alt=""
                    loading="lazy"
                  />
                )}
                <span class="compared-name" title={content ?? path}>
                  {name} {state !== "same" && <span class="amber">{said.states[state]}</span>}
                </span>
                <span class="compared-caption">
                  {caption ?? said.states.none}{" "}
                  {(captionState === "changed" || captionState === "gone") && (
                    <span class="amber">{said.states[captionState]}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {more > 0 && <p class="muted">{said.more(more)}</p>}
        </section>
      ))}
    </>
  );
}

function Rows({ rows }: { rows: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl class="lineage-rows">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RunDetails({ run }: { run: LineageRun }) {
  const { lineage: said, runs: history } = words.value;
  const { pictures, plan, reasons, environment } = run;
  return (
    <>
      {pictures && (
        <details class="train-fold">
          <summary>{said.details.pictures}</summary>
          <PictureList sets={pictures.sets} />
        </details>
      )}
      <details class="train-fold">
        <summary>{said.details.plan}</summary>
        {reasons.length > 0 && (
          <ul class="plan-list">
            {reasons.map((reason) => (
              <li key={reason.argument}>
                <code>{reason.argument}</code> {reasonWords(reason)}
              </li>
            ))}
          </ul>
        )}
        <Rows rows={Object.entries(plan.arguments).map(([name, value]) => [name, asText(value)])} />
      </details>
      {environment && (
        <details class="train-fold">
          <summary>{said.details.machine}</summary>
          <Rows
            rows={Object.entries(environment).flatMap(([name, value]) =>
              value === null ? [] : [[history.machineNames[name] ?? name, String(value)] as const],
            )}
          />
        </details>
      )}
    </>
  );
}

/** What lies behind the drawing, folded. */
export function LineageDetails({ found: { runs, metadata } }: { found: Lineage }) {
  const { lineage: said } = words.value;
  const told = Object.entries(metadata);
  return (
    <>
      {runs.map((run) => (
        <RunDetails key={run.id} run={run} />
      ))}
      {told.length > 0 && (
        <details class="train-fold" open={runs.length === 0}>
          <summary>{said.details.metadata(told.length)}</summary>
          <pre class="train-lines" lang="en">
            {told.map(([name, value]) => `${name}: ${value}`).join("\n")}
          </pre>
        </details>
      )}
    </>
  );
}
