import { readSafely } from "../kernel/check.js";
import type { Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Json } from "../kernel/json.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type Choice, chooseRow, findingsOf } from "./choose-row.js";
import { type CompiledRegion, own, type Row, type Scope } from "./compile-table.js";
import type { Machine } from "./machine-kit.js";
import { checkState, type Here, scopeOf, standingsOf } from "./read-state.js";
import type { Effect, EventName, MachineTypes, Refusal, State, Step } from "./state-table.js";

/**
 * Offers one event to a state and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The first arrow in table order whose guards all hold is taken. An arrow with an unmet guard is passed over; one that is not unmet but
 * has an unknown guard refuses the step, because the arrows after it may be the wrong ones. With regions, the event is offered to every
 * region that knows it, each sees the state before the event, and those that refuse stay: the step is refused only where none moves.
 * Changes of the data are merged in the order of the regions.
 *
 * @param machine - The tables.
 * @param state - Where it stands.
 * @param event - What happened, with its `type`.
 * @param facts - What the host knows. A fact that is missing or null makes the guards that need it unknown.
 * @returns The next state with its effects, or the refusal with every guard that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.not_a_choice` for a state or an event the machine does not know, `kernel.not_a_record`,
 * `kernel.not_a_date`, `kernel.unreadable`.
 *
 * @example Accepted, refused, and refused for want of a fact
 * ```ts
 * import { machineKit, stepState } from "qudao/engine";
 *
 * interface LampTypes {
 *   event: { type: "pressed" };
 *   data: object;
 *   facts: { volts?: number };
 *   effect: "glow";
 * }
 * const { guard, defineMachine } = machineKit<LampTypes>();
 * const lamp = defineMachine({
 *   name: "lamp", title: { en: "Lamp", zh: "灯" }, initial: "off", final: ["on"],
 *   states: { off: { en: "off", zh: "灭" }, on: { en: "on", zh: "亮" } },
 *   events: { pressed: { en: "pressed", zh: "按下" } }, effects: { glow: { en: "glow", zh: "发光" } },
 *   guards: { powered: guard({ title: { en: "there is power", zh: "有电" }, needs: ["facts.volts"], test: ({ facts }) => facts.volts >= 5 }) },
 *   updates: {},
 *   arrows: [{ from: "off", on: "pressed", when: "powered", to: "on", then: ["glow"] }],
 * });
 * const press = (facts: { volts?: number }) => stepState(lamp, { at: "off", data: {} }, { type: "pressed" }, facts);
 * const lit = press({ volts: 5 });
 * lit.ok && lit.value.effects; // => [{ effect: "glow", params: {} }]
 * const dark = press({ volts: 4 });
 * !dark.ok && dark.problem.failed.map((finding) => finding.params["read"]); // => [{ "facts.volts": 4 }]
 * const unsure = press({});
 * !unsure.ok && unsure.problem.params["why"]; // => "unknown"
 * ```
 *
 * @since 0.1.0
 */
export function stepState<X extends MachineTypes, A>(
  machine: Machine<X, A>,
  state: State<NoInfer<A>, X["data"]>,
  event: X["event"],
  facts: X["facts"],
): Result<Step<A, X["data"], X["effect"]>, Refusal<EventName<X>>> {
  return readSafely("", () => {
    const scope = scopeOf(state, event, facts);
    const first = machine.regions[0];
    const answer = first?.region === "" ? stepOne(machine.name, first, state.at as string, scope) : stepRegions(machine, scope);
    return answer as Result<Step<A, X["data"], X["effect"]>, Refusal<EventName<X>>>;
  });
}

type Answer = Result<Step<unknown, object, string>, Refusal>;

function stepOne(machine: string, region: CompiledRegion, at: string, scope: Scope): Answer {
  const type = scope.event["type"] as string;
  const choice = chooseRow(region, at, type, scope);
  const { row } = choice;
  if (row === undefined) {
    checkState(region, at, "state.at");
    if (own(region.table.events, type) === undefined) throw unknownEvent([region], type);
    const here = [{ region, at, choice }];
    return err(refusal(machine, here, here, type, scope));
  }
  return ok({
    next: { at: row.to, data: dataAfter([row], scope) },
    effects: row.effects,
    arrows: [row.id],
    explanation: stepNode(machine, { region, at, choice }, row, type, scope),
  });
}

