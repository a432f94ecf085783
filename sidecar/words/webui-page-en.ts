/** The page inside a WebUI, and why its connection is lost. */
export const webuiPageEn = {
  webuiColours: "WebUI colours",
  webuiLanguage: "WebUI language",
  asBrowser: "As the browser",
  look: "Appearance",
  cover: "Fill the window",
  uncover: "Back into the tab",
  lost: {
    webui:
      "The WebUI does not answer. If it reloads, this page goes on by itself; if it was closed, start it again. A training that runs goes on meanwhile, other jobs when the WebUI is back.",
    standalone:
      "The studio does not answer. If it was closed, start it again with npm start; this page goes on by itself. A training that runs goes on meanwhile.",
    studio:
      "The WebUI answers, but the studio behind it does not: it is being started again, and this page goes on by itself. The WebUI's console says more.",
    origin:
      "This page's address is not the one the WebUI was told, so it may not connect. A reverse proxy in front must pass the name on (nginx: proxy_set_header Host $http_host).",
    sockets:
      "Pages come through, but no WebSocket does. A reverse proxy in front must pass them on (nginx: proxy_http_version 1.1, and the headers Upgrade and Connection).",
  },
};
