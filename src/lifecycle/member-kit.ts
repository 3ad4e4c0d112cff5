/** The makers of guards, updates and tables of a member's life, and the words that several tables share. */
import type { MachineKit } from "../engine/machine.js";
import { roomKit } from "../engine/room-kit.js";
import type { MemberEffect } from "./member-effect.js";
import type { MemberEvent } from "./member-event.js";
import type { MemberFacts } from "./member-policy.js";
import type { MemberData, MemberPlace } from "./member-state.js";

/** What the tables of a member's life speak of. */
export interface MemberTypes {
  /** What happens. */
  readonly event: MemberEvent;
  /** What a state carries. */
  readonly data: MemberData;
  /** What the host knows. */
  readonly facts: MemberFacts;
  /** What should follow. */
  readonly effect: MemberEffect;
  /** Where the member stands. */
  readonly at: MemberPlace;
}

/** @internal */
export const memberKit: MachineKit<MemberTypes> = roomKit<MemberTypes>();

/** Some entries of a record, so that a table lists by name what it uses. @internal */
export function pick<T extends object, const N extends keyof T>(record: T, ...names: readonly N[]): Pick<T, N> {
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Pick<T, N>;
}
