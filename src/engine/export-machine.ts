import { readSafely } from "../kernel/check.js";
import type { Json } from "../kernel/json.js";
import type { MessageParams, Words } from "../kernel/message.js";
import { type CompiledRegion, listOf, statesLeft } from "./compile-table.js";
import type { Machine } from "./machine.js";
import type { LooseArrow, LooseTable } from "./read-table.js";
import { checkRegions } from "./standing.js";
import type { MachineTypes } from "./state-table.js";

/** A guard or an action by name, with what it is given. */
export interface XstateName {
  /** The name under which the host provides the function. */
  readonly type: string;
  /** What the function is given. Absent: nothing. */
  readonly params?: MessageParams;
}

/** One transition of an XState state. */
export interface XstateTransition {
  /** State of the same region it leads to. Absent: it stays. */
  readonly target?: string;
  /** The guard. Absent: none. */
  readonly guard?: XstateName;
  /** Updates of the data, then effects, in order. Absent: none. */
  readonly actions?: readonly XstateName[];
}

/** One state of an XState machine, or a region of one. */
export interface XstateState {
  /** `final`: nothing leaves it. `parallel`: its states are regions. Absent: an ordinary state. */
  readonly type?: "final" | "parallel";
  /** The title. */
  readonly meta: { readonly title: Words };
  /** Where it begins. Absent: it has no states below it, or all of them at once. */
  readonly initial?: string;
  /** States below it, or regions. Absent: none. */
  readonly states?: { readonly [state: string]: XstateState };
  /** Transitions by event, in table order. Absent: none. */
  readonly on?: { readonly [event: string]: readonly XstateTransition[] };
}

/** The definition of a machine as XState 5 reads it: plain JSON, functions by name. */
export interface XstateMachine extends XstateState {
  /** Name of the machine. */
  readonly id: string;
}

/**
 * Exports a machine as the definition of an XState machine, for hosts that draw, simulate or run it there.
 *
 * @remarks
 * States, events, guards, updates and effects keep their names. An arrow with one guard names it; one with several, or with a date
 * beside them, names the guard `all` with `params.guards`; a date is the guard `due` with `params.dueOn`. Updates come as actions before
 * the effects; what an effect carries is listed in `params.with`. Regions become a parallel state. Of several initial states the first
 * is taken. XState's guards have two values: where a guard of ours would be `unknown` the host must decide, since there the next
 * transition is tried instead of none.
 *
 * @param machine - The tables.
 * @returns The definition, to be handed to `createMachine` of XState 5 and given functions by `provide`.
 * @throws LibraryFault `kernel.*` with the place of a table that cannot be read.
 *
 * @example A contract
 * ```ts
 * import { exportMachine, machineKit } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{ event: { type: "signed" }; data: object; facts: object; effect: "tell" }>();
 * const contract = defineMachine({
 *   name: "contract", title: { en: "Contract", zh: "合同" }, initial: "draft", final: ["live"],
 *   states: { draft: { en: "draft", zh: "草稿" }, live: { en: "in force", zh: "生效" } },
 *   events: { signed: { en: "signed", zh: "签署" } }, effects: { tell: { en: "tell", zh: "通知" } }, guards: {}, updates: {},
 *   arrows: [{ from: "draft", on: "signed", to: "live", then: ["tell"] }],
 * });
 * const { id, initial, states } = exportMachine(contract);
 * [id, initial, states?.["draft"]?.on]; // => ["contract", "draft", { signed: [{ target: "live", actions: [{ type: "tell" }] }] }]
 * states?.["live"]; // => { type: "final", meta: { title: { en: "in force", zh: "生效" } } }
 * ```
 *
 * @since 0.1.0
 */
export function exportMachine<X extends MachineTypes, A>(machine: Machine<X, A>): XstateMachine {
  return readSafely("machine", () => {
    const regions = checkRegions(machine, "machine");
    const { name: id, title } = machine;
    const first = regions[0];
    if (first?.region === "") return { id, meta: { title: copyOf(title) }, ...statesOf(first) };
    const states = Object.fromEntries(
      regions.map((region) => [region.region, { meta: { title: copyOf(region.table.title) }, ...statesOf(region) }]),
    );
    return { id, type: "parallel", meta: { title: copyOf(title) }, states };
  });
}

function statesOf({ table }: CompiledRegion): Pick<Required<XstateState>, "states"> & Pick<XstateState, "initial"> {
  const [initial] = listOf(table.initial);
  const states = Object.entries(table.states).map(([state, title]): [string, XstateState] => {
    const on = transitionsOf(table, state);
    return [
      state,
      {
        ...(table.final.includes(state) ? { type: "final" } : {}),
        meta: { title: copyOf(title) },
        ...(Object.keys(on).length === 0 ? {} : { on }),
      },
    ];
  });
  return { ...(initial === undefined ? {} : { initial }), states: Object.fromEntries(states) };
}

function transitionsOf(table: LooseTable, state: string): NonNullable<XstateState["on"]> {
  const on = new Map<string, XstateTransition[]>();
  for (const arrow of table.arrows) {
    if (!statesLeft(arrow, table).includes(state)) continue;
    on.set(arrow.on, [...(on.get(arrow.on) ?? []), transitionOf(arrow)]);
  }
  return Object.fromEntries(on);
}

function transitionOf(arrow: LooseArrow): XstateTransition {
  const guards: readonly XstateName[] = [
    ...(arrow.dueOn === undefined ? [] : [{ type: "due", params: { dueOn: arrow.dueOn } }]),
    ...listOf(arrow.when).map((type) => ({ type })),
  ];
  const effects = (arrow.then ?? []).map((effect): XstateName => {
    if (typeof effect === "string") return { type: effect };
    const params = { ...effect.params, ...(effect.with === undefined ? {} : { with: [...effect.with] }) };
    return Object.keys(params).length === 0 ? { type: effect.effect } : { type: effect.effect, params };
  });
  const actions = [...listOf(arrow.assign).map((type) => ({ type })), ...effects];
  const [guard] = guards;
  return {
    ...(arrow.to === "=" ? {} : { target: arrow.to }),
    ...(guard === undefined ? {} : { guard: guards.length === 1 ? guard : { type: "all", params: { guards: guards as unknown as Json } } }),
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** So that no two definitions share a title with the table. */
function copyOf({ en, zh }: Words): Words {
  return { en, zh };
}
