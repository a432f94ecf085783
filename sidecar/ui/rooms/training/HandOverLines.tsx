import { words } from "../../state/look.js";
import { running } from "../../state/training.js";
import { chooseHandOver, memory } from "../../state/webuis.js";

/** What became of the WebUIs' checkpoints, while that is worth knowing. */
export function HandOverLines() {
  const { webui: said } = words.value;
  const state = memory.value;
  if (state === null) return null;
  const { waiting, lent, problems } = state;
  const isLent = running.value !== null;
  return (
    <>
      {waiting.map((title) => (
        <p class="amber train-head" role="status" key={title}>
          <span>{said.waits(title)}</span>
          <button type="button" class="small" onClick={() => void chooseHandOver(false)}>
            {said.startAnyway}
          </button>
        </p>
      ))}
      {lent
        .filter((title) => !waiting.includes(title))
        .map((title) => (
          <p class="muted" key={title}>
            {isLent ? said.lent(title) : said.owed(title)}
          </p>
        ))}
      {problems.map(({ webui, message }) => (
        <p class="amber" key={webui}>
          {said.failed(webui, message)}
        </p>
      ))}
    </>
  );
}
