import type { Waiver } from "../engine/rule.js";
import type { EvidenceDocument } from "../entities/evidence-document.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Json } from "../kernel/json.js";
import type { Money } from "../kernel/money.js";
import type {
  Applicant,
  ApplicantManagement,
  ApplicantOrigin,
  ApplicantOutletNetwork,
  ApplicantRatings,
  ApplicantSalesPlan,
  ApplicantTeamMember,
  ArrearsRecord,
  BreachRecord,
  CashFlow,
  FeasibilityAnalysis,
  MortgageableProperty,
  Nomination,
  PlannedOutlets,
  SalesCapacity,
  SalesExperience,
  WorkingCapital,
  WrittenReport,
} from "./applicant.js";

/** What may be applied for. */
export const admissionKinds = ["agent", "distributor"] as const;
/** See `admissionKinds`. */
export type AdmissionKind = (typeof admissionKinds)[number];

/** For what a decision holds, and for nothing else. */
export interface AdmissionScope {
  /** To be admitted as what. */
  readonly kind: AdmissionKind;
  /** For which products. */
  readonly productGroupId: string;
  /** For which territory. */
  readonly territoryId: string;
  /** For which customers. Absent: for all. */
  readonly segmentId?: string | undefined;
}

/** Someone who takes part in the decision. */
export interface AdmissionReviewer {
  /** The host's identifier of the person. */
  readonly id: string;
  /** The interest that the reviewer has declared in the applicant. Absent: none. */
  readonly interest?: string | undefined;
  /** The reviewer with an interest has stepped back (回避). Absent: not. */
  readonly recused?: true | undefined;
}

/**
 * An application: who applies for what, who decides, and everything known on the day of asking.
 *
 * Everything below `waivers` is a fact that may be missing or null. A missing fact is never a pass and never a failure: it is asked for.
 */
export interface AdmissionApplication {
  /** The host's identifier, unique among applications. Not empty. */
  readonly id: string;
  /** The day the decision is for. */
  readonly asOf: CalendarDate;
  /** The day the application came in; the time for answers runs from it. */
  readonly submittedOn: CalendarDate;
  /** Who applies. */
  readonly applicant: Applicant;
  /** For what. */
  readonly scope: AdmissionScope;
  /** Who takes part in the decision, and whoever has declared an interest in it, the approver included. Empty: nobody reviews. */
  readonly reviewers: readonly AdmissionReviewer[];
  /** Who approves the decision. Absent: nobody has yet, and it is a recommendation. */
  readonly approver?: string | undefined;
  /** Recorded exceptions from rules that bind in principle. Absent: none. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** Registered capital (注册资金). */
  readonly registeredCapital?: Money | null | undefined;
  /** Years of selling. */
  readonly experience?: SalesExperience | null | undefined;
  /** Where it stands in the channel. */
  readonly origin?: ApplicantOrigin | null | undefined;
  /** Who nominates it. Absent: nobody. */
  readonly nominations?: readonly Nomination[] | null | undefined;
  /** Breaches in past dealings with the company, a trial included. Empty: looked up, and there are none. */
  readonly breaches?: readonly BreachRecord[] | null | undefined;
  /** Grade of its credit standing (信用状况), on the scale of the policy. */
  readonly creditGrade?: string | null | undefined;
  /** Grade of its financial credit (财务资信度), on the scale of the policy. Agents. */
  readonly financialCreditGrade?: string | null | undefined;
  /** What it can sell. */
  readonly salesCapacity?: SalesCapacity | null | undefined;
  /** Arrears towards its suppliers. Empty: looked up, and there are none. Agents. */
  readonly arrears?: readonly ArrearsRecord[] | null | undefined;
  /** Its cash flow. Agents. */
  readonly cashFlow?: CashFlow | null | undefined;
  /** What its working capital turns over. Agents. */
  readonly workingCapital?: WorkingCapital | null | undefined;
  /** The documents handed in. Only verified, unexpired ones about the applicant prove anything. */
  readonly evidence?: readonly EvidenceDocument[] | null | undefined;
  /** Its real estate, each once. Empty: it has none. */
  readonly property?: readonly MortgageableProperty[] | null | undefined;
  /** Its team. Agents. */
  readonly team?: readonly ApplicantTeamMember[] | null | undefined;
  /** Its management. Agents. */
  readonly management?: ApplicantManagement | null | undefined;
  /** Its sales plan. Agents. */
  readonly salesPlan?: ApplicantSalesPlan | null | undefined;
  /** Whether the plan can be sold. Agents. */
  readonly feasibility?: FeasibilityAnalysis | null | undefined;
  /** The report on plan and feasibility. Agents. */
  readonly report?: WrittenReport | null | undefined;
  /** How widely it sells. Distributors. */
  readonly outletNetwork?: ApplicantOutletNetwork | null | undefined;
  /** The plan of outlets for the scope. Distributors. */
  readonly outletPlan?: PlannedOutlets | null | undefined;
  /** Ratings for the special evaluation, by the names of its scorecard. Large integrators and contractors. */
  readonly ratings?: ApplicantRatings | null | undefined;
  /** The host's own facts, for its own criteria: a criterion reads `own.<name>`. Absent: none. */
  readonly own?: { readonly [name: string]: Json } | undefined;
}
