import { words } from "../../state/look.js";
import type { Examined } from "../../state/plan.js";

type Bucket = NonNullable<Examined["data"]>["buckets"][number];

const BOX = 34;
const SHOWN = 12;

/** The trainer's buckets: each drawn to scale, with how often its pictures are shown in an epoch. */
export function BucketShapes({ buckets }: { buckets: Bucket[] }) {
  const { plan: said } = words.value;
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const side = Math.max(1, ...buckets.flatMap(({ width, height }) => [width, height]));
  const shown = [...buckets].sort((left, right) => right.count - left.count).slice(0, SHOWN);
  return (
    <div>
      <h3>{said.buckets(buckets.length)}</h3>
      <ul class="bucket-bars plan-buckets">
        {shown.map(({ width, height, count, batches }) => {
          const [w, h] = [(BOX * width) / side, (BOX * height) / side];
          return (
            <li key={`${width}x${height}`}>
              <svg width={BOX} height={BOX} aria-hidden="true">
                <rect x={(BOX - w) / 2 + 1} y={(BOX - h) / 2 + 1} width={w - 2} height={h - 2} rx="2" />
              </svg>
              <span class="figures">
                {width}×{height}
              </span>
              <span class="bar">
                <span style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span class="muted figures">{said.bucketRow(count, batches)}</span>
            </li>
          );
        })}
      </ul>
      {buckets.length > SHOWN && <p class="muted">{said.more(buckets.length - SHOWN)}</p>}
    </div>
  );
}
