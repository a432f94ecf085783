import { useEffect } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { MarkableCut } from "../../parts/MarkableCut.js";
import { NumberField } from "../../parts/NumberField.js";
import { Problem } from "../../parts/Problem.js";
import {
  askBuckets,
  type BucketForm,
  bucketError,
  bucketForm,
  bucketPlan,
  type CutPicture,
} from "../../state/buckets.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";

const MOST_CUT = 24;
// Less than this is a row or two of pixels.
const WORTH_TELLING = 0.005;

const cutCount = ({ cutsSubject }: CutPicture): number => cutsSubject?.length ?? 0;

/** A picture with what stays of it framed and the rest darkened. */
function Cut({ image }: { image: CutPicture }) {
  const { buckets } = words.value;
  const picture = pictures.value.find(({ path }) => path === image.path);
  if (!picture) return null;
  const sentence = buckets.lost(Math.round(image.lost * 100));
  const cuts = image.cutsSubject ?? [];
  return (
    <MarkableCut
      picture={picture}
      size={image.resized}
      keep={image.crop}
      label={sentence}
      orientation={image.orientation}
      subject={image.subject ?? null}
      onMarked={() => void askBuckets()}
    >
      <small>{picture.name}</small>
      <small class="muted">
        {image.bucket.join("×")} · {sentence}
        {image.enlarged && ` · ${buckets.enlarged}`}
        {cuts.length > 0 && (
          <strong class="amber"> · {cuts.includes("top") ? buckets.headCut : buckets.subjectCut}</strong>
        )}
      </small>
    </MarkableCut>
  );
}

function Plan() {
  const { buckets } = words.value;
  const plan = bucketPlan.value;
  if (plan === null) return null;
  const most = Math.max(1, ...plan.buckets.map(({ count }) => count));
  const cut = [...plan.images]
    .filter(({ lost }) => lost >= WORTH_TELLING)
    .sort((left, right) => cutCount(right) - cutCount(left) || right.lost - left.lost);
  const intoSubject = cut.filter((image) => cutCount(image) > 0).length;
  const enlarged = plan.images.filter((image) => image.enlarged).length;
  return (
    <>
      {plan.problems.length > 0 && (
        <ul class="amber">
          {plan.problems.slice(0, 20).map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      <h3>{buckets.sum(plan.buckets.length, plan.batchesPerEpoch)}</h3>
      {enlarged > 0 && <p class="amber">{buckets.enlargedSum(enlarged)}</p>}
      <ul class="bucket-bars">
        {plan.buckets.map(({ width, height, count, batches }) => (
          <li key={`${width}x${height}`}>
            <span class="figures">
              {width}×{height}
            </span>
            <span class="bar">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span class="muted figures">
              {buckets.row(count, batches)}
              {count < bucketForm.value.batchSize && ` – ${buckets.shortBatch}`}
            </span>
          </li>
        ))}
      </ul>
      <h3>{buckets.mostCut}</h3>
      {intoSubject > 0 && <p class="amber">{buckets.subjectSum(intoSubject)}</p>}
      {cut.some(({ cutsSubject }) => !cutsSubject) && <p class="muted">{buckets.subjectUnknown}</p>}
      {cut.length === 0 ? (
        <p>{buckets.nothingCut}</p>
      ) : (
        <ul class="cuts">
          {cut.slice(0, MOST_CUT).map((image) => (
            <Cut key={image.path} image={image} />
          ))}
        </ul>
      )}
    </>
  );
}

function Inside() {
  const { buckets } = words.value;
  const form = bucketForm.value;
  const change = (part: Partial<BucketForm>): void => {
    bucketForm.value = { ...form, ...part };
  };
  useEffect(() => void askBuckets(), [form]);
  return (
    <>
      <h2>{buckets.title}</h2>
      <p class="muted">{buckets.note}</p>
      <div class="two-fields">
        <NumberField
          label={buckets.width}
          least={64}
          most={4096}
          value={form.width}
          onChange={(width) => change({ width })}
        />
        <NumberField
          label={buckets.height}
          least={64}
          most={4096}
          value={form.height}
          onChange={(height) => change({ height })}
        />
        <NumberField
          label={buckets.batchSize}
          least={1}
          most={64}
          value={form.batchSize}
          onChange={(batchSize) => change({ batchSize })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={form.buckets}
          onChange={({ currentTarget }) => change({ buckets: currentTarget.checked })}
        />
        {buckets.buckets}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={form.upscale}
          onChange={({ currentTarget }) => change({ upscale: currentTarget.checked })}
        />
        {buckets.upscale}
      </label>
      {bucketError.value ? <Problem error={bucketError.value} /> : <Plan />}
    </>
  );
}

/** The trainer's buckets for a folder, and what it cuts away of each picture. */
export function BucketDialog() {
  return (
    <Dialog name="buckets" title={words.value.buckets.title}>
      <Inside />
    </Dialog>
  );
}
