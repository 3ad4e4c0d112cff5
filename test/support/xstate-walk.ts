/** Runs an exported machine in XState itself, with the guards of our table as its guards, and compares every step with `stepState`. */
import { exportMachine, type Machine, type MachineTypes, type State, stepState } from "qudao/engine";
import { expect } from "vitest";
import { createMachine, transition } from "xstate";

interface Named {
  readonly type: string;
  readonly params?: { readonly guards?: readonly Named[]; readonly dueOn?: string };
}
type Scope = { readonly [part in "event" | "data" | "facts" | "at"]: { readonly [name: string]: unknown } };

/** How many of the offered events were compared: one that our table leaves open has no counterpart in two values. */
export interface Walk {
  readonly compared: number;
  readonly moved: number;
}

/** Walks a history in both, and expects the same states and the same effects in the same order. */
export function expectSameWalk<X extends MachineTypes, A>(
  machine: Machine<X, A>,
  initial: State<A, X["data"]>,
  records: readonly { readonly event: X["event"]; readonly facts: X["facts"] }[],
): Walk {
  let scope: Scope;
  const tables = machine.regions.map(({ table }) => table);
  const guards = Object.assign({}, ...tables.map((table) => table.guards)) as (typeof tables)[number]["guards"];
  const holds = ({ type, params }: Named): boolean => {
    if (type === "all") return (params?.guards ?? []).every(holds);
    if (type === "due") {
      const date = scope.data[params?.dueOn as string];
      return typeof date === "string" && (scope.event["asOf"] as string) >= date;
    }
    const guard = guards[type];
    if (guard === undefined) throw new Error(`no guard ${type}`);
    return guard.needs.every((place) => placeIn(scope, place) != null) && guard.test(scope as never) === true;
  };
  const stub = (type: string) => [type, (_: unknown, params: Named["params"]) => holds({ type, ...(params && { params }) })] as const;
  const effects = new Set(tables.flatMap((table) => Object.keys(table.effects)));
  const updates = tables.flatMap((table) => Object.keys(table.updates));
  const definition = JSON.parse(JSON.stringify(exportMachine(machine)));
  const theirs = createMachine(definition).provide({
    guards: Object.fromEntries(["all", "due", ...Object.keys(guards)].map(stub)),
    actions: Object.fromEntries([...effects, ...updates].map((type) => [type, () => {}])),
  } as never);

  let state = initial;
  let compared = 0;
  let moved = 0;
  for (const { event, facts } of records) {
    scope = { event, data: state.data, facts, at: typeof state.at === "object" ? state.at : {} } as unknown as Scope;
    const ours = stepState(machine, state, event, facts);
    if (isOpen(ours)) continue;
    const before = theirs.resolveState({ value: state.at as never, context: {} });
    const [after, actions] = transition(theirs, before, event as never);
    const next = ours.ok ? ours.value.next : state;
    expect(after.value).toStrictEqual(next.at);
    const followed = actions.map(({ type }) => type).filter((type) => effects.has(type));
    expect(followed).toStrictEqual(ours.ok ? ours.value.effects.map(({ effect }) => effect) : []);
    compared++;
    if (ours.ok) moved++;
    state = next;
  }
  return { compared, moved };
}

function placeIn(scope: Scope, place: string): unknown {
  const [part, name] = place.split(".") as [keyof Scope, string];
  return scope[part][name];
}

/** Whether some region could not be told. */
function isOpen(answer: ReturnType<typeof stepState>): boolean {
  if (!answer.ok) return answer.problem.params["why"] === "unknown";
  return (answer.value.explanation.from ?? []).some(({ params }) => params["why"] === "unknown");
}
