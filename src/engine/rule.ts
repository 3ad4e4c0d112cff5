/**
 * rule: a criterion, and what was found when it was asked.
 *
 * A rule is data (code, needs, source) and one total test. The harness looks whether every needed fact is there, so the test sees
 * only facts that are present, and a missing fact can turn neither into "no" nor, under a negation, into "yes": it is `unknown`.
 * All rules are asked, none is skipped, so a candidate learns of every shortfall at once.
 *
 * A rule that binds in principle (原则上) is `waivable`: a waiver with ground, approver and date turns `unmet` into `excepted`, and
 * the rule stays visible. A waiver never covers what is unknown. Rules are written in code (`Rule`) or, by a host, as plain data
 * (`CriterionData`); `askRules` takes both in one list. `combineFindings` gives the verdict, `listNeeded` what would have to
 * change, `explainFindings` the working in words, and `checkRules` proofreads a list of rules.
 */
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Message, MessageParams, Words } from "../kernel/message.js";

/** What can be found about a rule, in the order of the documentation. */
export const ruleStatuses = ["met", "unmet", "unknown", "excepted"] as const;

/** `met`, `unmet`; `unknown`: a fact or a threshold is missing; `excepted`: unmet, and waived. */
export type RuleStatus = (typeof ruleStatuses)[number];

/** Whether a rule decides the verdict (`mandatory`) or is only reported (`advisory`). */
export const ruleWeights = ["mandatory", "advisory"] as const;

/** See `ruleWeights`. */
export type RuleWeight = (typeof ruleWeights)[number];

/** The facts a test may read: those it declared, present and not null. */
export type Known<F, N extends keyof F> = { readonly [K in N]-?: NonNullable<F[K]> };

/** What a test answers. `params` carries what was compared, by custom as `actual` and `required`. */
export type Tested =
  | { readonly met: boolean; readonly params: MessageParams }
  /** It cannot be told, for a reason in words: a threshold nobody set yet, a breach still in dispute. */
  | { readonly unknown: Message };

/**
 * A criterion written in code.
 *
 * `F` the facts of the room, `P` its policy, `N` the facts this rule reads, `C` its code. A list of rules is `readonly Rule<F, P>[]`.
 */
export interface Rule<F extends object, P, N extends keyof F = keyof F, C extends string = string> {
  /** Stable identity, `folder.sentence_of_what_must_hold`. */
  readonly code: C;
  /** Facts the test reads. One of them missing or null: the finding is `unknown`, and the test is not run. */
  readonly needs: readonly N[];
  /** Where the rule is written down. Absent: it has no written source. */
  readonly source?: string | undefined;
  /** Whether it decides the verdict. Absent: `mandatory`. */
  readonly weight?: RuleWeight | undefined;
  /** It binds in principle (原则上) and may be waived. Absent: it binds always. */
  readonly waivable?: true | undefined;
  /** Words of its own. Absent: the catalogue has them under `code`. */
  readonly words?: Words | undefined;
  /** Parameters that follow from the policy alone, shown even where the facts are missing. Absent: none. */
  required?(policy: P): MessageParams;
  /** Tells whether the rule holds on a date. Total: it answers for every well-formed fact. */
  test(facts: Known<F, N>, policy: P, asOf: CalendarDate): Tested;
}

/** A recorded exception from one rule. Without ground, approver and date the rule binds. */
export interface Waiver {
  /** Code of the rule it excepts from. */
  readonly rule: string;
  /** Why. */
  readonly ground: string | Words;
  /** Who approved it. */
  readonly approver: string;
  /** First day it holds. */
  readonly date: CalendarDate;
  /** First day it no longer holds. Absent: it holds until withdrawn. */
  readonly expires?: CalendarDate | undefined;
}

/** On which date rules are asked, and with which exceptions. */
export interface Asking {
  /** The day the answer is for. */
  readonly asOf: CalendarDate;
  /** Recorded exceptions; several for one rule may follow each other. Absent: none. */
  readonly waivers?: readonly Waiver[] | undefined;
}

/** What was found about a criterion, or about a part of one. */
export interface FindingPart extends Message {
  /** Whether it holds. */
  readonly status: RuleStatus;
  /** Facts that were not there. Absent: none is missing. */
  readonly missing?: readonly string[];
  /** Why it cannot be told although the facts are there. Absent: it can, or facts are missing. */
  readonly reason?: Message;
  /** What a group was combined from. Absent: not a group. */
  readonly parts?: readonly FindingPart[];
}

/** What was found about a rule. */
export interface Finding extends FindingPart {
  /** Whether it decides the verdict. */
  readonly weight: RuleWeight;
  /** Where the rule is written down. Absent: nowhere. */
  readonly source?: string;
  /** The exception in force. Absent unless `excepted`. */
  readonly waiver?: Waiver;
}
