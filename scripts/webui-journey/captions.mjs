import { clickIfOffered } from "./tab.mjs";

/** Tags the open folder for a character, puts the trigger first and takes out what it shall carry. */
export async function writeCaptions({ studio, room, shot }) {
  await studio.getByRole("button", { name: "Tag these pictures" }).click();
  const kept = studio.getByText("All scores are kept");
  await clickIfOffered(studio.getByRole("button", { name: /^(Tag|Score) \d+ pictures?/ }), kept);
  await studio.getByLabel("What is taught").selectOption("character");
  await shot("tagging");
  // A studio that was walked through before tags by the choice of that time: nothing is left to change then.
  const chosen = studio.getByText(/The captions are as chosen|captions? changed\./);
  await clickIfOffered(studio.getByRole("button", { name: /^(Change \d+ captions|Write \d+ new)/ }), chosen);

  await room(/^Captions/);
  await studio.getByLabel("Change", { exact: true }).selectOption("trigger");
  await studio.getByLabel("Trigger word", { exact: true }).fill("okara");
  await studio.getByRole("button", { name: /^Change \d+ captions of/ }).click();
  await studio
    .getByRole("button", { name: /^Undo “Trigger word first/ })
    .first()
    .waitFor();
  const carried = studio.getByRole("region", { name: "What should the trigger word carry?" });
  await carried.getByRole("button", { name: "a character" }).click();
  const takeOut = carried.getByRole("button", { name: /^Take out \d+ tags?$/ });
  const said = await takeOut.textContent();
  await shot("captions");
  await takeOut.click();
  await takeOut.waitFor({ state: "detached" });
  return `tagged; trigger first; ${said}`;
}
