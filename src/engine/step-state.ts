import { asFault } from "../kernel/check.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Json } from "../kernel/json.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type Choice, chooseRow } from "./choose-row.js";
import { type CompiledRegion, type Row, type Standing, TIME } from "./compile-table.js";
import type { Machine } from "./machine.js";
import type { Scope, Title } from "./read-table.js";
import { scopeOf, standingOf, standingsOf, unknownEvent } from "./standing.js";
import type { EventName, MachineTypes, Refusal, State, Step } from "./state-table.js";

/**
 * Offers one event to a state and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The first arrow in table order whose guards all hold is taken. An arrow with an unmet guard is passed over; one that is not unmet but
 * has an unknown guard refuses the step, because the arrows after it may be the wrong ones. With regions, the event is offered to every
 * region that knows it, each sees the state before the event, and those that refuse stay: the step is refused where none moves. It is
 * refused whole where one of them cannot be told, so that no event is half-applied; only `dayPassed` moves what it can, since time comes
 * again. Changes of the data are merged in the order of the regions.
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
  try {
    const scope = scopeOf(state, event, facts);
    const first = machine.regions[0];
    const answer = first?.region === "" ? stepOne(machine.name, first, state.at, scope) : stepRegions(machine, scope);
    return answer as Result<Step<A, X["data"], X["effect"]>, Refusal<EventName<X>>>;
  } catch (caught) {
    // as `readSafely` does; a closure and a list of arguments for every step would be a tenth of its cost
    throw asFault({ machine, state, event, facts }, caught);
  }
}

type Answer = Result<Step<unknown, object, string>, Refusal>;

function stepOne(machine: string, region: CompiledRegion, at: unknown, scope: Scope): Answer {
  const event = scope.event["type"] as string;
  const standing = standingOf(region, at, "state.at");
  const offer = standing.offers.get(event);
  if (offer === undefined) throw unknownEvent([standing], event);
  const first = offer.rows[0];
  if (first !== undefined && first.tests.length === 0) return stepBy(first, scope, first.told);
  const { row, why, findings } = chooseRow(offer.rows, scope);
  if (row !== undefined) return stepBy(row, scope, stepNode(row, findings));
  offer.refused[why] ??= Object.freeze({
    machine,
    event,
    eventTitle: offer.eventTitle,
    state: standing.at,
    stateTitle: standing.title,
    why,
  });
  return err({ code: "engine.event_refused", params: offer.refused[why], failed: findings, allowed: offer.others });
}

function stepBy(row: Row, scope: Scope, explanation: Explanation<"engine.step">): Answer {
  const data = row.changes.length === 0 ? scope.data : dataAfter([row], scope);
  return ok({ next: { at: row.to, data }, effects: effectsOf(row, scope, data), arrows: row.ids, explanation });
}

/** What a region that knows the event made of it. */
interface Offered extends Choice {
  readonly standing: Standing;
  readonly eventTitle: Title;
}

function stepRegions({ name, regions }: Machine<MachineTypes, unknown>, scope: Scope): Answer {
  const event = scope.event["type"] as string;
  const standings = standingsOf(regions, scope.at);
  const offered = standings.flatMap((standing): readonly Offered[] => {
    const offer = standing.offers.get(event);
    return offer === undefined ? [] : [{ standing, eventTitle: offer.eventTitle, ...chooseRow(offer.rows, scope) }];
  });
  const [first] = offered;
  if (first === undefined) throw unknownEvent(standings, event);
  const moved = offered.flatMap(({ standing, row }) => (row === undefined ? [] : [{ standing, row }]));
  const open = event !== TIME && offered.some(({ why }) => why === "unknown");
  if (moved.length === 0 || open) return err(refusalOf(name, event, first.eventTitle, offered, standings));
  const rows = moved.map(({ row }) => row);
  const data = dataAfter(rows, scope);
  return ok({
    next: {
      at: Object.fromEntries([
        ...standings.map(({ region, at }) => [region, at]),
        ...moved.map(({ standing, row }) => [standing.region, row.to]),
      ]),
      data,
    },
    effects: rows.flatMap((row) => effectsOf(row, scope, data)),
    arrows: rows.map((row) => row.id),
    explanation: {
      code: "engine.steps",
      params: { machine: name, event, eventTitle: first.eventTitle },
      from: offered.map(({ standing, row, why, findings }) =>
        row === undefined ? stayNode(standing, why, findings) : stepNode(row, findings),
      ),
    },
  });
}

/** What an effect carries is read after the changes, so that it tells what now holds. */
function effectsOf({ effects, carried }: Row, scope: Scope, data: object): Row["effects"] {
  if (carried === undefined) return effects;
  const after = { ...scope, data: data as Scope["data"] };
  return effects.map(({ effect, params }, i) => ({
    effect,
    params: { ...params, ...Object.fromEntries((carried[i] ?? []).map(({ part, name }) => [name, (after[part][name] ?? null) as Json])) },
  }));
}

/** The data with the changes of every row; the object that came in where all is as it was. */
function dataAfter(rows: readonly Row[], scope: Scope): object {
  let data: { [field: string]: unknown } | undefined;
  for (const { changes } of rows) {
    for (let i = 0; i < changes.length; i++) {
      const fields = (changes[i] as Row["changes"][number])(scope);
      for (const field in fields) {
        if (!Object.hasOwn(fields, field)) continue;
        const value = fields[field];
        if (data === undefined) {
          if (Object.hasOwn(scope.data, field) ? scope.data[field] === value : value === undefined) continue;
          data = { ...scope.data };
        }
        if (value === undefined) delete data[field];
        else data[field] = value;
      }
    }
  }
  return data ?? scope.data;
}

function stepNode({ told }: Row, findings: Choice["findings"]): Explanation<"engine.step"> {
  return findings.length === 0 ? told : { code: "engine.step", params: told.params, from: findings };
}

function stayNode({ region, at, title }: Standing, why: Choice["why"], findings: Choice["findings"]): Explanation<"engine.stayed"> {
  return { code: "engine.stayed", params: { region, state: at, stateTitle: title, why }, from: findings };
}

function refusalOf(
  machine: string,
  event: string,
  eventTitle: Title,
  offered: readonly Offered[],
  standings: readonly Standing[],
): Refusal {
  const whys = offered.map(({ why }) => why);
  return {
    code: "engine.event_refused",
    params: {
      machine,
      event,
      eventTitle,
      state: Object.fromEntries(standings.map(({ region, at }) => [region, at])),
      stateTitle: offered.map(({ standing }) => standing.title),
      why: whys.find((why) => why === "unknown") ?? whys.find((why) => why === "unmet") ?? "no_arrow",
    },
    failed: offered.flatMap(({ findings }) => findings.filter(({ status }) => status !== "met")),
    allowed: [...new Set(standings.flatMap(eventsOf))].filter((other) => other !== event),
  };
}

/** Events that have an arrow from a state. */
function eventsOf({ offers }: Standing): readonly string[] {
  return [...offers].filter(([, { rows }]) => rows.length > 0).map(([event]) => event as string);
}
