type Tone = "idle" | "running" | "good" | "look" | "broken";

/** A room in one true sentence, with the colour of its dot. */
export interface RoomState {
  tone: Tone;
  sentence: string;
}
