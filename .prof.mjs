import sharp from "sharp";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { decodeBytes } from "./dist/sidecar/dataset/decode.js";
import { framePicture } from "./dist/sidecar/tagging/resize/frame-picture.js";
import { framePlain } from "./dist/sidecar/tagging/resize/frame-plain.js";
sharp.concurrency(1); sharp.cache(false);
const make = async (w,h,ext,ch) => { const p=`/tmp/hpics/${w}x${h}x${ch}.${ext}`; if(!existsSync(p)){ const d=Buffer.alloc(w*h*ch); let s=1; for(let i=0;i<d.length;i++){s=(Math.imul(s,1664525)+1013904223)|0; d[i]=((i/ch)%w)/8+(s>>>27);} const q=sharp(d,{raw:{width:w,height:h,channels:ch}}); await (ext==="jpg"?q.jpeg({quality:92}):ext==="webp"?q.webp():q.png()).toFile(p);} return p; };
const med = a => a.sort((x,y)=>x-y)[a.length>>1];
for (const [w,h,e,c] of [[600,900,"jpg",3],[1024,1024,"png",3],[832,1216,"png",4],[832,1216,"webp",3],[1200,1600,"jpg",3],[2048,3072,"jpg",3],[2048,3072,"png",3]]) {
  const p = await make(w,h,e,c); const D=[],F=[],P=[],H=[];
  for (let i=0;i<15;i++){ const f=readFileSync(p); let t=performance.now(); createHash("sha256").update(f).digest("hex"); H.push(performance.now()-t); t=performance.now(); const im=await decodeBytes(f); D.push(performance.now()-t); t=performance.now(); framePicture(im,448); F.push(performance.now()-t); if(i<3){t=performance.now(); framePlain(im,448); P.push(performance.now()-t);} }
  console.log(p.slice(12), "hash",med(H).toFixed(1),"decode",med(D).toFixed(1),"frame",med(F).toFixed(1),"plain",med(P).toFixed(1));
}
