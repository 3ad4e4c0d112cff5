import type { CriterionData, CriterionTest, Threshold } from "../engine/criterion-data.js";
import type { RuleWeight } from "../engine/rule.js";
import type { Scorecard } from "../engine/scorecard.js";
import type { EvidenceKind } from "../entities/catalogue.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import type { AdmissionKind } from "./admission-application.js";
import type { ApplicantKind, ApplicantOrigin, CashFlow, FlowPeriod, NominatorKind, SalesCapacity } from "./applicant.js";
import type { AdmissionRuleCode } from "./rule-messages.js";

/** Comes from the channel itself, as one of these. */
export interface OriginRoute {
  /** The kind. */
  readonly kind: "origin";
  /** What the applicant may be. At least one. */
  readonly origins: readonly ApplicantOrigin[];
}

/** Is nominated by an active member, and evaluated by the manufacturer: a regular route, not an exception. */
export interface NominationRoute {
  /** The kind. */
  readonly kind: "nomination";
  /** What the nominator may be. At least one. */
  readonly nominators: readonly NominatorKind[];
}

/** A way into the channel. One that holds is enough. */
export type AdmissionRoute = OriginRoute | NominationRoute;

/** Turnover of working capital that is high enough, by itself. */
export interface LeastTurnover {
  /** Least turnover, in times per period. */
  readonly least: DecimalString;
  /** The period. */
  readonly per: FlowPeriod;
}

/** Turnover of working capital that is high enough, compared with peers. */
export interface PeerTurnover {
  /** Share of the peers whose turnover must be reached, as a ratio from 0 to 1. */
  readonly reachesShare: Rate;
  /** Turnovers of the peers, in times per period. At least one. */
  readonly peers: readonly DecimalString[];
  /** The period. */
  readonly per: FlowPeriod;
}

/** Turnover of working capital that is high enough: so many times, or as good as so large a share of the peers. */
export type TurnoverThreshold = LeastTurnover | PeerTurnover;

/** An outlet network that is wide enough, by number. */
export interface LeastOutlets {
  /** Least number of open outlets. */
  readonly least: number;
}

/** An outlet network that is wide enough, by what it reaches. */
export interface LeastCoverage {
  /** Least share of the region, as a ratio from 0 to 1. */
  readonly leastCoverage: Rate;
}

/** An outlet network that is wide enough: so many outlets, or so large a share of the region. */
export type OutletThreshold = LeastOutlets | LeastCoverage;

/** A document that the policy asks for besides those of the texts. */
export interface AdmissionPaper {
  /** Stable identity, `prefix.snake_case`; the prefix is the host's own. */
  readonly code: string;
  /** What must be shown, in both languages. */
  readonly title: Words;
  /** Documents of which one is enough. At least one. */
  readonly documents: readonly EvidenceKind[];
  /** Where it is written down. Absent: nowhere. */
  readonly source?: string | undefined;
  /** Whether it decides. Absent: `mandatory`. */
  readonly weight?: RuleWeight | undefined;
  /** It binds in principle and may be waived. Absent: it binds always. */
  readonly waivable?: true | undefined;
}

/** Who has to bring what an answer lacks. */
export const admissionActors = ["applicant", "manufacturer"] as const;
/** See `admissionActors`. */
export type AdmissionActor = (typeof admissionActors)[number];

/** A host's own criterion, as data. It reads any fact of the application by name, its own as `own.<name>`. */
export type AdmissionCriterion = CriterionData & {
  /** Who brings the facts it reads. Absent: the applicant. */
  readonly from?: AdmissionActor | undefined;
};

/** How a rule binds: always, in principle (原则上, it may be waived), or not at all and only for the record. */
export const ruleBindings = ["always", "in_principle", "advisory"] as const;
/** See `ruleBindings`. */
export type RuleBinding = (typeof ruleBindings)[number];

/** The rules that a policy may bind otherwise than the texts. */
export type AdjustableRule = Exclude<AdmissionRuleCode, "admission.reviewers_impartial" | "admission.special_score_sufficient">;

/** How long things hold. `null`: not agreed, and then no date is given. */
export interface AdmissionTerms {
  /** Days, from the day the application came in, within which the applicant answers what it is asked. */
  readonly respondWithinDays: number | null;
  /** Months an admission stays valid until an agreement is made. */
  readonly validForMonths: number | null;
  /** Months until an admitted member is examined anew. */
  readonly requalifyAfterMonths: number | null;
  /** Months after which a rejected applicant may apply again. */
  readonly reapplyAfterMonths: number | null;
}

