import { words } from "../../state/look.js";
import { preflight } from "../../state/training-start.js";
import { CopyButton } from "./CopyButton.js";

function Text({ title, text, wrapped }: { title: string; text: string; wrapped?: boolean }) {
  const { training: said } = words.value;
  return (
    <div class="train-text">
      <div class="train-head">
        <h3>{title}</h3>
        <CopyButton text={text} label={said.copy} name={said.copyNamed(title)} />
      </div>
      <section
        class={wrapped ? "train-lines wrapped" : "train-lines"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label={title}
      >
        {text}
      </section>
    </div>
  );
}

/** What would be started, word for word. */
export function ExactCommand() {
  const { training: said } = words.value;
  const found = preflight.value;
  if (found === null) return null;
  const { command, toml, datasetToml } = found.real;
  return (
    <details class="train-fold">
      <summary>{said.exactly}</summary>
      <Text title={said.command} text={command} wrapped />
      <Text title={said.toml} text={toml} />
      {datasetToml !== null && <Text title={said.datasetToml} text={datasetToml} />}
    </details>
  );
}
