/**
 * What an applicant says of itself and what is known of it, part by part. A part that is not known is left out of the application,
 * or null: the rules that need it are unknown then, and ask for it.
 */
import type { EvidenceStatus, ParticipantScale } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { Quantity } from "../kernel/quantity.js";
import type { Rate } from "../kernel/rate.js";

/** What an applicant does, as far as it decides by which rules it is judged. */
export const applicantKinds = ["system_integrator", "contractor", "other"] as const;
/** See `applicantKinds`. */
export type ApplicantKind = (typeof applicantKinds)[number];

/** Whoever applies. */
export interface Applicant {
  /** The host's identifier of the party. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** What it does. */
  readonly kind: ApplicantKind;
  /** Whether it counts as large. Absent: not judged yet, neither of the two. */
  readonly scale?: ParticipantScale | null | undefined;
}

/** The periods over which a sum of money may be stated. */
export const flowPeriods = ["year", "half_year", "quarter", "month"] as const;
/** See `flowPeriods`. */
export type FlowPeriod = (typeof flowPeriods)[number];

/** What sales capacity may rest on: past sales, sales promised for the future, or an assessment of what the applicant can sell. */
export const salesBases = ["achieved", "committed", "assessed"] as const;
/** See `salesBases`. */
export type SalesBasis = (typeof salesBases)[number];

/** What cash flow may mean: from operations, after investments, or the change of all cash. */
export const cashFlowBases = ["net_operating", "free", "net_change"] as const;
/** See `cashFlowBases`. */
export type CashFlowBasis = (typeof cashFlowBases)[number];

/** How much an applicant can sell (销售能力). */
export interface SalesCapacity {
  /** Net sales in one period, without tax. */
  readonly amount: Money;
  /** The period. Capacities over different periods are never compared. */
  readonly per: FlowPeriod;
  /** What it rests on. */
  readonly basis: SalesBasis;
}

/** How much cash flows in, net (现金流量). */
export interface CashFlow {
  /** Net inflow in one period; negative: cash flowed out. */
  readonly amount: Money;
  /** The period. */
  readonly per: FlowPeriod;
  /** What it means. */
  readonly basis: CashFlowBasis;
}

/** What working capital turns over (流转率): all three in one currency, over one period. */
export interface WorkingCapital {
  /** Net sales of the period, without tax. */
  readonly sales: Money;
  /** Working capital on its first day. Negative: more was owed at short term than held. */
  readonly opening: Money;
  /** Working capital on its last day. */
  readonly closing: Money;
  /** The period. */
  readonly per: FlowPeriod;
}

/** Years of selling, as decimals: `"3"` is three full years. */
export interface SalesExperience {
  /** In the same industry. Absent: not known. */
  readonly industryYears?: DecimalString | null | undefined;
  /** With like products. Absent: not known. */
  readonly likeProductsYears?: DecimalString | null | undefined;
}

/** Where an applicant stands in the channel before it is admitted. */
export const applicantOrigins = ["distributor", "trial_distributor", "former_trial_distributor", "outsider"] as const;
/** See `applicantOrigins`. A trial that has ended leaves a former trial distributor. */
export type ApplicantOrigin = (typeof applicantOrigins)[number];

/** What a nominator may be. */
export const nominatorKinds = ["agent", "distributor", "trial_distributor", "other"] as const;
/** See `nominatorKinds`. */
export type NominatorKind = (typeof nominatorKinds)[number];

/** How a nominator stands. Only an active one counts. */
export const nominatorStatuses = ["active", "suspended", "terminated"] as const;
/** See `nominatorStatuses`. */
export type NominatorStatus = (typeof nominatorStatuses)[number];

/** A member's word for an applicant (提名), which counts once the manufacturer has evaluated it. */
export interface Nomination {
  /** The member that nominates. */
  readonly nominatorId: string;
  /** What it is. */
  readonly nominatorKind: NominatorKind;
  /** How it stands on the day of asking. Absent: not looked up yet. */
  readonly nominatorStatus?: NominatorStatus | null | undefined;
  /** What the manufacturer found. Absent: it has not evaluated the applicant yet. */
  readonly evaluation?: NominationEvaluation | null | undefined;
}

/** The manufacturer's evaluation of a nominated applicant. */
export interface NominationEvaluation {
  /** What was found. */
  readonly verdict: "suitable" | "unsuitable";
  /** Who evaluated. */
  readonly evaluator: string;
  /** The day it was found. */
  readonly date: CalendarDate;
}

