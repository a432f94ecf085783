import { type Sentence, say } from "../../words/sentence.js";

const titles: Readonly<Record<string, (items: number) => Sentence>> = {
  tag: (items) => say("tagging ({items})", { items }),
  measure: (items) => say("checking pictures ({items})", { items }),
  cutout: (items) => say("cutting subjects out ({items})", { items }),
  sweepScore: (items) => say("scoring a sweep's pictures ({items})", { items }),
};

/** What a machine does with a shard, for people. @param kind a job kind's name @param items how many it holds */
export const shardTitle = (kind: string, items: number): Sentence =>
  titles[kind]?.(items) ?? say("other work: {kind} ({items})", { kind, items });
