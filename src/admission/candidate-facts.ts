import type { ScoreFacts } from "../engine/scorecard.js";
import type { ParticipantKind } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString, RoundingMode } from "../kernel/decimal.js";
import type { Rate } from "../kernel/rate.js";
import type { CriterionValues } from "./partner-criteria.js";

/** What is known about one candidate. A field that is absent or null is not known, and counts neither for nor against it. */
export interface CandidateFacts {
  /** The host's identifier of the candidate. Not empty. */
  readonly candidate: string;
  /** What it would be in the channel. */
  readonly kind: ParticipantKind;
  /** Values by fact name, such as ratings. A value stated here is not derived from the records below. Absent: none is stated. */
  readonly values?: CriterionValues | undefined;
  /** The day it was established. */
  readonly establishedOn?: CalendarDate | null | undefined;
  /** Its business years, in any order. */
  readonly years?: readonly YearRecord[] | null | undefined;
  /** The product lines of others that it carries. Empty: none. */
  readonly lines?: readonly OtherLine[] | null | undefined;
  /** Its customers by segment; the shares add up to 1. */
  readonly customers?: readonly SegmentShare[] | null | undefined;
  /** The terms it asks for. */
  readonly terms?: DemandedTerms | null | undefined;
}

/** A candidate on a day. */
export interface DatedCandidate extends CandidateFacts {
  /** The day the answer is for. */
  readonly asOf: CalendarDate;
  /** Best value of the field by criterion code, where a scale is relative; `rankCandidates` finds it. Absent: no scale is. */
  readonly best?: ScoreFacts["best"];
}

/** Candidates on a day. */
export interface CandidateField {
  /** The day the answer is for. */
  readonly asOf: CalendarDate;
  /** The candidates, each once. Their order changes nothing but the order of the answers. */
  readonly candidates: readonly CandidateFacts[];
}

/** One business year of a candidate. All years are in one currency, whichever it is: only proportions are taken. */
export interface YearRecord {
  /** The year in which it ends. */
  readonly year: number;
  /** Revenue, in major units, net of tax, 0 or more. */
  readonly revenue: DecimalString;
  /** Profit after tax, in the same units; below 0: a loss. Absent or null: not known. */
  readonly profit?: DecimalString | null | undefined;
}

/** A product line of others that a candidate carries. */
export interface OtherLine {
  /** Its name, such as a brand. */
  readonly line: string;
  /** How it stands to our products. Absent or null: nobody has judged it yet. */
  readonly relation?: "competing" | "complementary" | "neutral" | null | undefined;
}

/** A segment of customers and its share. */
export interface SegmentShare {
  /** The host's name of the segment. */
  readonly segment: string;
  /** Its share, from `"0"` to `"1"`. */
  readonly share: DecimalString;
}

/** The terms a candidate asks for. */
export interface DemandedTerms {
  /** Discount from the list price beyond what its kind gets anyway, as a ratio. `"0"`: none. */
  readonly discount?: Rate | null | undefined;
  /** Advertising and other support, as a ratio of sales. `"0"`: none. */
  readonly support?: Rate | null | undefined;
  /** Days of credit. 0: it pays at delivery. */
  readonly creditDays?: number | null | undefined;
  /** Whether it will only join as the only one. */
  readonly exclusivity?: boolean | null | undefined;
}

/** How records become measures. A part that is left out leaves its measures unknown. */
export interface MeasurePolicy {
  /** Decimal places of every measure that is a quotient. */
  readonly places: number;
  /** How such a measure is rounded, once. */
  readonly rounding: RoundingMode;
  /** Which business years count. Absent: growth and profit are not measured. */
  readonly record?: RecordPolicy | undefined;
  /** What the terms a candidate asks for cost. Absent: they are not measured. */
  readonly terms?: TermsPolicy | undefined;
  /** The customers we want, by segment; the shares add up to exactly 1. Absent: the fit is not measured. */
  readonly targetGroup?: readonly SegmentShare[] | undefined;
}

/** Which business years count. */
export interface RecordPolicy {
  /** How many years in a row are needed, from 2. */
  readonly years: number;
  /** How many years may lie between the last of them and the year of the answer. 0: it must be the same year. */
  readonly maxAgeYears: number;
}

/** What credit costs us. */
export interface TermsPolicy {
  /** What our capital costs a year, as a ratio, 0 or more. */
  readonly annualRate: Rate;
  /** Days that count as a year. */
  readonly daysPerYear: 360 | 365;
}