/** What a region that knows the event made of it. */
interface Offered extends Here {
  readonly choice: Choice;
}

function stepRegions({ name, regions }: Machine<MachineTypes, unknown>, scope: Scope): Answer {
  const type = scope.event["type"] as string;
  const everywhere = standingsOf(regions, scope.at);
  const offered = everywhere
    .filter(({ region }) => own(region.table.events, type) !== undefined)
    .map(({ region, at }) => ({ region, at, choice: chooseRow(region, at, type, scope) }));
  if (offered.length === 0) throw unknownEvent(regions, type);
  const next = Object.fromEntries(everywhere.map(({ region, at }) => [region.region, at]));
  const taken: Row[] = [];
  const effects: Effect[] = [];
  for (const { region, choice } of offered) {
    if (choice.row === undefined) continue;
    taken.push(choice.row);
    effects.push(...choice.row.effects);
    next[region.region] = choice.row.to;
  }
  if (taken.length === 0) return err(refusal(name, offered, everywhere, type, scope));
  return ok({
    next: { at: next, data: dataAfter(taken, scope) },
    effects,
    arrows: taken.map((row) => row.id),
    explanation: {
      code: "engine.steps",
      params: { machine: name, event: type, eventTitle: titleOf(offered, type) },
      from: offered.map((one) => (one.choice.row === undefined ? stayNode(one, scope) : stepNode(name, one, one.choice.row, type, scope))),
    },
  });
}

function dataAfter(rows: readonly Row[], scope: Scope): object {
  if (rows.every((row) => row.changes.length === 0)) return scope.data;
  const data: { [field: string]: unknown } = { ...scope.data };
  for (const row of rows) {
    for (const change of row.changes) {
      for (const [field, value] of Object.entries(change(scope))) {
        if (value === undefined) delete data[field];
        else data[field] = value;
      }
    }
  }
  return data;
}

function stepNode(machine: string, { region, at, choice }: Offered, row: Row, event: string, scope: Scope): Explanation<"engine.step"> {
  return {
    code: "engine.step",
    params: {
      machine,
      arrow: row.id,
      event,
      eventTitle: region.table.events[event] as unknown as Json,
      from: at,
      fromTitle: row.fromTitle as unknown as Json,
      to: row.to,
      toTitle: row.toTitle as unknown as Json,
    },
    from: findingsOf(choice, scope),
  };
}

function stayNode({ region, at, choice }: Offered, scope: Scope): Explanation<"engine.stayed"> {
  const params = { region: region.region, state: at, stateTitle: region.table.states[at] as unknown as Json, why: choice.why };
  return { code: "engine.stayed", params, from: findingsOf(choice, scope) };
}

function refusal(machine: string, offered: readonly Offered[], everywhere: readonly Here[], event: string, scope: Scope): Refusal {
  const allowed = new Set<string>();
  for (const { region, at } of everywhere) for (const other of region.rows.get(at)?.keys() ?? []) allowed.add(other);
  allowed.delete(event);
  const whys = offered.map(({ choice }) => choice.why);
  const titles = offered.map(({ region, at }) => region.table.states[at] as unknown as Json);
  const single = everywhere[0]?.region.region === "";
  return {
    code: "engine.event_refused",
    params: {
      machine,
      event,
      eventTitle: titleOf(offered, event),
      state: single ? (everywhere[0]?.at as string) : Object.fromEntries(everywhere.map(({ region, at }) => [region.region, at])),
      stateTitle: single ? (titles[0] as Json) : titles,
      why: whys.find((why) => why === "unknown") ?? whys.find((why) => why === "unmet") ?? "no_arrow",
    },
    failed: offered.flatMap(({ choice }) => findingsOf(choice, scope)),
    allowed: [...allowed],
  };
}

function titleOf(offered: readonly Offered[], event: string): Json {
  return offered[0]?.region.table.events[event] as unknown as Json;
}

function unknownEvent(regions: readonly CompiledRegion[], type: unknown): Error {
  const want = [...new Set(regions.flatMap(({ table }) => Object.keys(table.events)))];
  return kernelFault("kernel.not_a_choice", "event.type", { got: shown(type), want });
}
