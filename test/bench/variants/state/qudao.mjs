// The library itself, as built in dist: the arrows as a table.
import { effects, events, initial, states } from "../../lib/histories.mjs";
import { library } from "../../lib/library.mjs";
import { arrows, guards, updates } from "../../lib/life.mjs";

const titled = (name) => ({ en: name.replaceAll("_", " "), zh: name });
const titles = (names) => Object.fromEntries(names.map((name) => [name, titled(name)]));
const mapped = (record, make) => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(name, value)]));

/** The verbs that run the table. */
export async function open() {
  const { checkMachine, machineKit, replayEvents, stepState } = await library("engine", [
    "checkMachine",
    "machineKit",
    "replayEvents",
    "stepState",
  ]);
  const machine = machineKit().defineMachine({
    name: "life",
    title: titled("life"),
    initial: initial.at,
    final: [],
    states: titles(states),
    events: titles(Object.keys(events)),
    effects: titles(effects),
    guards: mapped(guards, (name, guard) => ({ title: titled(name), ...guard })),
    updates: mapped(updates, (name, update) => ({ title: titled(name), ...update })),
    arrows,
  });
  const faults = checkMachine(machine);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return {
    walk(records, members) {
      const standing = Array.from({ length: members }, () => initial);
      let effects = 0;
      for (const { member, event, facts } of records) {
        const answer = stepState(machine, standing[member], event, facts);
        if (!answer.ok) continue;
        standing[member] = answer.value.next;
        effects += answer.value.effects.length;
      }
      return { standing, effects };
    },
    /** The records of one member. */
    replay(records) {
      const { state, steps } = replayEvents(machine, { initial, records }, { onRefusal: "collect" });
      return { standing: [state], effects: steps.reduce((sum, { step }) => sum + step.effects.length, 0) };
    },
  };
}
