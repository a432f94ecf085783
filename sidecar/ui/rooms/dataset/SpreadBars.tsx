import { spread } from "../../state/check.js";
import { words } from "../../state/look.js";

/** How framing, view, pose and expression are spread, by the tagger's scores. */
export function SpreadBars() {
  const { check: said, spread: spoken, number } = words.value;
  const found = spread.value;
  return (
    <section aria-label={said.spread}>
      <h3>{said.spread}</h3>
      {found === null ? (
        <p class="muted">{said.noScores}</p>
      ) : (
        <>
          <p class="muted">{spoken.source(found.model, found.scored, found.pictures)}</p>
          <ul class="set-findings">
            {found.findings.map((finding) => (
              <li key={finding.sentence} class="amber">
                {spoken.finding(finding)}
              </li>
            ))}
          </ul>
          <div class="spread">
            {found.groups.map(({ group, counts, unnamed }) => (
              <div key={group}>
                <h4>{spoken.group(group)}</h4>
                <ul class="bucket-bars spread-bars">
                  {[...counts, { name: "", pictures: unnamed }].map(({ name, pictures }) => (
                    <li key={name} class={name === "" ? "muted" : ""}>
                      <span>{name === "" ? spoken.unnamed : spoken.name(name)}</span>
                      <span class="bar">
                        <span style={{ width: `${(100 * pictures) / Math.max(1, found.scored)}%` }} />
                      </span>
                      <span class="figures">{number(pictures)}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
