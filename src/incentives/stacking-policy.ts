/** What several programmes on the same sales are combined from: the lines, who claims which of them, and the declared order. */
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Json } from "../kernel/json.js";
import type { IncentiveProgramme } from "./programme.js";

/** How the programmes of one group share a sale, in the order of the documentation. Their words: `incentives.combine`. */
export const stackingModes = ["add", "highest", "lowest", "first", "reduce_base", "specific_first"] as const;

/** See `stackingModes`. */
export type StackingMode = (typeof stackingModes)[number];

/** Sales of one member in one window, and the programmes that claim them. */
export interface StackingFacts {
  /** The lines, each once, in the currency of the programmes. Returns below 0. */
  readonly lines: readonly StackingLine[];
  /** The programmes in any order, each once. */
  readonly candidates: readonly StackingCandidate[];
}

/** One line of a sale. */
export interface StackingLine {
  /** The host's identifier. */
  readonly id: string;
  /** Net amount. */
  readonly amount: DecimalString;
  /** Net quantity. */
  readonly quantity: DecimalString;
}

/** A programme and what it counts. */
export interface StackingCandidate {
  /** The programme. One that `checkProgramme` faults is refused. */
  readonly programme: IncentiveProgramme;
  /** The lines in its scope, for which the member is an earner. */
  readonly lineIds: readonly string[];
  /** As in `IncentiveFacts`. */
  readonly baseline?: DecimalString | undefined;
  /** As in `IncentiveFacts`. */
  readonly quota?: DecimalString | undefined;
  /** As in `IncentiveFacts`. */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
  /** As in `IncentiveFacts`. */
  readonly given?: { readonly [name: string]: Json } | undefined;
  /** As in `IncentiveFacts`. */
  readonly asOf?: CalendarDate | undefined;
  /** As in `IncentiveFacts`. */
  readonly withheld?: DecimalString | undefined;
}

/** Which programme goes before which, and what becomes of the others. Groups among each other add up. */
export interface StackingPolicy {
  /** The groups. Each name and each priority once. */
  readonly groups: readonly StackingGroup[];
  /** The group of every programme. Each programme once, each priority of a group once. */
  readonly members: readonly StackingMember[];
}

/** Programmes that are combined in one way. */
export interface StackingGroup {
  /** Its name. */
  readonly id: string;
  /** When it is computed: 1 before 2. */
  readonly priority: number;
  /**
   * `add`: all of them. `highest`, `lowest`: the one that earns most, or least above 0; where none earns, the one that the member owes
   * most or least for, so that a return takes back what its sale brought. `first`: the first by priority that earns,
   * whether or not it is known what the later ones would.
   * `reduce_base`: each on the amounts less what the ones before it in the group earned. `specific_first`: every line is used once, by the
   * programme with the narrowest scope, products before categories before brands before territories before attributes; equally narrow ones by priority.
   */
  readonly combine: StackingMode;
  /** Earlier groups whose earnings are taken off the amounts first: rebate on rebate. `[]`: none. */
  readonly reducedBy: readonly string[];
  /** Later groups that earn nothing where this one earns; where the member owes for this one, it owes nothing for them. `[]`: none. */
  readonly excludes: readonly string[];
}

/** The place of one programme. */
export interface StackingMember {
  /** The programme. */
  readonly programmeId: string;
  /** Its group. */
  readonly groupId: string;
  /** When it is computed within the group: 1 before 2. */
  readonly priority: number;
}
