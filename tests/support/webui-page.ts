import type { Page } from "playwright-core";

/** The parts of a WebUI's page that ours looks at, by A1111's names; nothing behind them draws. */
const html = (language: string): string => `<!doctype html><meta charset="utf-8"><title>WebUI page for tests</title>
<script>
  window.localization = ${language};
  window.pasted = [];
  const taken = async (input) => [input.files[0].name, (await input.files[0].arrayBuffer()).byteLength];
  const show = (id) => document.querySelectorAll(".tabitem").forEach((one) => (one.hidden = one.id !== id));
</script>
<div id="tabs">
  <div class="tab-nav">
    <button onclick="show('tab_txt2img')">txt2img</button><button onclick="show('tab_img2img')">img2img</button>
    <button onclick="show('tab_pnginfo')">PNG内の情報を表示</button><button onclick="show('tab_lora_atelier')">LoRA Atelier</button>
  </div>
  <div class="tabitem" id="tab_txt2img">
    <div id="txt2img_prompt"><textarea></textarea></div>
    <div id="txt2img_tools"><button id="paste" onclick="pasted.push(document.querySelector('#txt2img_prompt textarea').value)"></button></div>
    <div id="txt2img_gallery">
      <button class="thumbnail-item thumbnail-small"><img src="file=grid.png"></button>
      <button class="thumbnail-item thumbnail-small selected"><img src="file=00001-7.png"></button>
    </div>
    <div id="generation_info_txt2img" hidden><textarea></textarea></div>
    <div id="txt2img_lora_extra_refresh_internal" onclick="pasted.push('refreshed')"></div>
  </div>
  <div class="tabitem" id="tab_img2img">
    <div id="img2img_prompt"><textarea></textarea></div>
    <div id="img2img_image"><input type="file" onchange="taken(this).then((one) => (window.image = one))"></div>
  </div>
  <div class="tabitem" id="tab_pnginfo">
    <div id="pnginfo_image"><input type="file" onchange="taken(this).then((one) => (window.pnginfo = one))"></div>
  </div>
  <div class="tabitem" id="tab_lora_atelier"><iframe title="LoRA Atelier" src="./" width="1200" height="700"></iframe></div>
</div>`;

/** Goes from our own page to one that frames it, as a WebUI's does. @param png what its gallery shows */
export async function frameInWebui(page: Page, png: Buffer): Promise<void> {
  const root = new URL("./", page.url()).href;
  const body = html('{ "PNG Info": "PNG内の情報を表示" }');
  await page.route(`${root}webui-page`, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.route(/\/file=/, (route) => route.fulfill({ contentType: "image/png", body: png }));
  await page.goto(`${root}webui-page`);
}

/** What the WebUI's button does: our page is told where the picture is. */
export const sendFromGallery = (page: Page): Promise<void> =>
  page.evaluate(`document.querySelector("iframe").contentWindow.location.hash += "&from=txt2img"`);
