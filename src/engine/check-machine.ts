import { readSafely } from "../kernel/check.js";
import type { PlacedMessage } from "../kernel/message.js";
import { arrowId, type CompiledRegion, listOf, own, type Row, statesLeft, TIME } from "./compile-table.js";
import type { Machine } from "./machine.js";
import type { EngineCode } from "./messages.js";
import type { LooseArrow } from "./read-table.js";
import { checkRegions } from "./standing.js";
import type { MachineTypes } from "./state-table.js";

/**
 * Proofreads the tables of a machine. A room runs it in a test, so a table that cannot work never ships.
 *
 * @remarks
 * Every name is one of the table; every name is used; every state can be reached from an initial one; every state that is not final can
 * be left, and no final one can; from one state on one event, no two arrows ask the same guards and none stands behind an arrow that
 * asks no guard beyond its own; an arrow on `dayPassed` names a date, no other does, and its guards leave the day to that date.
 *
 * @param machine - The tables.
 * @returns What is wrong, with the place in the table. Empty: nothing.
 * @throws LibraryFault `kernel.*` for what is no machine.
 *
 * @example A state without a way out
 * ```ts
 * import { checkMachine, machineKit } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{ event: { type: "begun" }; data: object; facts: object; effect: never }>();
 * const trap = defineMachine({
 *   name: "trap", title: { en: "Trap", zh: "陷阱" }, initial: "free", final: [],
 *   states: { free: { en: "free", zh: "自由" }, caught: { en: "caught", zh: "受困" } },
 *   events: { begun: { en: "begun", zh: "开始" } }, effects: {}, guards: {}, updates: {},
 *   arrows: [{ from: "free", on: "begun", to: "caught" }],
 * });
 * checkMachine(trap).map(({ code, path }) => [code, path]); // => [["engine.machine_no_exit", "states.caught"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkMachine<X extends MachineTypes, A>(machine: Machine<X, A>): readonly PlacedMessage<EngineCode>[] {
  return readSafely("machine", () =>
    checkRegions(machine, "machine").flatMap((region) => {
      const base = region.region === "" ? "" : `${region.region}.`;
      const found = [
        ...unknownNames(region),
        ...unusedNames(region),
        ...unreachable(region),
        ...exits(region),
        ...order(region),
        ...time(region),
      ];
      return found.map((one) => ({ ...one, path: `${base}${one.path}` }));
    }),
  );
}

type Found = PlacedMessage<EngineCode>;
type Kind = "states" | "events" | "guards" | "updates" | "effects";
type Use = { readonly kind: Kind; readonly name: string; readonly path: string };

/** Every name that the table uses, with its kind and place. */
function usesOf({ table }: CompiledRegion): readonly Use[] {
  return [
    ...listOf(table.initial).map((name): Use => ({ kind: "states", name, path: "initial" })),
    ...table.final.map((name): Use => ({ kind: "states", name, path: "final" })),
    ...table.arrows.flatMap((arrow, row): readonly Use[] => {
      const use = (kind: Kind, field: keyof LooseArrow, names: readonly string[]): readonly Use[] =>
        names.map((name) => ({ kind, name, path: `arrows[${row}].${field}` }));
      return [
        ...use("states", "from", arrow.from === "*" ? [] : listOf(arrow.from)),
        ...use("events", "on", [arrow.on]),
        ...use("guards", "when", listOf(arrow.when)),
        ...use("states", "to", arrow.to === "=" ? [] : [arrow.to]),
        ...use("updates", "assign", listOf(arrow.assign)),
        ...use(
          "effects",
          "then",
          (arrow.then ?? []).map((effect) => (typeof effect === "string" ? effect : effect.effect)),
        ),
      ];
    }),
  ];
}

function unknownNames(region: CompiledRegion): readonly Found[] {
  return usesOf(region)
    .filter(({ kind, name }) => own<unknown>(region.table[kind], name) === undefined)
    .map(({ kind, name, path }) => ({ code: "engine.machine_unknown_name", path, params: { kind, name } }));
}

