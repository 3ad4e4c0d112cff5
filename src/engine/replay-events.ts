import { checkChoice, checkList, checkRecord, readSafely } from "../kernel/check.js";
import type { Machine } from "./machine.js";
import type { EventName, MachineTypes, Refusal, State, Step } from "./state-table.js";
import { stepState } from "./step-state.js";

/** A history to go through again. */
export interface ReplayFacts<X extends MachineTypes, A> {
  /** Where it began. */
  readonly initial: State<A, X["data"]>;
  /** What happened, oldest first, each with the facts as they were known then. */
  readonly records: readonly { readonly event: X["event"]; readonly facts: X["facts"] }[];
}

/** What to do at an event that is refused: end there, or note it and go on. */
export interface ReplayPolicy {
  /** `stop`: the events after it are not offered. `collect`: they are. */
  readonly onRefusal: "stop" | "collect";
}

/** Where a history leads. */
export interface Replay<X extends MachineTypes, A> {
  /** The state after it. */
  readonly state: State<A, X["data"]>;
  /** The steps, with the place of each event in the history. */
  readonly steps: readonly { readonly index: number; readonly step: Step<A, X["data"], X["effect"]> }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal<EventName<X>> }[];
}

/**
 * Rebuilds a state from its history.
 *
 * @param machine - The tables.
 * @param facts - The beginning and the recorded events, each with the facts of its day.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal. Effects are listed again, not run.
 * @throws LibraryFault as `stepState`; `kernel.not_a_record`, `kernel.not_a_list`; `kernel.not_a_choice` for the policy.
 *
 * @example A refused event changes nothing
 * ```ts
 * import { machineKit, replayEvents } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{ event: { type: "signed" } | { type: "ended" }; data: object; facts: object; effect: never }>();
 * const contract = defineMachine({
 *   name: "contract", title: { en: "Contract", zh: "合同" }, initial: "draft", final: ["over"],
 *   states: { draft: { en: "draft", zh: "草稿" }, live: { en: "live", zh: "生效" }, over: { en: "over", zh: "终止" } },
 *   events: { signed: { en: "signed", zh: "签署" }, ended: { en: "ended", zh: "终止" } },
 *   effects: {}, guards: {}, updates: {},
 *   arrows: [{ from: "draft", on: "signed", to: "live" }, { from: "live", on: "ended", to: "over" }],
 * });
 * const records = (["ended", "signed", "ended"] as const).map((type) => ({ event: { type }, facts: {} }));
 * const replay = replayEvents(contract, { initial: { at: "draft", data: {} }, records }, { onRefusal: "collect" });
 * replay.state.at; // => "over"
 * replay.refused.map(({ index }) => index); // => [0]
 * ```
 *
 * @since 0.1.0
 */
export function replayEvents<X extends MachineTypes, A>(
  machine: Machine<X, A>,
  facts: ReplayFacts<X, NoInfer<A>>,
  policy: ReplayPolicy,
): Replay<X, A> {
  return readSafely({ machine, facts, policy }, () => replay(machine, facts, policy));
}

function replay<X extends MachineTypes, A>(machine: Machine<X, A>, facts: ReplayFacts<X, A>, policy: ReplayPolicy): Replay<X, A> {
  checkRecord(machine, "machine");
  const onRefusal = checkChoice(checkRecord(policy, "policy")["onRefusal"], "policy.onRefusal", ["stop", "collect"]);
  const records = checkList(checkRecord(facts, "facts")["records"], "facts.records");
  const steps: Replay<X, A>["steps"][number][] = [];
  const refused: Replay<X, A>["refused"][number][] = [];
  let state: State<A, X["data"]> = facts.initial;
  for (const [index, given] of records.entries()) {
    const record = checkRecord(given, `facts.records[${index}]`) as unknown as ReplayFacts<X, A>["records"][number];
    const answer = stepState(machine, state, record.event, record.facts);
    if (answer.ok) {
      steps.push({ index, step: answer.value });
      state = answer.value.next;
    } else {
      refused.push({ index, refusal: answer.problem });
      if (onRefusal === "stop") break;
    }
  }
  return { state, steps, refused };
}
