import {holdLines, members} from "./lib/lines.mjs"; import {tasks} from "./lib/task.mjs"; import {digest} from "./lib/digest.mjs";
import * as bare from "./variants/bare.mjs"; import * as col from "./variants/columnar.mjs"; import * as dec from "./variants/decimaljs.mjs"; import * as duck from "./variants/duckdb.mjs";
const lines=holdLines(1e6);
for(const [t,programmes] of Object.entries(tasks)) for(const [n,o] of Object.entries({bare:bare.open,...(t==="one"?{col:col.open}:{}),dec:dec.open,mem:duck.openInMemory,load:duck.openWithLoad})){
 const v=await o({lines,programmes,members}); const ts=[]; let r; for(let i=0;i<4;i++){gc();const s=performance.now(); r=await v.run(); ts.push((performance.now()-s).toFixed(0));} const rows=v.rowsOf(r); console.log(t,n,digest(rows),r.length,ts.join(" "));
 if(n==="bare"){const by={};for(const x of rows){const b=by[x.programme]??={n:0,zero:0,cap:0,neg:0,min:1e99,max:0};b.n++;const nn=+x.net; if(+x.rebate===0)b.zero++; if(nn<0)b.neg++; if(+x.rebate===+programmes.find(p=>p.id===x.programme).cap)b.cap++; b.min=Math.min(b.min,nn);b.max=Math.max(b.max,nn);} console.table(by);}
}