/** A breach of contract that stands, or is still in dispute. One that was dismissed is no longer a record. */
export interface BreachRecord {
  /** The host's identifier, unique among breaches. */
  readonly id: string;
  /** What was broken, in the host's own words. */
  readonly kind: string;
  /** Whether it fell into a trial or into other trade with the company. */
  readonly during: "trial" | "trade";
  /** The day it happened. */
  readonly date: CalendarDate;
  /** It is contested and not settled: whether it counts is unknown. Absent: it is established. */
  readonly disputed?: true | null | undefined;
}

/** A debt to a supplier that was not paid when due (拖欠). */
export interface ArrearsRecord {
  /** The host's identifier, unique among arrears. */
  readonly id: string;
  /** The supplier that was not paid. */
  readonly creditor: string;
  /** The day it was due. */
  readonly since: CalendarDate;
  /** What was owed. Absent: not known. */
  readonly amount?: Money | null | undefined;
  /** Whether it was held back on purpose (故意). Absent: not known, which is neither. */
  readonly wilful?: boolean | null | undefined;
}

/** Real estate that may secure what an applicant will owe (可抵押的不动产). */
export interface MortgageableProperty {
  /** The host's identifier, unique among properties. */
  readonly id: string;
  /** Its value by appraisal, not negative. */
  readonly appraisedValue: Money;
  /** What it secures already, not negative. From the appraised value upwards nothing of it is free. */
  readonly encumbrances: Money;
  /** Whether the law lets it be mortgaged. */
  readonly mortgageable: boolean;
  /** How far its title has been checked. Only `verified` counts. */
  readonly title: EvidenceStatus;
}

/** Someone of the applicant's team. Every field is needed. */
export interface ApplicantTeamMember {
  /** Name. */
  readonly name?: string | null | undefined;
  /** Post (职务). */
  readonly post?: string | null | undefined;
  /** Qualification: degree, certificate, title. */
  readonly qualification?: string | null | undefined;
  /** Experience, in words. */
  readonly experience?: string | null | undefined;
}

/** How the applicant is managed (主体管理资料). Both parts are needed. */
export interface ApplicantManagement {
  /** Who manages: the core management team. */
  readonly managementTeam?: string | null | undefined;
  /** How: the management system, such as its rules and accounts. */
  readonly managementSystem?: string | null | undefined;
}

/** What the applicant plans to sell. Every part is needed. */
export interface ApplicantSalesPlan {
  /** The products, by name or identifier. */
  readonly products?: readonly string[] | null | undefined;
  /** The present situation of the market. */
  readonly marketSituation?: string | null | undefined;
  /** How much of each. */
  readonly volumes?: readonly PlannedVolume[] | null | undefined;
}

/** One line of a sales plan. */
export interface PlannedVolume {
  /** The product. */
  readonly product: string;
  /** How much, in one period. */
  readonly quantity: Quantity;
  /** The period. */
  readonly per: FlowPeriod;
}

/** Whether the plan can be sold (可行性分析), near or far: one horizon is enough. */
export interface FeasibilityAnalysis {
  /** For the near term. Absent: not analysed. */
  readonly nearTerm?: string | null | undefined;
  /** For the long term. Absent: not analysed. */
  readonly longTerm?: string | null | undefined;
}

/** The written report on plan and feasibility. */
export interface WrittenReport {
  /** The day it was handed in. Absent: it was not. */
  readonly submittedOn?: CalendarDate | null | undefined;
  /** Where the host keeps it. Absent: there is no document. */
  readonly file?: string | null | undefined;
}

/** How widely the applicant sells (网点). */
export interface ApplicantOutletNetwork {
  /** Number of open outlets. Absent: not known. */
  readonly outlets?: number | null | undefined;
  /** Share of its region that they reach, as a ratio. Absent: not known. */
  readonly coverage?: Rate | null | undefined;
}

/** The manufacturer's plan of outlets for the products and the territory applied for. */
export interface PlannedOutlets {
  /** Members that the territory should have, by its consumption and its distribution. */
  readonly planned: number;
  /** Members that it has, the applicant not counted. */
  readonly occupied: number;
}

/** Ratings by name, decimals or yes and no. A name that is absent or null is not rated yet. */
export interface ApplicantRatings {
  /** The rating. */
  readonly [name: string]: DecimalString | boolean | null | undefined;
}
