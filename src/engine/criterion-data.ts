import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { RuleWeight } from "./rule.js";

/** A number from the agreement. `null`: not agreed yet, and the criterion is unknown until it is. */
export type Threshold = DecimalString | null;

/** What every test of one fact carries. */
export interface FactTest {
  /** The fact it looks at: a name, or names joined by points (`licence.validTo`). Missing or null: unknown. */
  readonly fact: string;
  /** What must hold, in words. Absent: words made from the kind and the fact's name. */
  readonly title?: Words | undefined;
}

/** What every group of tests carries. */
export interface GroupTest {
  /** What the group is made of. At least one. */
  readonly of: readonly CriterionTest[];
  /** What must hold, in words. Absent: words made from the kind. */
  readonly title?: Words | undefined;
}

/** The fact, a decimal, is at least `min`; exactly `min` is enough. */
export interface MinTest extends FactTest {
  /** The kind. */
  readonly kind: "min";
  /** Least value, in the fact's unit. */
  readonly min: Threshold;
}

/** The fact, a decimal, is at most `max`; exactly `max` is still allowed. */
export interface MaxTest extends FactTest {
  /** The kind. */
  readonly kind: "max";
  /** Largest value, in the fact's unit. */
  readonly max: Threshold;
}

/** The fact, a decimal, lies from `min` to `max`, both included. */
export interface BetweenTest extends FactTest {
  /** The kind. */
  readonly kind: "between";
  /** Least value, in the fact's unit. */
  readonly min: Threshold;
  /** Largest value, in the fact's unit. */
  readonly max: Threshold;
}

/** The fact, a text, is one of `values`. */
export interface OneOfTest extends FactTest {
  /** The kind. */
  readonly kind: "one_of";
  /** Allowed values, at least one. */
  readonly values: readonly string[];
}

/** The fact, a text, is none of `values`. */
export interface NoneOfTest extends FactTest {
  /** The kind. */
  readonly kind: "none_of";
  /** Refused values, at least one. */
  readonly values: readonly string[];
}

/** The fact is `true`. */
export interface IsTrueTest extends FactTest {
  /** The kind. */
  readonly kind: "is_true";
}

/** So many years have passed since the fact, a date; the anniversary counts. */
export interface FullYearsTest extends FactTest {
  /** The kind. */
  readonly kind: "full_years";
  /** Full years needed. `null`: not agreed yet. */
  readonly min: number | null;
}

/** The fact, a list of `DocumentFact`, has a document of a kind that is valid on the day of asking. */
export interface DocumentValidTest extends FactTest {
  /** The kind. */
  readonly kind: "document_valid";
  /** Kind of the document. */
  readonly document: string;
}

/** The fact, a list of `EventFact`, has no event of a kind from `since` to the day of asking, both included. */
export interface NoEventSinceTest extends FactTest {
  /** The kind. */
  readonly kind: "no_event_since";
  /** Kind of the event. */
  readonly event: string;
  /** First day that counts: a date, so many months or days before the day of asking, or `"ever"`. */
  readonly since: "ever" | CalendarDate | { readonly months: number } | { readonly days: number };
}

/** The fact, a list, has at least `count` items. */
export interface AtLeastCountTest extends FactTest {
  /** The kind. */
  readonly kind: "at_least_count";
  /** Items needed. `null`: not agreed yet. */
  readonly count: number | null;
}

/** The fact, an outcome of `scoreMember` or a decimal, reaches `min`. An outcome without a score is unknown. */
export interface ScoreAtLeastTest extends FactTest {
  /** The kind. */
  readonly kind: "score_at_least";
  /** Least score; exactly `min` is enough. */
  readonly min: Threshold;
}

/** Every part holds. One unmet part decides; otherwise one unknown part leaves it unknown. */
export interface AllOfTest extends GroupTest {
  /** The kind. */
  readonly kind: "all_of";
}

/** Some part holds. One met part decides; otherwise one unknown part leaves it unknown. */
export interface AnyOfTest extends GroupTest {
  /** The kind. */
  readonly kind: "any_of";
}

/** No part holds: the negation. One met part decides; otherwise one unknown part leaves it unknown. */
export interface NoneTest extends GroupTest {
  /** The kind. */
  readonly kind: "none";
}

/** At least `n` parts hold. Unknown where the unknown parts could still decide. */
export interface AtLeastNTest extends GroupTest {
  /** The kind. */
  readonly kind: "at_least_n";
  /** Parts needed, from 1 to the number of parts. */
  readonly n: number;
}

/** What a criterion asks, as JSON. Answers with three values; groups combine them as Kleene's logic does. */
export type CriterionTest =
  | MinTest
  | MaxTest
  | BetweenTest
  | OneOfTest
  | NoneOfTest
  | IsTrueTest
  | FullYearsTest
  | DocumentValidTest
  | NoEventSinceTest
  | AtLeastCountTest
  | ScoreAtLeastTest
  | AllOfTest
  | AnyOfTest
  | NoneTest
  | AtLeastNTest;

/** The kinds of a criterion, groups last. */
export const criterionKinds = [
  "min",
  "max",
  "between",
  "one_of",
  "none_of",
  "is_true",
  "full_years",
  "document_valid",
  "no_event_since",
  "at_least_count",
  "score_at_least",
  "all_of",
  "any_of",
  "none",
  "at_least_n",
] as const satisfies readonly CriterionTest["kind"][];

/** See `criterionKinds`. */
export type CriterionKind = CriterionTest["kind"];

/** A whole criterion as JSON: a host adds its own without writing code. */
export type CriterionData = CriterionTest & {
  /** Stable identity, `prefix.snake_case`; the prefix is the host's own. */
  readonly code: string;
  /** What must hold, in both languages. */
  readonly title: Words;
  /** Where it is written down. Absent: nowhere. */
  readonly source?: string | undefined;
  /** Whether it decides the verdict. Absent: `mandatory`. */
  readonly weight?: RuleWeight | undefined;
  /** It binds in principle (原则上) and may be waived. Absent: it binds always. */
  readonly waivable?: true | undefined;
};

/** A document as a criterion sees it. */
export interface DocumentFact {
  /** Kind of the document. */
  readonly kind: string;
  /** First day it is valid. Absent or null: since always. */
  readonly validFrom?: CalendarDate | null | undefined;
  /** First day it is no longer valid. Absent or null: it does not lapse. */
  readonly validTo?: CalendarDate | null | undefined;
}

/** An event as a criterion sees it. */
export interface EventFact {
  /** Kind of the event. */
  readonly kind: string;
  /** The day it happened. */
  readonly date: CalendarDate;
  /** It is contested and not settled: it leaves the criterion unknown instead of unmet. Absent: it is established. */
  readonly disputed?: true | undefined;
}
