import type { ParticipantKind } from "../entities/catalogue.js";
import type { ChannelPosition, DutyWeight, FlowKind } from "./catalogue.js";

/** Something that a participant does for the channel. Its words are `network.function.<function>`. */
export interface ParticipantFunction {
  /** Stable identity. */
  readonly function: string;
  /** Where it is written down. At least one. */
  readonly sources: readonly string[];
}

/** Something that a participant owes others. Its words are `network.duty.<duty>`. */
export interface ParticipantDuty {
  /** Stable identity. Kinds that share a duty share its name: any of them can fulfil it. */
  readonly duty: string;
  /** To whom it is owed. At least one. */
  readonly owedTo: readonly ParticipantKind[];
  /** Whether it is an obligation or expected. */
  readonly weight: DutyWeight;
  /** The relation by which it is fulfilled. Absent: none; it is a matter of papers or conduct. */
  readonly flow?: FlowKind | undefined;
  /** Where it is written down. At least one. */
  readonly sources: readonly string[];
}

/** What one kind of participant is for. */
export interface ParticipantProfile {
  /** Where it stands in a channel. A channel on the internet that nobody in the network runs counts as an intermediary. */
  readonly position: ChannelPosition;
  /** What it does. At least one. */
  readonly functions: readonly ParticipantFunction[];
  /** What it owes. Empty: the texts name no duty of its own. */
  readonly duties: readonly ParticipantDuty[];
}