/** What policies for agents and for distributors share. Thresholds are written down or `null`: not agreed, and then unknown. */
export interface AdmissionPolicyBase {
  /** The host's identifier of the policy, such as `"distributors-east"`. */
  readonly id: string;
  /** Its version; every decision carries it. */
  readonly version: string;
  /** Its name in words. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** Least registered capital. */
  readonly minRegisteredCapital: Money | null;
  /** Least years of selling in the industry or with like products, whichever are more. */
  readonly minExperienceYears: Threshold;
  /** The ways in. */
  readonly routes: readonly AdmissionRoute[];
  /** Established breaches that are let pass. The texts let none. */
  readonly breachTolerance: number | null;
  /** Grades of credit, lowest first. */
  readonly creditScale: readonly string[];
  /** Least grade of credit standing. */
  readonly minCreditGrade: string | null;
  /** Least sales capacity, with its period and basis. */
  readonly minSalesCapacity: SalesCapacity | null;
  /** Whether a unified business licence stands for tax and business registration. */
  readonly unifiedLicence: "accepted" | "not_accepted";
  /** Least free value of mortgageable real estate; of `"0"`, any that is above nothing. */
  readonly minFreeProperty: Money | null;
  /** Documents asked for besides. Empty: none. */
  readonly papers: readonly AdmissionPaper[];
  /** The host's own criteria. Empty: none. */
  readonly criteria: readonly AdmissionCriterion[];
  /** Rules that bind otherwise than the texts. Empty: none. */
  readonly binding: { readonly [R in AdjustableRule]?: RuleBinding | undefined };
  /** How long things hold. */
  readonly terms: AdmissionTerms;
}

/** By what agents are admitted, and compared. */
export interface AgentAdmissionPolicy extends AdmissionPolicyBase {
  /** Tells policies apart. */
  readonly kind: "agent";
  /** Least grade of financial credit. */
  readonly minFinancialCreditGrade: string | null;
  /** Least cash flow, with its period and meaning. */
  readonly minCashFlow: CashFlow | null;
  /** Turnover of working capital that is high enough. */
  readonly minCapitalTurnover: TurnoverThreshold | null;
  /** How admitted candidates are put in order. */
  readonly ranking: AgentRankingPolicy;
}

/** The four indicators by which agents are compared: 团队的组织结构、销售网络的有效布点、资金的流动性、对企业的忠诚度. */
export const agentIndicators = ["teamOrganisation", "outletPlacement", "capitalLiquidity", "loyalty"] as const;
/** See `agentIndicators`. */
export type AgentIndicator = (typeof agentIndicators)[number];

/** How candidates for an agency are put in order. */
export interface AgentRankingPolicy {
  /** Weighs the indicators. It reads the candidates' `indicators` and nothing else, so size cannot count. */
  readonly scorecard: Scorecard;
  /** Computes loyalty from its components, where it is not rated by hand. It reads the candidates' `loyalty`. */
  readonly loyalty: Scorecard;
  /** Least score to be recommended. `null`: not agreed, and nobody is. */
  readonly cutOff: Threshold;
  /** Ranks after a tie: `competition` leaves them out (1, 2, 2, 4), `dense` does not (1, 2, 2, 3). */
  readonly ties: "competition" | "dense";
}

/** By what distributors are admitted. */
export interface DistributorAdmissionPolicy extends AdmissionPolicyBase {
  /** Tells policies apart. */
  readonly kind: "distributor";
  /** An outlet network that is wide enough. */
  readonly minOutletNetwork: OutletThreshold | null;
  /** How large integrators and contractors are evaluated instead. Empty: as everybody else. */
  readonly special: readonly SpecialEvaluation[];
}

/** An evaluation that takes the place of the ordinary rules, papers and criteria. */
export interface SpecialEvaluation {
  /** For whom. Each kind once. */
  readonly applicantKind: Exclude<ApplicantKind, "other">;
  /** When it counts as large, as a test of the application's facts. Unknown: the way is open until it is known. */
  readonly large: CriterionTest;
  /** Weighs the ratings. It reads `ratings` of the application. */
  readonly scorecard: Scorecard;
  /** Least score. */
  readonly passScore: Threshold;
}

/** By what one kind of member is admitted. A host keeps its versions (`Versioned`) and picks the one in force on the day. */
export type AdmissionPolicy = AgentAdmissionPolicy | DistributorAdmissionPolicy;

/** The ways in that the texts name: agents from the channel, distributors from trial or by nomination. */
export const textRoutes: { readonly [K in AdmissionKind]: readonly AdmissionRoute[] } = {
  agent: [{ kind: "origin", origins: ["distributor", "trial_distributor", "former_trial_distributor"] }],
  distributor: [
    { kind: "origin", origins: ["trial_distributor", "former_trial_distributor"] },
    { kind: "nomination", nominators: ["agent", "distributor"] },
  ],
};
