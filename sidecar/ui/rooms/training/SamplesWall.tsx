import { useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { pictureAddress } from "../../rpc.js";
import { words } from "../../state/look.js";
import { goToPrompts } from "../../state/plan-samples.js";
import { hasEnded, type Run } from "../../state/training.js";
import {
  columnsOf,
  momentKey,
  openSample,
  readSamples,
  type SampleMoment,
  samplesError,
  samplesOf,
} from "../../state/training-samples.js";

const FOLLOW_MS = 3000;
const SIZES = { least: 72, usual: 132, most: 320 };
// So near the end one is at the end.
const END_PIXELS = 40;

type Samples = NonNullable<ReturnType<typeof samplesOf>>;

function Head({ samples, column }: { samples: Samples; column: number }) {
  const { runs: said } = words.value;
  const prompt = samples.prompts[column];
  const facts = prompt ? said.promptFacts(prompt.width, prompt.height, prompt.seed) : "";
  return (
    <th scope="col" title={prompt?.text}>
      <span class="samples-prompt">{prompt?.text ?? said.promptNumber(column)}</span>
      {facts && <small class="muted figures">{facts}</small>}
    </th>
  );
}

function Moment({ moment, samples, columns }: { moment: SampleMoment; samples: Samples; columns: number }) {
  const { runs: said } = words.value;
  const title = said.moment(moment.step, moment.epoch);
  return (
    <tr>
      <th scope="row" class="figures">
        {title}
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const picture = moment.pictures.find(({ prompt }) => prompt === column);
        const text = samples.prompts[column]?.text ?? said.promptNumber(column);
        return (
          <td key={picture?.path ?? `none ${column}`}>
            {picture ? (
              <button
                type="button"
                class="samples-picture"
                aria-label={said.openSample(title, text)}
                onClick={() => openSample(moment, column)}
              >
                <img src={pictureAddress("thumbnail", picture, 512)} alt="" loading="lazy" decoding="async" />
              </button>
            ) : (
              <span class="muted">{said.notDrawn}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Wall({ samples, follows }: { samples: Samples; follows: boolean }) {
  const { runs: said } = words.value;
  const [size, setSize] = useState(SIZES.usual);
  const element = useRef<HTMLElement>(null);
  const atEnd = useRef(follows);
  const { rows } = samples;
  const columns = columnsOf(samples);
  const count = rows.reduce((sum, { pictures }) => sum + pictures.length, 0);
  useEffect(() => {
    // The newest stays in sight, unless one has scrolled back.
    if (follows && atEnd.current) element.current?.scrollTo(0, element.current.scrollHeight);
  }, [count, follows]);
  return (
    <>
      <div class="train-head">
        <h3>{said.samples}</h3>
        <small class="muted figures" role="status">
          {said.samplesCount(count, rows.length)}
        </small>
        <label class="slider samples-size">
          {said.samplesSize}
          <input
            type="range"
            min={SIZES.least}
            max={SIZES.most}
            value={size}
            onInput={({ currentTarget }) => setSize(currentTarget.valueAsNumber)}
          />
        </label>
      </div>
      <section
        ref={element}
        class="samples-wall"
        aria-label={said.samples}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        style={{ "--size": `${size}px` }}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < END_PIXELS;
        }}
      >
        <table>
          <thead>
            <tr>
              <td />
              {Array.from({ length: columns }, (_, column) => (
                <Head key={samples.prompts[column]?.text ?? column} samples={samples} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((moment) => (
              <Moment key={momentKey(moment)} moment={moment} samples={samples} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Nothing({ asked, ended }: { asked: boolean; ended: boolean }) {
  const { runs: said } = words.value;
  return (
    <>
      <h3>{said.samples}</h3>
      <p class="muted">{asked ? (ended ? said.noSamplesLeft : said.noSamplesYet) : said.noSamples}</p>
      {!asked && (
        <p>
          <button type="button" class="small" onClick={goToPrompts}>
            {said.putPrompts}
          </button>
        </p>
      )}
    </>
  );
}

/** What the trainer drew while it learnt: a row for each moment, a column for each prompt. */
export function SamplesWall({ run }: { run: Run }) {
  const { id, state } = run;
  useEffect(() => {
    void readSamples(id);
    if (state !== "running") return;
    const timer = setInterval(() => void readSamples(id), FOLLOW_MS);
    return () => clearInterval(timer);
  }, [id, state]);
  const samples = samplesOf(id);
  return (
    <div class="samples">
      {samplesError.value && <Problem error={samplesError.value} />}
      {samples &&
        (samples.rows.length > 0 ? (
          <Wall samples={samples} follows={state === "running"} />
        ) : (
          <Nothing asked={samples.asked} ended={hasEnded(run)} />
        ))}
    </div>
  );
}
