import { pictureAddress } from "../../rpc.js";
import { pictures, scan } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { type Examined, examined, plan } from "../../state/plan.js";
import { BaseModel } from "./BaseModel.js";
import { BucketShapes } from "./BucketShapes.js";
import { Reasons } from "./Field.js";
import { LostFolders } from "./LostFolders.js";

const SHOWN = 30;
const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

/** The first pictures of the folder: what all the numbers below are about. */
function Strip() {
  const all = pictures.value;
  if (all.length === 0) return null;
  return (
    <ul class="plan-strip" aria-label={words.value.dataset.wall}>
      {all.slice(0, SHOWN).map((picture) => (
        <li key={picture.path}>
          <img src={pictureAddress("thumbnail", picture, 256)} alt={picture.name} loading="lazy" />
        </li>
      ))}
    </ul>
  );
}

type Folder = NonNullable<Examined["data"]>["folders"][number];

/** A folder in one sentence; what is missing stands out. */
function FolderLine({ folder }: { folder: Folder }) {
  const { plan: said } = words.value;
  const { pictures: total, captions, withTrigger, trigger } = folder;
  return (
    <li>
      <code title={folder.folder}>{lastPart(folder.folder)}</code>{" "}
      {folder.regularisation && <span class="plan-tag">{said.regularisation}</span>}{" "}
      {said.folderSentence(total, folder.repeats)}{" "}
      <span class={captions < total ? "amber" : ""}>{said.captionSentence(captions, total)}</span>{" "}
      {trigger !== null && !folder.regularisation && (
        <span class={captions > 0 && withTrigger < captions ? "amber" : ""}>
          {captions === 0 ? said.triggerAlone(trigger) : said.triggerSentence(trigger, withTrigger, captions)}
        </span>
      )}
    </li>
  );
}

/** Before there is a plan: what the folder's pictures say by themselves. */
function FromPictures() {
  const { plan: said } = words.value;
  const repeats = new Set(pictures.value.map((picture) => picture.repeats));
  const [only] = repeats;
  return (
    <p>
      {said.setSentence(pictures.value.length, repeats.size === 1 && only !== undefined ? only : null)}{" "}
      {said.captionSentence(scan.value?.captions ?? 0, pictures.value.length)}
    </p>
  );
}

function Folders({ data }: { data: NonNullable<Examined["data"]> }) {
  const { plan: said } = words.value;
  if (data.folders.length === 0) return <p class="amber">{said.noPictures}</p>;
  return (
    <ul class="plan-folders">
      {data.folders.map((folder) => (
        <FolderLine key={`${folder.folder} ${folder.regularisation}`} folder={folder} />
      ))}
    </ul>
  );
}

/** What you have: pictures, folders, buckets, base model. */
export function HaveSection() {
  const { plan: said } = words.value;
  const data = examined.value?.data ?? null;
  return (
    <section aria-labelledby="plan-have" class="plan-section">
      <h2 id="plan-have" tabIndex={-1}>
        {said.have}
      </h2>
      <Strip />
      {data ? <Folders data={data} /> : <FromPictures />}
      <Reasons of={["datasets"]} />
      {plan.value && <LostFolders />}
      <div class="plan-columns">
        {data && data.buckets.length > 0 && <BucketShapes buckets={data.buckets} />}
        {plan.value && <BaseModel />}
      </div>
    </section>
  );
}
