import { BottomBar } from "./parts/BottomBar.js";
import { ChangedElsewhere } from "./parts/ChangedElsewhere.js";
import { ConnectionLoss } from "./parts/ConnectionLoss.js";
import { Finder } from "./parts/Finder.js";
import { FolderPicker } from "./parts/FolderPicker.js";
import { KeyList } from "./parts/KeyList.js";
import { MachinesDialog } from "./parts/machines/MachinesDialog.js";
import { Problem } from "./parts/Problem.js";
import { RoomList } from "./parts/RoomList.js";
import { Selected } from "./parts/Selected.js";
import { SettingsDialog } from "./parts/settings/SettingsDialog.js";
import { TopBar } from "./parts/TopBar.js";
import { Tour } from "./parts/Tour.js";
import { WebuiPictureDialog } from "./parts/WebuiPictureDialog.js";
import { CaptionsRoom } from "./rooms/captions/CaptionsRoom.js";
import { DatasetRoom } from "./rooms/dataset/DatasetRoom.js";
import { LineageDialogs } from "./rooms/lineage/LineageDialogs.js";
import { PlanningRoom } from "./rooms/planning/PlanningRoom.js";
import { PlanSummary } from "./rooms/planning/PlanSummary.js";
import { ProjectsRoom } from "./rooms/projects/ProjectsRoom.js";
import { SweepRoom } from "./rooms/sweep/SweepRoom.js";
import { SweepSummary } from "./rooms/sweep/SweepSummary.js";
import { OnePicture } from "./rooms/tagging/OnePicture.js";
import { TaggingRoom } from "./rooms/tagging/TaggingRoom.js";
import { RunSummary } from "./rooms/training/RunSummary.js";
import { TrainingRoom } from "./rooms/training/TrainingRoom.js";
import { connectionState, refusal } from "./rpc.js";
import { oneRoom, room } from "./state/address.js";
import { hasDetails } from "./state/details.js";
import { words } from "./state/look.js";
import { listenForPictures } from "./state/one-picture.js";
import { drawerOpen, listenToKeys } from "./state/panels.js";

listenToKeys();
listenForPictures();

/** Our own page stands at the root of its address; below another path it is the WebUI that lets people in. */
function Refused() {
  if (refusal.value) return <Problem error={refusal.value} />;
  return <p class="notice">{location.pathname === "/" ? words.value.refused : words.value.refusedByWebui}</p>;
}

function Room() {
  if (connectionState.value === "refused") return <Refused />;
  if (room.value === "projects") return <ProjectsRoom />;
  if (room.value === "dataset") return <DatasetRoom />;
  if (room.value === "tagging") return <TaggingRoom />;
  if (room.value === "captions") return <CaptionsRoom />;
  if (room.value === "planning") return <PlanningRoom />;
  if (room.value === "training") return <TrainingRoom />;
  return <SweepRoom />;
}

function Details() {
  if (room.value === "planning") return <PlanSummary />;
  if (room.value === "training") return <RunSummary />;
  if (room.value === "sweep") return <SweepSummary />;
  return <Selected />;
}

/** The frame: rooms on the left, work in the middle, what is selected on the right, jobs and health below. */
export function Page() {
  return (
    <div class={oneRoom.value ? "frame one-room" : "frame"}>
      <TopBar />
      <ConnectionLoss />
      {!oneRoom.value && <RoomList />}
      <main class="middle" id="middle">
        <ChangedElsewhere />
        <Room />
      </main>
      {hasDetails.value && (
        <aside class={drawerOpen.value ? "right open" : "right"}>
          <Details />
        </aside>
      )}
      <BottomBar />
      <FolderPicker />
      <Finder />
      <KeyList />
      <SettingsDialog />
      <MachinesDialog />
      <OnePicture />
      <LineageDialogs />
      <WebuiPictureDialog />
      <Tour />
    </div>
  );
}
