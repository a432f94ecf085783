import { spawn, spawnSync } from "node:child_process"; import { once } from "node:events"; import { mkdirSync, rmSync } from "node:fs"; import { join } from "node:path"; import { createInterface } from "node:readline"; import { chromium } from "playwright-core";
const root="/tmp/w/japanese"; const work="/tmp/jatour/work"; rmSync(work,{recursive:true,force:true}); mkdirSync(work,{recursive:true});
const samples=join(work,"10_okara"); const { writeTrainingSet }=await import(root+"/dist/sidecar/rehearsal/pictures/write-training-set.js"); await writeTrainingSet(samples);
const program=join(root,"dist/program/main.js"); const env={...process.env,ATELIER_HOME:join(work,"state")};
const studio=spawn(process.execPath,[program,"serve","--port","0"],{env:{...env,ATELIER_STAND_IN_TRAINER:JSON.stringify({secondsPerStep:0.002})},stdio:["ignore","pipe","inherit"]}); process.once("exit",()=>studio.kill());
const [line]=await once(createInterface(studio.stdout),"line"); const address=/http:\S+/.exec(line)[0];
const cmd=(...w)=>{const r=spawnSync(process.execPath,[program,...w],{env}); if(r.status) console.log("CMD",w.join(" "),r.status,String(r.stderr).slice(-300));};
const browser=await chromium.launch({executablePath:"/usr/bin/chromium",args:"--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ")});
const context=await browser.newContext({viewport:{width:1280,height:800},locale:"ja-JP"}); context.setDefaultTimeout(60000); const page=await context.newPage(); await page.goto(address);
const at=(room,pic="")=>`${new URL(address).origin}/#${new URLSearchParams({room,folder:samples,...(pic&&{picture:join(samples,pic)})})}`;
const seen=new Set();
const english=async(where)=>{ const t=await page.evaluate(()=>{ const out=[]; const w=document.createTreeWalker(document.body,NodeFilter.SHOW_TEXT); for(let n=w.nextNode();n;n=w.nextNode()){ const e=n.parentElement; if(!e||e.closest("script,style,code,pre,.chips,option:not(:checked)")) continue; const s=n.textContent.trim(); if(/[A-Za-z]{3,}.*[A-Za-z]{3,}|[A-Za-z]{5,}/.test(s)&&!/[ぁ-んァ-ヶ一-龥]/.test(s)) out.push(s.slice(0,140)); } for(const e of document.querySelectorAll("[title],[aria-label],[placeholder]")) for(const a of ["title","aria-label","placeholder"]){ const s=e.getAttribute(a); if(s&&/[A-Za-z]{4,} [A-Za-z]{2,}/.test(s)&&!/[ぁ-んァ-ヶ一-龥]/.test(s)) out.push(`[${a}] ${s.slice(0,120)}`);} return out; }); for(const s of t) if(!seen.has(s)){ seen.add(s); console.log(where,"|",s); } };
let n=0; const snap=async(name)=>{ await page.waitForTimeout(700); await english(name); await page.screenshot({path:`/tmp/jatour/${String(n++).padStart(2,"0")}-${name}.png`}); };
const tryit=async(name,f)=>{ try{ await f(); await snap(name);}catch(e){ console.log("FAILED",name,String(e).split("\n")[0].slice(0,200)); await page.screenshot({path:`/tmp/jatour/fail-${name}.png`}).catch(()=>{});} };
const esc=()=>page.keyboard.press("Escape");
cmd("tag",samples,"--json"); cmd("captions","prune",samples,"--concept","character","--trigger","okara");
await page.goto(at("dataset","03.png")); await tryit("dataset",async()=>page.getByRole("heading",{name:"03.png"}).waitFor());
for(const [b,nm] of [["確認…","check"],["背景除去…","cutout"],["リサイズ・切り抜き…","resize"],["連番にする…","rename"],["学習用に並べる…","arrange"],["学習時の切り取り…","buckets"],["追加・書き出し…","transfer"]]){ await tryit(nm,async()=>{ await page.getByRole("button",{name:b}).click(); await page.waitForTimeout(2500); if(nm==="check"){ await page.getByRole("button",{name:/を確認/}).first().click().catch(()=>{}); await page.waitForTimeout(9000);} }); await esc(); }
await tryit("doctor",async()=>{ await page.getByText("正常").last().click(); await page.locator("ul.findings li").nth(4).waitFor(); }); await esc();
await tryit("picker-error",async()=>{ await page.keyboard.press("o"); await page.getByLabel("フォルダのパス").fill("/none/none"); await page.keyboard.press("Enter"); await page.waitForTimeout(1500); }); await esc();
await tryit("keys",async()=>{ await page.keyboard.press("?"); }); await esc();
await page.goto(at("tagging","06.png")); await tryit("tagging",async()=>page.getByLabel("学習するもの").selectOption("character"));
await tryit("tagging-more",async()=>{ for(const d of await page.locator("main details summary, .room details summary").all()) await d.click().catch(()=>{}); });
await page.goto(at("captions","03.png")); await tryit("captions",async()=>page.waitForTimeout(1500));
await tryit("history",async()=>page.getByRole("button",{name:"履歴"}).click()); await esc();
await tryit("files",async()=>page.getByRole("button",{name:"ファイル…"}).click()); await esc();
await page.goto(at("planning")); await tryit("plan-wish",async()=>{ await page.getByLabel("プリセット").selectOption("article"); await page.getByRole("button",{name:"計画を提案してもらう"}).click(); await page.waitForTimeout(4000); });
await tryit("plan-all",async()=>{ await page.locator("#plan-cost").evaluate(e=>e.scrollIntoView()); });
await tryit("plan-folds",async()=>{ for(const d of await page.locator("details:not([open]) > summary").all()) await d.click({timeout:1500}).catch(()=>{}); await page.waitForTimeout(1500); });
for(const b of ["設定を開く…","書き出す…","比べる…","計画の一覧…"]) { await tryit("plan-"+b,async()=>{ await page.getByRole("button",{name:b}).first().click(); await page.waitForTimeout(1500); }); await esc(); }
await page.goto(at("training")); await tryit("training-before",async()=>page.waitForTimeout(1500));
await tryit("trainers",async()=>{ await page.getByRole("button",{name:/学習プログラムを選ぶ/}).first().click(); await page.waitForTimeout(2500); }); await esc();
await tryit("training-run",async()=>{ await page.getByRole("button",{name:"リハーサルする"}).first().click(); await page.getByText(/^完了：/).first().waitFor({timeout:180000}); });
for(const b of ["値を変えて比べる…","ログ…","ツール…","WebUI …","学習を比べる…"]) { await tryit("train-"+b.replace(/\s/g,""),async()=>{ await page.getByRole("button",{name:b}).first().click({timeout:8000}); await page.waitForTimeout(1800); }); await esc(); }
await page.goto(at("sweep")); await tryit("sweep-form",async()=>page.waitForTimeout(3000));
await tryit("sweep-folds",async()=>{ for(const d of await page.locator("main details:not([open]) > summary").all()) await d.click({timeout:1500}).catch(()=>{}); await page.waitForTimeout(1500); });
cmd("sweep","--run","1","--rehearsal","--size","512x768","--strengths","0.5-1.0(+0.25)","--json");
await page.goto(at("dataset")); await page.goto(at("sweep")); await tryit("sweep",async()=>{ await page.getByRole("gridcell").nth(9).click(); await page.waitForTimeout(6000); });
await tryit("sweep-why",async()=>page.getByRole("button",{name:"理由"}).first().click()); await esc();
await tryit("sweep-export",async()=>page.getByRole("button",{name:"書き出し…"}).first().click()); await esc();
await page.setViewportSize({width:800,height:700});
for(const r of ["dataset","tagging","captions","planning","training","sweep"]) { await page.goto(at(r)); await tryit("narrow-"+r,async()=>page.waitForTimeout(1500)); }
await browser.close(); studio.kill(); console.log("END");
