// node --expose-gc workers/state.mjs <session>: opens variants over the same events, checks that they agree, times them in pairs.
import { createHash } from "node:crypto";
import { drawHistories } from "../lib/histories.mjs";
import { race } from "../lib/race.mjs";
import { step, walk } from "../variants/state/switch.mjs";

/** The closest race first. A replay is one history of a million events; the others are the histories of a thousand members. */
const sessions = {
  ours: { count: 200_000, members: 1000, comparisons: [{ figure: "state.step.vs_switch", a: "qudao", b: "switch", pairs: 31 }] },
  peers: {
    count: 200_000,
    members: 1000,
    comparisons: [
      { figure: "state.xstate.vs_ours", a: "xstate", b: "qudao", pairs: 15 },
      { figure: "state.robot3.vs_ours", a: "robot3", b: "qudao", pairs: 15 },
    ],
  },
  replay: { count: 1_000_000, members: 1, comparisons: [{ figure: "state.replay1m.vs_switch", a: "replay", b: "switch", pairs: 7 }] },
};

const session = process.argv[2];
const { count, members, comparisons } = sessions[session];
const say = (text) => process.stderr.write(`  ${session}: ${text}\n`);

/** Slow peers get fewer events; the switch goes through them several times, so that what is timed lasts about as long as its opponent. */
const variants = {
  switch: async () => ({ walk, repeats: 3 }),
  qudao: async () => ({ walk: (await ours()).walk }),
  replay: async () => ({ walk: (await ours()).replay }),
  xstate: async () => ({ walk: (await peers()).openXstate(), events: 5000 }),
  robot3: async () => ({ walk: (await peers()).openRobot3(), events: 50_000 }),
};
const ours = async () => (await import("../variants/state/qudao.mjs")).open();
const peers = () => import("../variants/state/peers.mjs");

// Those who know facts are given them beside the event; the others find them in it.
const records = drawHistories(count, members, step);
for (const record of records) record.event.facts = record.facts;
const { standing, effects } = walk(records, members);
say(`reference: ${count} events, ${effects} effects, digest ${digest({ standing, effects })}`);
process.stdout.write(JSON.stringify(await race(comparisons, open, say)));

/** Opens a variant and checks that it leads every member to where the switch leads it. */
async function open(name) {
  const { walk: walkThrough, repeats = 1, events = count } = await variants[name]();
  const some = records.slice(0, events);
  const [got, want] = [digest(walkThrough(some, members)), digest(walk(some, members))];
  if (got !== want) throw new Error(`${name} disagrees with the switch: digest ${got}, want ${want}`);
  const run = () => {
    for (let round = 0; round < repeats; round++) walkThrough(some, members);
  };
  return { items: events * repeats, run };
}

function digest(found) {
  const rows = found.standing.map(({ at, data: { papers, extensions, orders, missed, breaches, terms } }) =>
    [at, papers, extensions, orders, missed, breaches, terms].join(),
  );
  return createHash("sha256")
    .update(`${found.effects}\n${rows.join("\n")}`)
    .digest("hex")
    .slice(0, 16);
}
