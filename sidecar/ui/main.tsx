import { render } from "preact";
import { Page } from "./Page.js";
import { openConnection } from "./rpc.js";
import { followAddress } from "./state/address.js";
import { followDataset } from "./state/dataset.js";
import { followHistory } from "./state/history.js";
import { followJobs } from "./state/jobs.js";
import { followLook } from "./state/look.js";
import { followModels } from "./state/models.js";
import { followTagging } from "./state/tagging.js";
import "./style/theme.css";
import "./style/frame.css";
import "./style/parts.css";
import "./style/wall.css";
import "./style/rooms.css";

followLook();
followAddress();
followJobs();
followDataset();
followHistory();
followTagging();
followModels();
openConnection();

const page = document.getElementById("page");
if (page) render(<Page />, page);
