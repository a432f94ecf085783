import { words } from "../../state/look.js";
import { type Examined, examined } from "../../state/plan.js";
import { differenceWords } from "../../state/plan-words.js";
import { FileList } from "./FileList.js";
import { LearnSpeed } from "./LearnSpeed.js";
import { Timeline } from "./Timeline.js";

/** The exact number of steps beside the simple sum, and why they differ. */
function Steps({ steps }: { steps: NonNullable<Examined["steps"]> }) {
  const { plan: said } = words.value;
  return (
    <>
      <p>
        {steps.differences.length === 0
          ? said.asSimple(steps.exact, steps.perEpoch)
          : said.notAsSimple(steps.exact, steps.article)}
      </p>
      {steps.differences.length > 0 && (
        <ul class="plan-list">
          {steps.differences.map((difference) => (
            <li key={difference.kind}>{differenceWords(difference)}</li>
          ))}
        </ul>
      )}
      {steps.kohya !== steps.exact && <p class="muted">{said.kohyaSays(steps.kohya)}</p>}
    </>
  );
}

/** Time, memory and room on the disk, as ranges, with what they rest on. */
function Estimates({ estimate }: { estimate: Examined["estimate"] }) {
  const { plan: said, jobs } = words.value;
  const { seconds, secondsPerStep, memory, bytes, basis, runs } = estimate;
  const bases = {
    runs: said.basisRuns(runs),
    published: said.basisPublished,
    publishedNoCard: said.basisPublishedNoCard,
  };
  return (
    <>
      <dl class="plan-costs">
        <div>
          <dt>{said.time}</dt>
          <dd>
            {seconds ? said.duration(seconds.low, seconds.high) : said.unknown}
            {secondsPerStep && <small class="muted">{said.aStep(secondsPerStep.low, secondsPerStep.high)}</small>}
          </dd>
        </div>
        <div>
          <dt>{said.memory}</dt>
          <dd>{memory ? said.gibibytes(memory.low, memory.high) : said.unknown}</dd>
        </div>
        <div>
          <dt>{said.disk}</dt>
          <dd>{bytes === null ? said.unknown : jobs.size(bytes)}</dd>
        </div>
      </dl>
      {(seconds || memory) && <p class={basis === "publishedNoCard" ? "amber" : "muted"}>{bases[basis]}</p>}
    </>
  );
}

/** What it will cost: steps, time, memory, files. */
export function CostSection() {
  const { plan: said } = words.value;
  const found = examined.value;
  return (
    <section aria-labelledby="plan-cost" class="plan-section">
      <h2 id="plan-cost">{said.cost}</h2>
      {found === null ? (
        <p class="muted">{said.examining}</p>
      ) : found.steps ? (
        <>
          <Steps steps={found.steps} />
          {found.steps.exact > 0 && <Timeline found={found} steps={found.steps} />}
          <Estimates estimate={found.estimate} />
          <LearnSpeed />
          <FileList files={found.files} perEpoch={found.steps.perEpoch} />
        </>
      ) : (
        <p class="amber">{said.stepsUnknown}</p>
      )}
    </section>
  );
}
