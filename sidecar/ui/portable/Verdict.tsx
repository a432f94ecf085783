import type { PortableVerdict } from "../../sweep/export/kinds/portable-sweep.js";
import type { SweepPortableWords } from "../../words/sweep-portable-en.js";

/** What the scores said when the page was made. */
export function Verdict({ verdict, words }: { verdict: PortableVerdict; words: SweepPortableWords }) {
  const { recommendation, checkpoints } = verdict;
  return (
    <section class="verdict">
      <p>
        <strong>
          {recommendation
            ? words.use(
                recommendation.label,
                String(recommendation.strength),
                String(recommendation.low),
                String(recommendation.high),
              )
            : words.notEnough}
        </strong>
      </p>
      <ul>
        {checkpoints.map(({ label, verdict: name, low, high }) => (
          <li key={label}>
            {label}: {words.verdicts[name]}
            {low !== null && high !== null ? ` (${words.band(String(low), String(high))})` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}
