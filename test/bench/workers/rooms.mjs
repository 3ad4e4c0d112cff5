// node --expose-gc workers/rooms.mjs: what a host calls, on the data of the examples: whole decisions on the 701 resellers, and the life of a
// dealer stepped event by event. Nobody else answers these questions, so the figures stand alone.
import { readFileSync } from "node:fs";
import { loadApplications } from "../../../examples/02-admit-a-dealer/load.mjs";
import { live } from "../../../examples/03-trial-to-agent/live.mjs";
import { median } from "../lib/figures.mjs";
import { library } from "../lib/library.mjs";
import { timed } from "../lib/pairs.mjs";

const rounds = 15;
const read = (name) => JSON.parse(readFileSync(new URL(`../../../examples/${name}`, import.meta.url), "utf8"));

const { evaluateAdmissions } = await library("admission", ["evaluateAdmissions"]);
const applications = loadApplications("2014-01-01");
const admissionPolicy = read("02-admit-a-dealer/resellers-policy.json");

const { stepMember } = await library("lifecycle", ["stepMember"]);
const { drafts, facts: agreementFacts } = read("03-trial-to-agent/agreements.json");
const { initial, log } = live({
  entries: read("03-trial-to-agent/log.json"),
  drafts,
  agreementFacts,
  policy: read("03-trial-to-agent/policy.json"),
  from: "2024-01-01",
  until: "2024-12-31",
});
const lives = 500;

const ns = {
  admission: await perItem(applications.length, () => evaluateAdmissions(applications, admissionPolicy)),
  step: await perItem(lives * log.length, () => {
    for (let life = 0; life < lives; life++) {
      let state = initial;
      for (const { event, facts } of log) state = stepMember(state, event, facts).value.next;
    }
  }),
};
process.stdout.write(JSON.stringify({ comparisons: {}, ns }));

async function perItem(items, run) {
  for (let round = 0; round < 5; round++) run();
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(run));
  return (median(times) * 1e6) / items;
}
