/**
 * Reads what a room's replay is asked, before the first event is offered.
 *
 * @internal
 */
import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import { choiceOf, type Read, recordOf } from "../kernel/read.js";
import type { Machine } from "./machine.js";
import { type Replay, type ReplayFacts, type ReplayPolicy, replayEvents } from "./replay-events.js";
import type { MachineTypes, State } from "./state-table.js";

/** How the parts of a room's history are read. */
export interface HistoryReaders<X extends MachineTypes, A> {
  readonly state: Read<State<A, X["data"]>>;
  readonly event: Read<X["event"]>;
  readonly facts: Read<X["facts"]>;
}

export function readHistory<X extends MachineTypes, A>(facts: unknown, { state, ...record }: HistoryReaders<X, A>): ReplayFacts<X, A> {
  const readRecord = recordOf<ReplayFacts<X, A>["records"][number]>(record);
  return readSafely("facts", () => {
    const { initial, records } = checkRecord(facts, "facts");
    return {
      initial: state(initial, "facts.initial"),
      records: checkList(records, "facts.records").map((given, i) => readRecord(given, `facts.records[${i}]`)),
    };
  });
}

const readPolicy = recordOf<ReplayPolicy>({ onRefusal: choiceOf(["stop", "collect"]) });

export function readReplayPolicy(policy: unknown): ReplayPolicy {
  return readSafely("policy", () => readPolicy(policy, "policy"));
}

/** Goes through a room's history again. */
export function replayHistory<X extends MachineTypes, A>(
  machine: Machine<X, A>,
  asked: { readonly facts: unknown; readonly policy: unknown },
  read: HistoryReaders<X, NoInfer<A>>,
): Replay<X, A> {
  return replayEvents(machine, readHistory(asked.facts, read), readReplayPolicy(asked.policy));
}
