import { basename, dirname, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { largestCardMemory } from "../../host/graphics-cards.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { isReason, planReasonsEn } from "../../words/plan-reasons-en.js";
import { say } from "../../words/sentence.js";
import { stepsOfData } from "../examine/examine-plan.js";
import { citation } from "../examine/methods.js";
import { hasOwnRates } from "../examine/schedule-of.js";
import { lookAtData } from "../gather/data-facts.js";
import type { TrainingPlan } from "../plan.js";
import { planValues } from "../plan-values.js";
import { lookingFor, type PlanningRoom } from "../planning-room.js";
import { planPresetNamed, presetOfPlan } from "../stored-presets.js";
import { planOfWire, wireOfPlan } from "../wire-plan.js";
import type { Preset } from "./built-in-presets.js";
import type { Reason } from "./choice.js";
import { familyOf, modelFacts, typeNamed } from "./choose-family.js";
import { repeatsFor, repeatsReason } from "./choose-repeats.js";
import { layOutData } from "./lay-out-data.js";
import { chooseLength, draftPlan, withSaves } from "./propose.js";
import { usualRepeats } from "./recommended-steps.js";
import type { Situation } from "./situation.js";

type Asked = Params<"planning/propose">;

type Shapes = { size: readonly [number, number] }[];

/** The size that most pictures have. */
function commonSize(shapes: Shapes): Situation["pictureSize"] {
  const counts = new Map<string, number>();
  for (const { size } of shapes) counts.set(size.join("x"), (counts.get(size.join("x")) ?? 0) + 1);
  const [most] = [...counts].sort((left, right) => right[1] - left[1]);
  if (!most) return null;
  const [width = 0, height = 0] = most[0].split("x").map(Number);
  return { width, height, all: counts.size === 1 };
}

const modelOf = ({ from }: Asked): string | null => {
  const model = from?.arguments.pretrained_model_name_or_path;
  return typeof model === "string" ? model : null;
};

function saidReason({ argument, reason, values, source }: Reason): Result<"planning/propose">["reasons"][number] {
  const message = isReason(reason) ? planReasonsEn[reason](values) : reason;
  return { argument, reason, values: { ...values }, message, source: source === "" ? "" : citation(source) };
}

/** What the proposal begins with; null: nothing but the set. @throws StudioError "badArguments" | "notFound" */
function presetOf({ preset, from }: Asked, database: Database): Preset | null {
  if (from === undefined) return preset === undefined ? null : planPresetNamed(database, preset);
  if (preset !== undefined) {
    throw new StudioError(
      "badArguments",
      say("A preset and a configuration are both given."),
      say("Begin with one of them."),
    );
  }
  return presetOfPlan(planOfWire(from));
}

/** A complete plan for a folder, each number with its reason. */
export function proposeMethods(room: PlanningRoom) {
  return {
    async "planning/propose"(asked: Asked): Promise<Result<"planning/propose">> {
      const { roots, database } = room;
      const looking = lookingFor(room);
      const folder = await roots.open(asked.folder);
      const preset = presetOf(asked, database);
      const loraType = typeNamed(asked.loraType);
      const model = await modelFacts(asked.model ?? modelOf(asked) ?? undefined, looking);
      const [family, familyReason] = familyOf(asked, preset?.family ?? null, model);
      const { repeats, solved } = await repeatsFor(asked, null, folder);
      const layout = await layOutData(folder, {
        repeats,
        trigger: asked.trigger ?? null,
        looksBeside: await roots.permit(dirname(folder)).then(
          () => true,
          () => false,
        ),
        usual: (pictures) => preset?.repeats ?? usualRepeats(family, pictures),
      });
      const name = asked.name ?? layout.trigger ?? basename(folder);
      // Never with a number in front: beside `10_okara` folders the trainer would take it for one.
      const output = asked.output ?? join(dirname(folder), `${name.replace(/^\d+_/, "")}-lora`);
      const bare: TrainingPlan = planOfWire({
        name,
        family,
        length: { by: "epochs", value: 1 },
        arguments: { ...(layout.parent === null ? {} : { train_data_dir: layout.parent }) },
        datasets: layout.datasets === null ? null : [...layout.datasets],
        launch: {},
        samplePrompts: null,
        additional: [],
        origin: null,
      });
      const looked = await lookAtData(bare, looking);
      const images = looked?.counted.reduce((sum, dataset) => sum + dataset.images, 0) ?? 0;
      const shapes = await looking.shapesOf(layout.folders.flatMap(({ pictures }) => pictures));
      const known = shapes.flatMap((shape) => (shape ? [shape] : []));
      const situation: Situation = {
        family,
        concept: asked.concept ?? "character",
        patience: asked.patience ?? "usual",
        stepsAsked: asked.steps !== undefined,
        gpuMemory: asked.gpuMemory ?? (await largestCardMemory()),
        images,
        pictureSize: commonSize(known),
        shortestSide: known.length === 0 ? null : Math.min(...known.map(({ size }) => Math.min(...size))),
        prediction: model?.prediction ?? null,
        zeroTerminalSnr: model?.zeroTerminalSnr ?? false,
      };
      const typeReason: Reason = {
        argument: "loraType",
        reason: asked.loraType === undefined ? "standardType" : "typeAsked",
        values: { title: loraType.title },
        source: "kohyaGui",
      };
      const wish = {
        name,
        output,
        model: asked.model ?? modelOf(asked),
        familyReason,
        preset,
        loraType,
        typeReason,
        arguments: asked.arguments ?? {},
        launch: asked.launch ?? {},
      };
      const draft = draftPlan(situation, wish, layout);
      const counted = await lookAtData(draft.plan, looking);
      const epoch = counted && stepsOfData(draft.plan, counted);
      const values = planValues(draft.plan);
      const presetLength = asked.steps === undefined && asked.epochs === undefined ? (preset?.length ?? null) : null;
      const length = chooseLength(situation, {
        steps: asked.steps ?? (presetLength?.by === "steps" ? presetLength.value : null),
        epochs: asked.epochs ?? (presetLength && presetLength.by !== "steps" ? presetLength.value : null),
        perEpoch: epoch?.perEpoch ?? 0,
        batchSize: Math.max(1, values.number("train_batch_size", 1)),
        ownRates: hasOwnRates(values),
      });
      const planned: TrainingPlan = { ...draft.plan, length: length.length };
      const steps = counted && stepsOfData(planned, counted);
      const { plan, reasons } = withSaves(
        { plan: planned, reasons: draft.reasons },
        steps?.exact ?? length.length.value,
      );
      return {
        plan: wireOfPlan(plan),
        reasons: [repeatsReason(layout, plan, asked, solved), ...length.reasons, ...reasons].map(saidReason),
        choices: length.choices,
      };
    },
  };
}
