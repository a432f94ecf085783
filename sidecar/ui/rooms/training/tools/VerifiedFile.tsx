import { useEffect } from "preact/hooks";
import { words } from "../../../state/look.js";
import { toolFile, type Verified, verified, verifyToolFile } from "../../../state/lora-tools.js";

function Facts({ found }: { found: Verified }) {
  const { number, training } = words.value;
  const { tools: said } = training;
  const rows: [string, string][] = [
    ["format", found.format],
    ["family", found.family ?? said.unknownFamily],
    ["dims", found.dims.join(", ")],
    ["alphas", found.alphas.map((alpha) => number(alpha)).join(", ")],
    ["types", found.types.join(", ")],
    ["modules", number(found.modules)],
    ["zero", number(found.zero.count)],
    ["steps", found.steps === null ? "" : number(found.steps)],
    ["size", said.size(found.bytes)],
  ];
  return (
    <dl class="plan-figures">
      {rows
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{said.facts[name]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A bar for each block, against the largest. */
function Blocks({ blocks }: Pick<Verified, "blocks">) {
  const { training } = words.value;
  const { tools: said } = training;
  const largest = Math.max(0, ...blocks.map(({ norm }) => norm ?? 0));
  if (largest === 0) return null;
  return (
    <section aria-labelledby="tool-blocks">
      <h3 id="tool-blocks">{said.blocks}</h3>
      <table class="tool-blocks">
        <thead class="muted">
          <tr>
            <th scope="col">{said.block}</th>
            <th scope="col">{said.norm}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ name, norm }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="figures">{norm?.toPrecision(3) ?? "–"}</td>
              <td class="tool-bar" aria-hidden="true">
                <span style={{ width: `${(100 * (norm ?? 0)) / largest}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <small class="muted">{said.blockNote}</small>
    </section>
  );
}

function Verdict({ found }: { found: Verified }) {
  const { training } = words.value;
  const { tools: said } = training;
  const { findings } = found;
  const known: Record<string, (typeof said.findings)["nan"] | undefined> = said.findings;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const tone = errors > 0 ? "red" : findings.length > 0 ? "amber" : "green";
  const sentence =
    errors > 0 ? said.errorsFound(errors) : findings.length > 0 ? said.warningsFound(findings.length) : said.fine;
  return (
    <>
      <p class={`plan-verdict ${tone}`} role="status">
        {sentence}
      </p>
      {findings.map(({ code, severity, values, message, remedy }) => (
        <div class={severity === "error" ? "problem" : "problem mild"} key={code}>
          <p>{known[code]?.message(values) ?? message}</p>
          <p class="hint">{known[code]?.remedy(values) ?? remedy}</p>
        </div>
      ))}
    </>
  );
}

/** What is in the file, found without the trainer. */
export function VerifiedFile() {
  const { training } = words.value;
  const { tools: said } = training;
  const path = toolFile.value;
  useEffect(() => void verifyToolFile(), [path]);
  const found = verified.value;
  if (found === null) return <p class="muted">{said.looking}</p>;
  const metadata = Object.entries(found.metadata);
  return (
    <>
      <Verdict found={found} />
      <Facts found={found} />
      <Blocks blocks={found.blocks} />
      {metadata.length > 0 && (
        <details class="train-fold">
          <summary>{said.metadata(metadata.length)}</summary>
          <pre class="train-lines" lang="en">
            {metadata.map(([name, value]) => `${name}: ${value}`).join("\n")}
          </pre>
        </details>
      )}
    </>
  );
}
