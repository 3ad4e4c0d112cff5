import {holdLines} from "./lib/lines.mjs";
import { DuckDBInstance, DuckDBDataChunk, VARCHAR, INTEGER, DATE, DECIMAL } from "@duckdb/node-api";
const L=holdLines(1e6);
const db=await DuckDBInstance.create(":memory:",{threads:"1"}); const c=await db.connect();
const ddl=(amt,date)=>`create or replace table lines(memberId VARCHAR, categoryId VARCHAR, territoryId VARCHAR, date ${date}, quantity INTEGER, amount ${amt}, kind VARCHAR)`;
async function values(amt,date){ await c.run(ddl(amt,date)); const a=await c.createAppender("lines");
 for(const l of L){a.appendVarchar(l.memberId);a.appendVarchar(l.categoryId);a.appendVarchar(l.territoryId);a.appendVarchar(l.date);a.appendInteger(l.quantity);a.appendVarchar(l.amount);a.appendVarchar(l.kind);a.endRow();} a.closeSync(); }
async function chunks(amt,date){ await c.run(ddl(amt,date)); const a=await c.createAppender("lines");
 const names=["memberId","categoryId","territoryId","date","quantity","amount","kind"];
 const types=[VARCHAR,VARCHAR,VARCHAR,VARCHAR,INTEGER,VARCHAR,VARCHAR];
 for(let i=0;i<L.length;i+=2048){ const part=L.slice(i,i+2048); const ch=DuckDBDataChunk.create(types); 
  ch.setColumns(names.map(n=>part.map(l=>l[n]))); a.appendDataChunk(ch);} a.closeSync(); }
async function json(){ await c.run(ddl("DECIMAL(14,2)","DATE"));
 for(let i=0;i<L.length;i+=20000){ const t=JSON.stringify(L.slice(i,i+20000)); 
 await c.run(`insert into lines select unnest(from_json($1::JSON,'[{"memberId":"VARCHAR","categoryId":"VARCHAR","territoryId":"VARCHAR","date":"DATE","quantity":"INTEGER","amount":"DECIMAL(14,2)","kind":"VARCHAR"}]'), recursive:=true)`,[t]); } }
const q=`select memberId, quarter(date::DATE) q, sum(case when kind='return' then -amount::DECIMAL(14,2) else amount::DECIMAL(14,2) end) net, sum(case when kind='return' then -quantity else quantity end) u from lines group by all`;
const q2=`with x as (select memberId, quarter(date::DATE) q, kind='return' as r, sum(amount) net, sum(quantity) u from lines group by all) select memberId,q,sum(case when r then -net else net end),sum(case when r then -u else u end) from x group by all`;
const V={ valuesText:()=>values("VARCHAR","VARCHAR"), valuesTyped:()=>values("DECIMAL(14,2)","DATE"), chunksText:()=>chunks("VARCHAR","VARCHAR"), chunksTyped:()=>chunks("DECIMAL(14,2)","DATE"), json };
for(let r=0;r<2;r++) for(const k in V){ try{ gc(); let t=performance.now(); await V[k](); const load=performance.now()-t; const ts=[]; for(const qq of [q,q,...(k.endsWith("Typed")?[q2,q2]:[])]){t=performance.now(); const rr=await c.runAndReadAll(qq); ts.push((performance.now()-t).toFixed(0)); if(rr.currentRowCount!==8000) console.log("rows",rr.currentRowCount);} console.log(k,load.toFixed(0),"query",ts.join(" ")); }catch(e){console.log(k,String(e).slice(0,300))} }
