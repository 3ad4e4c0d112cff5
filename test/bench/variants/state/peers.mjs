// The same arrows in the words of other state machines. What the host knows travels with the event, since neither has facts.
import { action, createMachine as createRobot, guard, interpret, transition as lead, reduce as noting, state } from "robot3";
import { assign, createMachine, initialTransition, transition } from "xstate";
import { initial } from "../../lib/histories.mjs";
import { arrows, guards, updates, ways } from "../../lib/life.mjs";

const leaving = (state) => arrows.filter(({ from }) => from === state);
const mapped = (names, make) => Object.fromEntries(names.map((name) => [name, make(name)]));

/** Pure transitions: what is done about an effect is the host's. */
export function openXstate() {
  const arrowOf = ({ to, when, assign: changes, then }) => ({
    ...(to !== "=" && { target: to }),
    ...(when.length > 0 && {
      guard: ({ context, event }) => when.every((name) => guards[name].test({ data: context, event, facts: event.facts })),
    }),
    actions: [
      ...changes.map((name) => assign(({ context, event }) => updates[name].change({ data: context, event, facts: event.facts }))),
      ...then,
    ],
  });
  const machine = createMachine({
    context: initial.data,
    initial: initial.at,
    states: mapped(Object.keys(ways), (state) => ({
      on: mapped(ways[state], (event) =>
        leaving(state)
          .filter(({ on }) => on === event)
          .map(arrowOf),
      ),
    })),
  });
  const [start] = initialTransition(machine);
  return (records, members) => {
    const standing = Array.from({ length: members }, () => start);
    let effects = 0;
    for (const { member, event } of records) {
      const [next, actions] = transition(machine, standing[member], event);
      standing[member] = next;
      effects += actions.length;
    }
    return { standing: standing.map(({ value, context }) => ({ at: value, data: context })), effects };
  };
}

/** A service per member, since robot3 has no transition apart from one. */
export function openRobot3() {
  let effects = 0;
  const arrowOf = ({ from, on, to, when, assign: changes, then }) =>
    lead(
      on,
      to === "=" ? from : to,
      ...when.map((name) => guard((data, event) => guards[name].test({ data, event, facts: event.facts }))),
      ...changes.map((name) => noting((data, event) => ({ ...data, ...updates[name].change({ data, event, facts: event.facts }) }))),
      ...then.map(() =>
        action(() => {
          effects++;
        }),
      ),
    );
  const machine = createRobot(
    initial.at,
    mapped(Object.keys(ways), (name) => state(...leaving(name).map(arrowOf))),
    () => initial.data,
  );
  return (records, members) => {
    effects = 0;
    const services = Array.from({ length: members }, () => interpret(machine, () => {}));
    for (const { member, event } of records) services[member].send(event);
    return { standing: services.map(({ machine: { current }, context }) => ({ at: current, data: context })), effects };
  };
}
