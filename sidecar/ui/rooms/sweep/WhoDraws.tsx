import { words } from "../../state/look.js";
import type { Sweep } from "../../state/sweep.js";

const tones = { drawing: "running", waiting: "idle", away: "broken", queued: "look" };

/** Of interest where there were several. */
function WhoDrew({ shown: { drawnBy } }: { shown: Sweep }) {
  const { sweep: said } = words.value;
  if (drawnBy.length < 2) return null;
  return (
    <small class="muted figures">
      {drawnBy.map(({ title, pictures }) => `${title}: ${said.webuiDrawn(pictures)}`).join(" · ")}
    </small>
  );
}

/** Which WebUI draws what; folded, unless one of several does not answer. */
export function WhoDraws({ shown }: { shown: Sweep }) {
  const { sweep: said } = words.value;
  if (shown.state !== "drawing" || shown.webuis.length === 0) return <WhoDrew shown={shown} />;
  return (
    <details class="train-fold" open={shown.webuis.some(({ state }) => state === "away" || state === "queued")}>
      <summary>{said.webuis}</summary>
      <ul class="sweep-webuis">
        {shown.webuis.map(({ id, title, state, drawn, now }) => (
          <li key={id}>
            <span class={`dot ${tones[state]}`} aria-hidden="true" /> <strong>{title}</strong>{" "}
            <span class={state === "away" ? "amber" : "muted"}>{said.webuiStates[state]}</span>{" "}
            <span class="figures muted">{[now, said.webuiDrawn(drawn)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
