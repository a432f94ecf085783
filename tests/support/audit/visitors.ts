const rooms: Record<string, string> = {
  captions: `answer complete conflicts doubts edit export following history import infotext list move point prune redo resolve
    restore return save stats tokens trash undo`,
  dataset: `arrange browse buckets check cutout cutoutAccept cutoutModels cutoutPreview cutoutReport duplicates export import
    importVideo markSubject measure recent rename resize resizePreview resizeReport scan subjects trainingFolder verify`,
  job: "cancel get list wait",
  planning: `compare examine export get import learnSpeed mapPath parameters plans presets propose remove samplePrompts save
    solve`,
  project: "archive list locate rename show",
  settings: "list set",
  sweep: "strengths tags",
  tagging: `advise apply disagreements export interrogate models presets preview report scores spread start unload`,
  training: "toolList",
  webui: "memory",
};

/**
 * The methods that answer a visitor who may be anybody, inside the roots only. All others are the owner's: what trains,
 * installs, downloads, draws, asks other machines, or tells what the owner left.
 */
export const forVisitors: string[] = [
  "initialize",
  ...Object.entries(rooms).flatMap(([room, verbs]) => verbs.split(/\s+/).map((verb) => `${room}/${verb}`)),
];
