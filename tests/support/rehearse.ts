import type { Result } from "../../protocol/validate.js";
import { protocolVersion } from "../../protocol/validate.js";
import { diagnosisOf } from "../../sidecar/journey/rehearse/diagnosis.js";
import type { AskedTruth, PlantedCell } from "./rehearsal-truth.js";
import type { RunningSidecar } from "./sidecar.js";
import { connect } from "./socket-client.js";
import { until } from "./training.js";

type Course = Result<"journey/get">["course"];
type Report = Result<"sweep/report">;

export interface Rehearsed {
  course: Course;
  report: Report;
  diagnosis: ReturnType<typeof diagnosisOf>;
}

/** Asks a sidecar as a page does. */
export async function rehearsingClient({ port, token }: RunningSidecar) {
  const client = await connect(port, token);
  await client.call("initialize", { protocol: protocolVersion, client: "test" });
  return client;
}

type Client = Awaited<ReturnType<typeof rehearsingClient>>;

export async function courseNow(client: Client, id: number): Promise<Course> {
  const { course } = await client.call("journey/get", { id });
  const told: Course = Object(course);
  return told;
}

/** Waits until a course has ended and tells what came of it; a question is an error here. */
export async function rehearsed(client: Client, id: number): Promise<Rehearsed> {
  const course = await until(async () => {
    const now = await courseNow(client, id);
    if (now.state === "question" || now.state === "stopped") throw new Error(JSON.stringify(now.question));
    return now.state === "done" && now;
  });
  const report: Report = Object(await client.call("sweep/report", { id: course.sweep }));
  return { course, report, diagnosis: diagnosisOf(report) };
}

/** Strengths and files of a sweep, as its axes have them. */
export async function sweptOf(client: Client, id: number): Promise<Pick<AskedTruth, "files" | "strengths">> {
  const sweep: Result<"sweep/get"> = Object(await client.call("sweep/get", { id }));
  const valuesOf = (axis: string) => sweep.axes.find((one) => one.id === axis)?.values ?? [];
  return {
    files: valuesOf("lora").map(({ path = "" }) => path),
    strengths: valuesOf("strength")
      .map(({ text }) => Number(text))
      .filter((strength) => strength > 0),
  };
}

/** Sound, with at least half of what was taught; a little less where two kinds of measuring meet. */
const isGood = ({ way, ruined }: PlantedCell): boolean => way >= 0.45 && ruined <= 0.25;
/** Beyond any doubt. */
const isPlainlyGood = ({ way, ruined }: PlantedCell): boolean => way >= 0.75 && ruined === 0;

/** What is wrong with a recommendation, or with none, by the truth; null: nothing. */
export function mistakeOf({ course }: Rehearsed, truth: readonly PlantedCell[]): string | null {
  const { recommendation } = course;
  if (recommendation === null) {
    const missed = truth.find(isPlainlyGood);
    return missed === undefined ? null : `nothing recommended, where ${JSON.stringify(missed)}`;
  }
  const cell = truth.find(({ file, strength }) => file === recommendation.lora && strength === recommendation.strength);
  return cell && isGood(cell) ? null : `${recommendation.sentence} where ${JSON.stringify(cell ?? null)}`;
}
