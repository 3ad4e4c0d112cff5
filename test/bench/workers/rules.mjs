// node --expose-gc workers/rules.mjs <session>: opens variants over the same applications, checks that they agree, times them in pairs.
import { createHash } from "node:crypto";
import { allMet, drawApplications } from "../lib/applications.mjs";
import { race } from "../lib/race.mjs";
import { mask, passes } from "../variants/rules/ifs.mjs";

const count = 100_000;
/** The ifs go through the applications several times, so that what is timed lasts about as long as what it is compared with. */
const repeats = 5;

/** Applications of the slow peers: few enough to stay in the cache, so that ours goes through the same ones, again and again. */
const few = 1000;

/** The closest race first. */
const sessions = {
  ours: [
    { figure: "rules.findings.vs_masked_ifs", a: "qudao", b: "masked_ifs", pairs: 15 },
    { figure: "rules.in_code.vs_masked_ifs", a: "qudao_in_code", b: "masked_ifs", pairs: 15 },
    { figure: "rules.held.vs_masked_ifs", a: "qudao_held", b: "masked_ifs", pairs: 7 },
    { figure: "rules.findings.vs_short_circuit_ifs", a: "qudao", b: "short_circuit_ifs", pairs: 7 },
  ],
  peers: [
    { figure: "rules.json_rules_engine.vs_ours", a: "json_rules_engine", b: "qudao_on_few", pairs: 15 },
    { figure: "rules.json_rules_engine_by_rule.vs_ours", a: "json_rules_engine_by_rule", b: "qudao_on_few", pairs: 9 },
    { figure: "rules.json_logic_engine.vs_ours", a: "json_logic_engine", b: "qudao", pairs: 15 },
    { figure: "rules.zen.vs_ours", a: "zen", b: "qudao_on_few", pairs: 15 },
  ],
};

const variants = {
  masked_ifs: () => loop(mask),
  short_circuit_ifs: () => loop((facts) => (passes(facts) ? allMet : 0)),
  qudao: () => ours("data", 1000),
  qudao_on_few: () => ours("data", 4 * few, few),
  qudao_held: () => ours("data", count),
  qudao_in_code: () => ours("code", 1000),
  json_rules_engine: () => peer("openJsonRulesEngine", few),
  json_rules_engine_by_rule: () => peer("openJsonRulesEngineByRule", few),
  json_logic_engine: () => peer("openJsonLogicEngine", count),
  zen: () => peer("openZen", few),
};

const session = process.argv[2];
const say = (text) => process.stderr.write(`  ${session}: ${text}\n`);
const applications = drawApplications(count);
const masks = Int32Array.from(applications, mask);
const verdicts = masks.map((met) => (met === allMet ? allMet : 0));
say(`reference: ${count} applications, ${verdicts.filter(Boolean).length} fit, digest ${digest(masks)}`);
process.stdout.write(JSON.stringify(await race(sessions[session], open, say)));

/** Opens a variant and checks that it finds what the ifs find. */
async function open(name) {
  const variant = await variants[name]();
  const got = await variant.run();
  const want = (name === "short_circuit_ifs" ? verdicts : masks).subarray(0, got.length);
  if (digest(got) !== digest(want)) throw new Error(`${name} disagrees with the ifs: digest ${digest(got)}, want ${digest(want)}`);
  return variant;
}

function digest(found) {
  return createHash("sha256").update(found.join()).digest("hex").slice(0, 16);
}

function loop(judge) {
  const found = new Int32Array(count);
  const run = () => {
    for (let round = 0; round < repeats; round++) for (let i = 0; i < count; i++) found[i] = judge(applications[i]);
    return found;
  };
  return { items: count * repeats, run };
}

/** A batch may hold few applications several times: the peers read their rules before the clock runs, ours with every batch. */
async function ours(form, batch, items = count) {
  const { open: openOurs } = await import("../variants/rules/qudao.mjs");
  const times = Math.max(1, batch / items);
  const handed = Array.from({ length: times }, () => applications.slice(0, items)).flat();
  const once = await openOurs(handed, form, batch);
  const run = () => {
    let found = once();
    for (let done = handed.length; done < count; done += handed.length) found = once();
    return found.subarray(0, items);
  };
  return { items: count, run };
}

async function peer(opener, items) {
  const ask = (await import("../variants/rules/peers.mjs"))[opener]();
  const run = async () => {
    const found = new Int32Array(items);
    for (let i = 0; i < items; i++) {
      const answer = ask(applications[i]);
      found[i] = typeof answer === "number" ? answer : await answer;
    }
    return found;
  };
  return { items, run };
}
