import { compileTable } from "./compile-table.js";
import { inOrder, keepDay } from "./in-order.js";
import type { MachineKit } from "./machine.js";
import type { LooseTable } from "./read-table.js";
import type { Guard, MachineTypes, Update } from "./state-table.js";

/**
 * `machineKit` for the rooms of this library, whose tables are proofread by tests and changed by nobody: nothing is checked before a state is
 * looked up, and nothing copied but what `lastOn` adds to, so that loading a room costs next to nothing however many arrows it has.
 *
 * @internal
 */
export function roomKit<X extends MachineTypes>(): MachineKit<X> {
  return {
    guard: (guard) => guard as unknown as Guard<X>,
    update: (update) => update as unknown as Update<X>,
    inOrder: (field, title) => inOrder(field, title) as unknown as Guard<X>,
    defineMachine: (table) => ({
      name: table.name,
      title: table.title,
      regions: [compileTable(keepDay(table as unknown as LooseTable), "", table.name)],
    }),
    defineRegions: (name, title, machines) => ({
      name,
      title,
      regions: Object.entries(machines).flatMap(([region, { regions }]) => regions.map(({ table }) => compileTable(table, region, name))),
    }),
  };
}
