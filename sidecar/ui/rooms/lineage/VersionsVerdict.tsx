import { lineageReasonWords } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import { drawFairly, type Versions } from "../../state/versions.js";

type Trait = Versions["verdict"]["traits"][number];

// A difference of everything would be 1; most are far smaller.
const LEAST_SCALE = 0.2;

/** An interval on a line whose middle is 0, with its mean. */
function Interval({ difference, scale }: { difference: Trait["difference"]; scale: number }) {
  const place = (value: number): number => 50 + (50 * Math.max(-scale, Math.min(scale, value))) / scale;
  const [low, high] = [place(difference.low), place(difference.high)];
  return (
    <span class="versions-interval" aria-hidden="true">
      <span class="versions-span" style={{ left: `${low}%`, width: `${high - low}%` }} />
      <span class="versions-mean" style={{ left: `${place(difference.mean)}%` }} />
    </span>
  );
}

function Traits({ traits, sides }: { traits: readonly Trait[]; sides: Versions["sides"] }) {
  const { lineage: said } = words.value;
  const { points } = said;
  const scale = Math.max(LEAST_SCALE, ...traits.map(({ difference }) => Math.abs(difference.mean) * 1.5));
  return (
    <div class="plan-table">
      <table class="versions-traits" aria-label={said.traits}>
        <thead>
          <tr>
            <th scope="col">{said.trait}</th>
            {sides.map(({ path, name }) => (
              <th scope="col" key={path}>
                {name}
              </th>
            ))}
            <th scope="col" colSpan={2}>
              {said.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {traits.map(({ tag, means, difference, better }) => (
            <tr key={tag} class={better === null ? "muted" : ""}>
              <th scope="row">{tag}</th>
              {means.map((mean, side) => (
                <td key={sides[side]?.path} class={better === side ? "figures green" : "figures"}>
                  {points(mean)}
                </td>
              ))}
              <td class="figures">
                {points(difference.mean)} ({said.interval(points(difference.low), points(difference.high))})
              </td>
              <td>
                <Interval difference={difference} scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which of the two shows more of what the training pictures have, or that this cannot be told. */
export function VersionsVerdict({ found }: { found: Versions }) {
  const { lineage: said } = words.value;
  const { verdict, sides, missing } = found;
  const { state, better, reasons, traits } = verdict;
  const name = better === null ? undefined : sides[better]?.name;
  const sentence =
    better !== null && name !== undefined
      ? (said.told[better]?.(name) ?? name)
      : { told: said.someTraits, notEnough: said.notEnough, unscored: said.unscored, noPairs: said.noPairs }[state];
  return (
    <section aria-label={said.verdict}>
      <h3>{said.verdict}</h3>
      <p class={better === null ? "plan-verdict amber" : "plan-verdict green"} role="status">
        {sentence}
      </p>
      <ul class="sweep-reasons">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.sentence}`}>{lineageReasonWords(reason)}</li>
        ))}
      </ul>
      {traits.length > 0 && <Traits traits={traits} sides={sides} />}
      {missing && (
        <div class="problem mild">
          <p>{lineageReasonWords(missing.reason)}</p>
          <p class="hint">{said.drawNote}</p>
          <p>
            <button type="button" onClick={() => void drawFairly(missing.settings)}>
              {said.drawIt}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
