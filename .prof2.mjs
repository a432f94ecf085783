import { axisOf } from "./dist/sidecar/tagging/resize/axis.js";
import { taps } from "./dist/sidecar/tagging/resize/taps.js";
import { framePicture } from "./dist/sidecar/tagging/resize/frame-picture.js";
const best=(f,n=40)=>{let b=1e9;for(let i=0;i<n;i++){const t=performance.now();f();b=Math.min(b,performance.now()-t);}return b.toFixed(2);};
for (const [w,h] of [[600,900],[1024,1024],[2048,3072]]) { const d=new Uint8Array(w*h*3).fill(77); const s=Math.max(w,h);
 console.log(w,h,"taps",best(()=>taps(s,448)),"axis",best(()=>axisOf(w,s,taps(s,448))),"frame",best(()=>framePicture({data:d,width:w,height:h,channels:3},448)), "copy", best(()=>{const x=new Uint8Array(1<<20); for(let i=0;i+x.length<d.length;i+=x.length)x.set(d.subarray(i,i+x.length));})); }
