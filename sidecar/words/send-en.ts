/** Sentences about pictures that go to the WebUI's own tabs, and come from there. */
export const sendEn = {
  to: "Send to",
  tabs: { txt2img: "txt2img", img2img: "img2img", pnginfo: "PNG Info" },
  sendTo: (tab: string) => `Send to ${tab}`,
  copy: "Copy the settings",
  copied: "Copied",
  copyHint: "Paste it into the prompt of txt2img in your WebUI and press ↙ there: that fills its fields.",
  noPicture: "The WebUI's tab took the text, but not the picture.",
  known: (name: string) => `Its LoRA is known to the WebUI as ${name}.`,
  placed: (name: string) => `The sweep's file was put among the WebUI's again: <lora:${name}:…>.`,
  missing: (name: string) => `The WebUI has no LoRA ${name}: put this checkpoint among its own first.`,
  noLora: "This checkpoint is not among the WebUI's LoRA files: without it the picture will be another one.",
  rehearsal: "A stand-in drew this: no model can draw it again.",

  fromWebui: "A picture from the WebUI",
  noneShown: "The WebUI shows no picture there. Draw one or choose one, then send it again.",
  reading: "Reading its settings …",
  noSettings: "The picture does not tell how it was drawn, so no sweep can begin with its settings.",
  unknownLoras: (names: string) => `The WebUI has no file for ${names}: it is left out.`,
  unknownCheckpoint: (name: string) => `The WebUI has no checkpoint ${name}: the one it has now is taken.`,
  sweep: "Plan a sweep with its settings",
  tag: "Look at its tags",
  add: (folder: string) => `Add it to ${folder}`,
  noFolder: "To add it to a dataset, open that folder first.",
  close: "Close",

  takeBack: "Take it back",
  takenBack: (name: string) => `${name} is not among the WebUI's files any more.`,
  keptYours: (files: string) => `Taken back, but for what you have changed since: ${files}`,
};

export type SendWords = typeof sendEn;