function unusedNames(region: CompiledRegion): readonly Found[] {
  const used = new Set(usesOf(region).map(({ kind, name }) => `${kind}.${name}`));
  return (["events", "guards", "updates", "effects"] as const).flatMap((kind) =>
    Object.keys(region.table[kind])
      .filter((name) => !used.has(`${kind}.${name}`))
      .map((name): Found => ({ code: "engine.machine_unused_name", path: `${kind}.${name}`, params: { kind, name } })),
  );
}

function unreachable({ table, standings }: CompiledRegion): readonly Found[] {
  const reached = new Set<string>();
  const open = [...listOf(table.initial)];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    open.push(...rowsFrom(standings, state).map((row) => row.to));
  }
  return Object.keys(table.states)
    .filter((state) => !reached.has(state))
    .map((state) => ({ code: "engine.machine_unreachable", path: `states.${state}`, params: { state } }));
}

function exits({ table, standings }: CompiledRegion): readonly Found[] {
  return Object.keys(table.states).flatMap((state): readonly Found[] => {
    const leaving = rowsFrom(standings, state);
    const path = `states.${state}`;
    if (table.final.includes(state)) {
      return leaving.map((row) => ({ code: "engine.machine_final_left", path, params: { state, arrow: row.id } }));
    }
    return leaving.some((row) => row.to !== state) ? [] : [{ code: "engine.machine_no_exit", path, params: { state } }];
  });
}

function rowsFrom(standings: CompiledRegion["standings"], state: string): readonly Row[] {
  return [...(standings().get(state)?.offers.values() ?? [])].flatMap(({ rows }) => rows);
}

/** What an arrow asks, each once: its date and its guards. */
function conditionsOf({ dueOn, when }: LooseArrow): ReadonlySet<string> {
  return new Set([...(dueOn === undefined ? [] : [`@${dueOn}`]), ...listOf(when)]);
}

/** Looks along the arrows of one event from one state: where an earlier one asks nothing beyond what a later one asks, the later is never taken. */
function order({ table, region }: CompiledRegion): readonly Found[] {
  const before = new Map<string, { id: string; asked: ReadonlySet<string> }[]>();
  return table.arrows.flatMap((arrow, row) => {
    const id = arrowId(arrow, region);
    const asked = conditionsOf(arrow);
    return statesLeft(arrow, table).flatMap((state): readonly Found[] => {
      const key = JSON.stringify([state, arrow.on]);
      const others = before.get(key) ?? [];
      before.set(key, [...others, { id, asked }]);
      const path = `arrows[${row}]`;
      const wider = others.filter((other) => [...other.asked].every((one) => asked.has(one)));
      const twin = wider.find((other) => other.asked.size === asked.size);
      if (twin !== undefined) return [{ code: "engine.machine_arrows_alike", path, params: { state, arrow: id, other: twin.id } }];
      const [open] = wider;
      return open === undefined ? [] : [{ code: "engine.machine_never_taken", path, params: { state, arrow: id, other: open.id } }];
    });
  });
}

function time({ table, region }: CompiledRegion): readonly Found[] {
  return table.arrows.flatMap((arrow, row): readonly Found[] => {
    const path = `arrows[${row}]`;
    const id = arrowId(arrow, region);
    if (arrow.on !== TIME) return arrow.dueOn === undefined ? [] : [{ code: "engine.machine_date_unused", path, params: { arrow: id } }];
    if (arrow.dueOn === undefined) return [{ code: "engine.machine_date_missing", path, params: { arrow: id } }];
    return listOf(arrow.when)
      .filter((name) => {
        const guard = own(table.guards, name);
        return guard?.needs.includes("event.asOf") || guard?.reads?.includes("event.asOf");
      })
      .map((guard) => ({ code: "engine.machine_guard_reads_day", path, params: { arrow: id, guard } }));
  });
}
