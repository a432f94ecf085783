import { useEffect, useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Problem } from "../../parts/Problem.js";
import { call } from "../../rpc.js";
import { words } from "../../state/look.js";
import { preview } from "../../state/preview.js";
import { report } from "../../state/tagging.js";
import { Bars } from "./Bars.js";

type Scores = Methods["tagging/scores"]["result"]["models"][number];

const SHOWN = 30;

function OneModel({ scores: { name, rating, tags } }: { scores: Scores }) {
  const { tagging, choose } = words.value;
  const [all, setAll] = useState(false);
  const bars = (all ? tags : tags.slice(0, SHOWN)).map(({ tag, category, probability }) => ({
    name: tag,
    probability,
    isCharacter: category === "character",
  }));
  const ratings = Object.entries(rating).map(([rated, probability]) => ({
    name: rated,
    probability,
    isCharacter: false,
    note: tagging.ratingNotes[rated],
  }));
  return (
    <>
      <h3>{choose.scores(name)}</h3>
      <Bars bars={bars} />
      {!all && tags.length > SHOWN && (
        <button type="button" class="small quiet" onClick={() => setAll(true)}>
          {choose.showAll(tags.length)}
        </button>
      )}
      <h3>{tagging.rating}</h3>
      <Bars bars={ratings} />
    </>
  );
}

/** Every tagger's kept scores of one picture. */
export function ModelScores({ path }: { path: string }) {
  const { choose } = words.value;
  const [models, setModels] = useState<Scores[]>([]);
  const scored = preview.value?.scored;
  useEffect(() => {
    let shown = true;
    call("tagging/scores", { path }).then(
      (answer) => shown && setModels(answer.models),
      () => shown && setModels([]),
    );
    return () => {
      shown = false;
    };
  }, [path, scored]);
  const failed = report.value?.images.find((image) => image.path === path);
  if (failed?.error) return <Problem error={failed.error} />;
  if (models.length === 0) return <p class="muted">{choose.notScored}</p>;
  return (
    <>
      {models.map((scores) => (
        <OneModel key={scores.name} scores={scores} />
      ))}
    </>
  );
}
