import type { ParticipantKind } from "../entities/catalogue.js";
import type { FlowKind } from "./catalogue.js";

/** One row of the table of permitted flows: from whom to whom something may flow. What has no row is not permitted. */
export interface PermittedFlow {
  /** What flows. */
  readonly flow: FlowKind;
  /** Where it may come from. */
  readonly from: ParticipantKind;
  /** Where it may go. Several rows of one flow and origin add up. */
  readonly to: readonly ParticipantKind[];
  /** Where the permission is written down. Absent: it is the host's own. */
  readonly sources?: readonly string[] | undefined;
}

/**
 * From whom to whom each flow may run, as the core texts have it: the table a host passes to `checkNetwork`, or changes and passes.
 *
 * Goods run downward and money upward along the same pairs; influence, supervision, evaluation, nomination and referral have pairs of
 * their own, so that a customer may influence an integrator and never supply it.
 */
export const permittedFlows: readonly PermittedFlow[] = [
  { flow: "goods", from: "supplier", to: ["manufacturer", "retailer", "own_store"], sources: ["S15-19"] },
  { flow: "goods", from: "manufacturer", to: ["factory_office"], sources: ["S19-09", "S19-26"] },
  { flow: "goods", from: "manufacturer", to: ["agent", "distributor", "trial_distributor"], sources: ["S03-04", "S19-01"] },
  { flow: "goods", from: "manufacturer", to: ["system_integrator", "contractor"], sources: ["S03-19"] },
  { flow: "goods", from: "manufacturer", to: ["industry_customer", "direct_sales"], sources: ["S08-08", "S17-03"] },
  {
    flow: "goods",
    from: "manufacturer",
    to: ["retailer", "own_store", "e_commerce_platform", "social_media"],
    sources: ["S11-08", "S13-06", "S17-03"],
  },
  { flow: "goods", from: "factory_office", to: ["agent", "distributor", "trial_distributor"], sources: ["S19-09", "S19-26"] },
  { flow: "goods", from: "factory_office", to: ["system_integrator", "contractor"], sources: ["S03-19"] },
  { flow: "goods", from: "agent", to: ["distributor", "trial_distributor", "retailer"], sources: ["S03-09", "S11-08"] },
  { flow: "goods", from: "agent", to: ["system_integrator", "contractor", "industry_customer"], sources: ["S03-19", "S19-57"] },
  { flow: "goods", from: "distributor", to: ["industry_customer", "system_integrator", "contractor"], sources: ["S03-18"] },
  { flow: "goods", from: "distributor", to: ["retailer", "e_commerce_platform"], sources: ["S11-08", "S17-03"] },
  { flow: "goods", from: "trial_distributor", to: ["industry_customer", "system_integrator", "contractor"], sources: ["S03-15", "S03-22"] },
  { flow: "goods", from: "system_integrator", to: ["industry_customer"], sources: ["S03-28", "S19-56"] },
  { flow: "goods", from: "contractor", to: ["industry_customer"], sources: ["S03-30", "S19-56"] },
  { flow: "goods", from: "retailer", to: ["industry_customer"], sources: ["S11-08"] },
  { flow: "goods", from: "own_store", to: ["industry_customer"], sources: ["S13-06"] },
  { flow: "goods", from: "direct_sales", to: ["industry_customer", "system_integrator", "contractor"], sources: ["S08-08"] },
  { flow: "goods", from: "e_commerce_platform", to: ["industry_customer"], sources: ["S08-08", "S17-03"] },
  { flow: "goods", from: "social_media", to: ["industry_customer"], sources: ["S17-03"] },

  { flow: "payment", from: "manufacturer", to: ["supplier"], sources: ["S15-19"] },
  { flow: "payment", from: "factory_office", to: ["manufacturer"], sources: ["S19-09"] },
  { flow: "payment", from: "agent", to: ["manufacturer", "factory_office"], sources: ["S19-135"] },
  { flow: "payment", from: "distributor", to: ["manufacturer", "factory_office", "agent"], sources: ["S19-135"] },
  { flow: "payment", from: "trial_distributor", to: ["manufacturer", "factory_office", "agent"], sources: ["S19-135"] },
  {
    flow: "payment",
    from: "system_integrator",
    to: ["manufacturer", "factory_office", "agent", "distributor", "trial_distributor", "direct_sales"],
    sources: ["S03-25"],
  },
  {
    flow: "payment",
    from: "contractor",
    to: ["manufacturer", "factory_office", "agent", "distributor", "trial_distributor", "direct_sales"],
    sources: ["S03-25"],
  },
  {
    flow: "payment",
    from: "industry_customer",
    to: ["manufacturer", "direct_sales", "agent", "distributor", "trial_distributor", "system_integrator", "contractor"],
    sources: ["S03-31"],
  },
  {
    flow: "payment",
    from: "industry_customer",
    to: ["retailer", "own_store", "e_commerce_platform", "social_media"],
    sources: ["S17-03"],
  },
  { flow: "payment", from: "retailer", to: ["manufacturer", "agent", "distributor", "supplier"], sources: ["S11-08"] },
  { flow: "payment", from: "own_store", to: ["manufacturer", "supplier"], sources: ["S13-06"] },
  { flow: "payment", from: "direct_sales", to: ["manufacturer"], sources: ["S08-08"] },
  { flow: "payment", from: "e_commerce_platform", to: ["manufacturer", "distributor"], sources: ["S17-03"] },
  { flow: "payment", from: "social_media", to: ["manufacturer"], sources: ["S17-03"] },
  {
    flow: "payment",
    from: "manufacturer",
    to: ["agent", "distributor", "trial_distributor", "broker_store"],
    sources: ["S01-17", "S10-10"],
  },

  {
    flow: "information",
    from: "manufacturer",
    to: ["factory_office", "agent", "distributor", "trial_distributor", "system_integrator", "contractor", "industry_customer"],
    sources: ["S19-119", "S19-123"],
  },
  {
    flow: "information",
    from: "manufacturer",
    to: ["retailer", "own_store", "direct_sales", "e_commerce_platform", "social_media", "broker_store", "supplier"],
    sources: ["S15-13", "S17-03"],
  },
  {
    flow: "information",
    from: "factory_office",
    to: ["manufacturer", "agent", "distributor", "trial_distributor", "system_integrator", "contractor", "industry_customer"],
    sources: ["S19-23", "S19-24"],
  },
  {
    flow: "information",
    from: "agent",
    to: [
      "manufacturer",
      "factory_office",
      "distributor",
      "trial_distributor",
      "retailer",
      "system_integrator",
      "contractor",
      "industry_customer",
    ],
    sources: ["S19-125", "S19-162"],
  },
  {
    flow: "information",
    from: "distributor",
    to: ["manufacturer", "factory_office", "agent", "retailer", "system_integrator", "contractor", "industry_customer"],
    sources: ["S03-18", "S19-125"],
  },
  {
    flow: "information",
    from: "trial_distributor",
    to: ["manufacturer", "factory_office", "agent", "system_integrator", "contractor", "industry_customer"],
    sources: ["S03-22", "S19-125"],
  },
  {
    flow: "information",
    from: "system_integrator",
    to: ["manufacturer", "factory_office", "agent", "distributor", "trial_distributor", "contractor", "industry_customer"],
    sources: ["S03-28"],
  },
  {
    flow: "information",
    from: "contractor",
    to: ["manufacturer", "factory_office", "agent", "distributor", "trial_distributor", "system_integrator", "industry_customer"],
    sources: ["S03-30"],
  },
  {
    flow: "information",
    from: "industry_customer",
    to: ["manufacturer", "factory_office", "agent", "distributor", "trial_distributor", "system_integrator", "contractor"],
    sources: ["S19-24", "S19-62"],
  },
  {
    flow: "information",
    from: "industry_customer",
    to: ["retailer", "own_store", "direct_sales", "e_commerce_platform", "social_media"],
    sources: ["S15-20", "S17-03"],
  },
  { flow: "information", from: "retailer", to: ["manufacturer", "agent", "distributor", "supplier"], sources: ["S15-20"] },
  { flow: "information", from: "own_store", to: ["manufacturer", "supplier"], sources: ["S15-20"] },
  { flow: "information", from: "direct_sales", to: ["manufacturer", "industry_customer"], sources: ["S08-08"] },
  { flow: "information", from: "e_commerce_platform", to: ["manufacturer", "distributor", "industry_customer"], sources: ["S17-03"] },
  { flow: "information", from: "social_media", to: ["manufacturer", "industry_customer"], sources: ["S17-03"] },
  { flow: "information", from: "broker_store", to: ["manufacturer", "direct_sales"], sources: ["S10-10"] },
  { flow: "information", from: "supplier", to: ["manufacturer", "retailer", "own_store"], sources: ["S15-13"] },

  {
    flow: "service",
    from: "manufacturer",
    to: ["agent", "distributor", "trial_distributor", "system_integrator", "contractor", "industry_customer"],
    sources: ["S01-16", "S19-57"],
  },
  {
    flow: "service",
    from: "factory_office",
    to: ["agent", "distributor", "trial_distributor", "system_integrator", "contractor", "industry_customer"],
    sources: ["S19-28"],
  },
  { flow: "service", from: "agent", to: ["system_integrator", "contractor"], sources: ["S19-57"] },
  { flow: "service", from: "agent", to: ["distributor", "trial_distributor", "industry_customer"], sources: ["S01-16"] },
  { flow: "service", from: "distributor", to: ["industry_customer"], sources: ["S01-16"] },
  { flow: "service", from: "trial_distributor", to: ["industry_customer"], sources: ["S01-16"] },
  { flow: "service", from: "system_integrator", to: ["industry_customer"], sources: ["S19-56"] },
  { flow: "service", from: "contractor", to: ["industry_customer"], sources: ["S19-56"] },
  { flow: "service", from: "retailer", to: ["industry_customer"], sources: ["S01-16"] },
  { flow: "service", from: "own_store", to: ["industry_customer"], sources: ["S01-16"] },
  { flow: "service", from: "direct_sales", to: ["industry_customer"], sources: ["S01-16"] },
  { flow: "service", from: "e_commerce_platform", to: ["industry_customer"], sources: ["S01-16"] },

  { flow: "influence", from: "industry_customer", to: ["system_integrator", "contractor"], sources: ["S03-32"] },
  { flow: "influence", from: "system_integrator", to: ["industry_customer"], sources: ["S03-27"] },
  { flow: "influence", from: "contractor", to: ["industry_customer"], sources: ["S03-27"] },
  {
    flow: "influence",
    from: "factory_office",
    to: ["system_integrator", "contractor", "industry_customer"],
    sources: ["S19-14", "S19-68"],
  },
  { flow: "influence", from: "manufacturer", to: ["system_integrator", "contractor", "industry_customer"], sources: ["S03-06", "S19-68"] },

  { flow: "supervision", from: "manufacturer", to: ["factory_office", "agent", "distributor", "trial_distributor"], sources: ["S19-10"] },
  { flow: "supervision", from: "manufacturer", to: ["own_store", "direct_sales", "supplier"], sources: ["S13-06", "S15-27"] },
  { flow: "supervision", from: "factory_office", to: ["agent", "distributor", "trial_distributor"], sources: ["S19-10", "S19-31"] },

  { flow: "evaluation", from: "manufacturer", to: ["agent", "distributor", "trial_distributor"], sources: ["S03-24", "S19-107"] },
  { flow: "evaluation", from: "manufacturer", to: ["system_integrator", "contractor"], sources: ["S19-96"] },
  { flow: "evaluation", from: "manufacturer", to: ["supplier"], sources: ["S15-03"] },
  { flow: "evaluation", from: "factory_office", to: ["distributor", "trial_distributor"], sources: ["S19-31"] },

  {
    flow: "nomination",
    from: "agent",
    to: ["distributor", "trial_distributor", "system_integrator", "contractor", "retailer"],
    sources: ["S19-95"],
  },
  {
    flow: "nomination",
    from: "distributor",
    to: ["distributor", "trial_distributor", "system_integrator", "contractor", "retailer"],
    sources: ["S19-95"],
  },

  { flow: "referral", from: "broker_store", to: ["manufacturer", "direct_sales"], sources: ["S10-10"] },
  { flow: "referral", from: "manufacturer", to: ["agent", "distributor"], sources: ["S01-14"] },
];
