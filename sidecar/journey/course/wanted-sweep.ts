import type { SweepSettings } from "../../../protocol/generated/methods.js";
import type { LookingCourse } from "./looking-course.js";

/** So many of a list, evenly spread, the last among them. */
const spread = <T>(all: readonly T[], most: number): T[] => {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.ceil(((index + 1) * all.length) / most) - 1]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
};

/** The sweep of a course's run: as proposed, with what was wished otherwise. */
export async function wantedSweep({ call, course, into }: LookingCourse): Promise<SweepSettings> {
  const { options, notes } = course;
  const { settings } = await call("sweep/propose", {
    run: notes.run ?? 0,
    folder: into(),
    ...(options.rehearsal ? { rehearsal: true } : {}),
  });
  const { strengths, prompts, seeds, files, width, height, steps } = options.sweep;
  return {
    ...settings,
    ...(strengths === undefined ? {} : { strengths }),
    ...(prompts === undefined ? {} : { prompts }),
    ...(seeds === undefined ? {} : { seeds }),
    ...(files === undefined ? {} : { loras: spread(settings.loras, files) }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(steps === undefined ? {} : { steps }),
  };
}
