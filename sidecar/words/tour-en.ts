import type { TourStopName } from "./tour-stops.js";

interface TourWords {
  title: string;
  text: string;
}

const stops: Record<TourStopName, TourWords> = {
  rehearse: {
    title: "See the whole way first",
    text: "A rehearsal walks 20 drawn pictures through every room to a recommended LoRA, in about two minutes. It needs no GPU and touches nothing of yours; stand-ins play trainer and WebUI, and every screen says so.",
  },
  folder: {
    title: "Your pictures",
    text: "Open the folder that they lie in, with this button or the key o. They stay where they are: nothing of yours is ever written over, and what was changed can be undone by its name.",
  },
  rooms: {
    title: "The way",
    text: "Six rooms, from pictures to a LoRA and the strength to use it at. Each says in one sentence how far you are. The keys 1 to 6 go there, in any order; 0 comes back to the projects.",
  },
  jobs: {
    title: "What is running",
    text: "Tagging, training and sweeps go on when the page is closed, and after a crash. Here you see how far they are, and cancel them.",
  },
  health: {
    title: "What works on this machine",
    text: "Press it to see whether tagger, graphics card, trainer and disk are ready – and what to do about what is not.",
  },
  settings: {
    title: "Once for all rooms",
    text: "Working folder, tagger, trainer, WebUIs, and whether the tour is offered again.",
  },
  find: {
    title: "Find anything",
    text: "A room, a picture, a training, a parameter: press / and type. ? shows the keys of the room you are in, and this tour.",
  },
};

/** Sentences of the tour. */
export const tourEn = {
  title: "A look around",
  stops,
  offerTitle: "First time here?",
  offer: "A look around takes a minute: where to begin, what runs where, how to find things.",
  begin: "Show me around",
  decline: "No, thanks",
  place: (stop: number, all: number) => `${stop} of ${all}`,
  back: "Back",
  next: "Next",
  end: "Done",
  leave: "End the tour",
  keys: "← → go through it, Esc ends it.",
};

export type TourSentences = typeof tourEn;
