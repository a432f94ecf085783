import { words } from "../../../../state/look.js";
import { ranking } from "../../../../state/sweep-view-votes.js";

/** Share of good votes with the range it may have with so few: the lower end decides the order. */
export function VoteRanking() {
  const { sweepView: said } = words.value;
  const told = ranking.value;
  if (told === null) return null;
  if (told.ranking.length === 0) return <p>{said.noVotes}</p>;
  return (
    <table class="sweep-ranking figures">
      <caption>{said.rankingOf(told.votes)}</caption>
      <thead>
        <tr>
          <th scope="col">{said.rankCell}</th>
          <th scope="col">{said.rankVotes}</th>
          <th scope="col">{said.rankShare}</th>
        </tr>
      </thead>
      <tbody>
        {told.ranking.map(({ lora, strength, label, yes, count, share, low, high, few }) => (
          <tr key={`${lora} ${strength}`} class={few ? "muted" : ""}>
            <th scope="row">{label}</th>
            <td>
              {said.votesOf(yes, count)}
              {few && <small> {said.few}</small>}
            </td>
            <td>
              <span
                class="sweep-interval"
                style={{ "--low": low, "--high": high, "--share": share }}
                role="img"
                aria-label={said.interval(share, low, high)}
                title={said.interval(share, low, high)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