/** Functions and duties of every kind of participant, with their sources. */
export const participantProfiles: { readonly [K in ParticipantKind]: ParticipantProfile } = {
  manufacturer: {
    position: "source",
    functions: [
      { function: "product_supply", sources: ["S03-03", "S03-05"] },
      { function: "brand_creation", sources: ["S03-03"] },
      { function: "product_appeal", sources: ["S03-06"] },
      { function: "channel_design", sources: ["S03-04"] },
      { function: "authorization", sources: ["S03-08", "S03-13"] },
    ],
    duties: [
      {
        duty: "written_authorization",
        owedTo: ["agent", "distributor", "trial_distributor"],
        weight: "must",
        sources: ["S03-08", "S03-13", "S03-22"],
      },
      { duty: "technical_service", owedTo: ["system_integrator", "contractor"], weight: "must", flow: "service", sources: ["S19-57"] },
      { duty: "repair_service", owedTo: ["system_integrator", "contractor"], weight: "must", flow: "service", sources: ["S19-57"] },
      { duty: "exclusivity_compensation", owedTo: ["agent", "distributor"], weight: "must", sources: ["S19-114"] },
      { duty: "uncertainty_plan", owedTo: ["agent", "distributor"], weight: "must", sources: ["S19-161"] },
      { duty: "product_training", owedTo: ["agent", "distributor"], weight: "should", flow: "information", sources: ["S19-123"] },
      { duty: "timely_fees", owedTo: ["agent", "distributor"], weight: "should", flow: "payment", sources: ["S01-17"] },
      { duty: "trial_evaluation", owedTo: ["trial_distributor"], weight: "should", flow: "evaluation", sources: ["S03-24"] },
      {
        duty: "candidate_evaluation",
        owedTo: ["agent", "distributor", "system_integrator", "contractor"],
        weight: "should",
        sources: ["S19-95", "S19-96"],
      },
      { duty: "continuous_evaluation", owedTo: ["agent"], weight: "should", flow: "evaluation", sources: ["S19-107"] },
      { duty: "credit_review", owedTo: ["agent", "distributor"], weight: "should", sources: ["S19-137"] },
    ],
  },
  factory_office: {
    position: "own",
    functions: [
      { function: "logistics", sources: ["S19-09", "S19-23", "S19-26"] },
      { function: "market_information", sources: ["S19-23", "S19-24"] },
      { function: "returned_goods", sources: ["S19-28"] },
      { function: "regional_advertising", sources: ["S19-29"] },
      { function: "dealer_balance", sources: ["S19-14"] },
    ],
    duties: [
      { duty: "market_reports", owedTo: ["manufacturer"], weight: "should", flow: "information", sources: ["S19-24"] },
      { duty: "delivery_planning", owedTo: ["agent", "distributor"], weight: "should", sources: ["S19-27"] },
      {
        duty: "repair_handling",
        owedTo: ["agent", "distributor", "system_integrator", "contractor"],
        weight: "should",
        flow: "service",
        sources: ["S19-28"],
      },
      { duty: "joint_publicity", owedTo: ["agent", "distributor"], weight: "should", sources: ["S19-30"] },
      { duty: "agent_supervision", owedTo: ["manufacturer"], weight: "should", sources: ["S19-10", "S19-31"] },
      { duty: "distributor_evaluation", owedTo: ["manufacturer"], weight: "should", sources: ["S19-31"] },
      { duty: "diversion_prevention", owedTo: ["manufacturer", "agent", "distributor"], weight: "should", sources: ["S19-10"] },
      { duty: "terminal_influence", owedTo: ["manufacturer"], weight: "should", sources: ["S19-14", "S19-68"] },
    ],
  },
  agent: {
    position: "intermediary",
    functions: [
      { function: "regional_resale", sources: ["S03-09", "S03-10"] },
      { function: "project_buyer_supply", sources: ["S03-19", "S19-57"] },
      { function: "downstream_network", sources: ["S19-71"] },
      { function: "distributor_nomination", sources: ["S19-95"] },
    ],
    duties: [
      { duty: "keep_authorization", owedTo: ["manufacturer"], weight: "must", sources: ["S03-09"] },
      { duty: "technical_service", owedTo: ["system_integrator", "contractor"], weight: "must", flow: "service", sources: ["S19-57"] },
      { duty: "repair_service", owedTo: ["system_integrator", "contractor"], weight: "must", flow: "service", sources: ["S19-57"] },
      { duty: "contract_payment", owedTo: ["manufacturer"], weight: "should", flow: "payment", sources: ["S19-135"] },
      { duty: "no_like_products", owedTo: ["manufacturer"], weight: "should", sources: ["S19-110"] },
      { duty: "information_confidentiality", owedTo: ["manufacturer"], weight: "should", sources: ["S19-124"] },
    ],
  },
  distributor: {
    position: "intermediary",
    functions: [
      { function: "outlet_network", sources: ["S03-16"] },
      { function: "fixed_place_resale", sources: ["S03-14"] },
      { function: "remote_market_supply", sources: ["S03-20"] },
      { function: "customer_contact", sources: ["S03-18"] },
      { function: "distributor_nomination", sources: ["S19-95"] },
    ],
    duties: [
      { duty: "keep_authorization", owedTo: ["manufacturer"], weight: "must", sources: ["S03-14"] },
      { duty: "contract_payment", owedTo: ["manufacturer", "agent"], weight: "should", flow: "payment", sources: ["S19-135"] },
      { duty: "no_like_products", owedTo: ["manufacturer"], weight: "should", sources: ["S19-110"] },
      { duty: "information_confidentiality", owedTo: ["manufacturer"], weight: "should", sources: ["S19-124"] },
    ],
  },
  trial_distributor: {
    position: "intermediary",
    functions: [{ function: "trial_resale", sources: ["S03-22"] }],
    duties: [
      { duty: "keep_authorization", owedTo: ["manufacturer"], weight: "must", sources: ["S03-22"] },
      { duty: "stand_evaluation", owedTo: ["manufacturer"], weight: "should", sources: ["S03-24"] },
    ],
  },
  system_integrator: {
    position: "project_buyer",
    functions: [
      { function: "solution_bundling", sources: ["S03-28"] },
      { function: "customer_guidance", sources: ["S03-27"] },
      { function: "technical_guidance", sources: ["S03-26"] },
      { function: "direct_purchase", sources: ["S03-25"] },
    ],
    duties: [{ duty: "first_line_after_sales", owedTo: ["industry_customer"], weight: "should", flow: "service", sources: ["S19-56"] }],
  },
  contractor: {
    position: "project_buyer",
    functions: [
      { function: "project_demand", sources: ["S03-30"] },
      { function: "direct_purchase", sources: ["S03-25"] },
    ],
    duties: [{ duty: "first_line_after_sales", owedTo: ["industry_customer"], weight: "should", flow: "service", sources: ["S19-56"] }],
  },
  industry_customer: {
    position: "consumer",
    functions: [
      { function: "end_consumption", sources: ["S03-31"] },
      { function: "upstream_influence", sources: ["S03-32"] },
      { function: "product_orientation", sources: ["S19-62"] },
    ],
    duties: [],
  },
  retailer: {
    position: "intermediary",
    functions: [
      { function: "store_sales", sources: ["S11-08", "S15-19"] },
      { function: "satisfaction_collection", sources: ["S15-20"] },
    ],
    duties: [
      { duty: "satisfaction_feedback", owedTo: ["manufacturer", "supplier"], weight: "should", flow: "information", sources: ["S15-20"] },
    ],
  },
  own_store: {
    position: "own",
    functions: [
      { function: "store_sales", sources: ["S13-06"] },
      { function: "satisfaction_collection", sources: ["S15-20"] },
    ],
    duties: [
      { duty: "satisfaction_feedback", owedTo: ["manufacturer", "supplier"], weight: "should", flow: "information", sources: ["S15-20"] },
    ],
  },
  direct_sales: { position: "own", functions: [{ function: "direct_selling", sources: ["S08-08"] }], duties: [] },
  e_commerce_platform: { position: "own", functions: [{ function: "online_selling", sources: ["S08-08", "S17-03"] }], duties: [] },
  social_media: {
    position: "own",
    functions: [
      { function: "online_selling", sources: ["S17-03"] },
      { function: "online_promotion", sources: ["S17-03"] },
    ],
    duties: [],
  },
  broker_store: { position: "referrer", functions: [{ function: "buyer_referral", sources: ["S10-10"] }], duties: [] },
  supplier: {
    position: "upstream",
    functions: [{ function: "upstream_supply", sources: ["S15-19"] }],
    duties: [
      { duty: "statutory_qualification", owedTo: ["manufacturer", "retailer", "own_store"], weight: "must", sources: ["S15-01"] },
      { duty: "product_compliance", owedTo: ["manufacturer", "retailer", "own_store"], weight: "must", sources: ["S15-02"] },
      { duty: "rectification", owedTo: ["manufacturer", "retailer", "own_store"], weight: "must", sources: ["S15-07", "S15-08"] },
    ],
  },
};
