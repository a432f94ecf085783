import { type DrawnPicture, type DrawnPictures, isHalfMade } from "../../webui/drawing.js";
import { type CellProof, type ExpectedCell, proveCell } from "../proof/cell-proof.js";
import { parseInfotext } from "../proof/infotext.js";
import { differenceBetween, lookAt, type PictureLook } from "../proof/picture-look.js";
import type { ControlLooks } from "./control-looks.js";
import type { DrawingTask } from "./drawing-task.js";

/** What a sweep knows of its pictures while it is drawn, to judge the next one by. */
export interface Judge {
  judge(task: DrawingTask, came: CameFrom): Promise<JudgedPicture>;
}

interface CameFrom {
  picture: DrawnPicture;
  answer: Pick<DrawnPictures, "pressed" | "modelHash">;
  /** Names of the LoRA files in the WebUI that drew it, by content. */
  names: ReadonlyMap<string, string>;
  webui: string;
}

export interface JudgedPicture {
  proof: CellProof;
  look: PictureLook;
}

const finished = (side: number, task: DrawingTask): number => Math.floor(side * (task.request.hires?.scale ?? 1));

/** @param hashOf the 12 letters by which infotexts name a LoRA's content; null where they are not known */
export function createJudge(controls: ControlLooks, hashOf: (content: string) => string | null): Judge {
  // WebUIs that have written any LoRA hash.
  const hashesSeen = new Set<string>();
  // Pixels by what is compared: the same LoRA and control at several strengths.
  const seen = new Map<string, Map<string, string>>();

  const equalStrength = (task: DrawingTask, { hash }: PictureLook): string | null => {
    const { lora } = task.request;
    if (lora === null || task.control === null) return null;
    const strengths = seen.get(`${task.control} ${lora.content}`) ?? new Map<string, string>();
    seen.set(`${task.control} ${lora.content}`, strengths);
    const own = `${lora.textEncoder ?? lora.strength}:${lora.strength}`;
    const equal = [...strengths].find(([strength, other]) => strength !== own && other === hash);
    if (!equal) strengths.set(own, hash);
    return equal?.[0] ?? null;
  };
  return {
    async judge(task, { picture, answer, names, webui }) {
      const look = await lookAt(picture.png);
      const { lora } = task.request;
      const control = task.control === null ? null : await controls.of(task.control);
      const expected: ExpectedCell = {
        lora: lora && { name: names.get(lora.content) ?? "", hash: hashOf(lora.content) },
        strength: Number(lora?.strength ?? 0) || Number(lora?.textEncoder ?? 0),
        seed: task.request.seed,
        width: finished(task.request.width, task),
        height: finished(task.request.height, task),
        checkpoint: task.request.checkpoint,
        ours: new Set(names.values()),
      };
      if (parseInfotext(picture.infotext)?.fields.has("Lora hashes")) hashesSeen.add(webui);
      const proof = proveCell(expected, {
        infotext: picture.infotext,
        interrupted: isHalfMade(answer),
        modelHash: answer.modelHash,
        width: look.width,
        height: look.height,
        spread: look.spread,
        difference: control && differenceBetween(look, control),
        equalToStrength: equalStrength(task, look),
        hashesSeen: hashesSeen.has(webui),
      });
      return { proof, look };
    },
  };
}
