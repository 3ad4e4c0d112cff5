import type { CreditPolicy } from "./order-decision.js";

/** A policy to start from, in yuan. Its numbers are examples; a host writes its own. */
export const exampleCreditPolicy: CreditPolicy = {
  version: "example",
  exposure: {
    currency: "CNY",
    weights: { open_orders: "1", open_deliveries: "1", open_billings: "1", open_items: "1", unapplied_credits: "1" },
    horizonDays: 60,
  },
  limits: {
    companyLimit: { kind: "not_set" },
    expiryGraceDays: 7,
    blankExpiry: "never_expires",
    securities: [
      { kind: "guarantee", rate: "1", effect: "raises_limit" },
      { kind: "insurance", rate: "0.9", effect: "raises_limit" },
      { kind: "deposit", rate: "1", effect: "lowers_exposure" },
      { kind: "collateral", rate: "1", effect: "raises_limit" },
    ],
  },
  tolerance: "1",
  checkpoints: ["order", "pick", "ship"],
  graceDays: 2,
  rules: [
    { id: "overdue-30", kind: "block", scope: { kind: "all" }, test: { metric: "days_overdue", days: 30 } },
    {
      id: "overdue-share",
      kind: "block",
      scope: { kind: "all" },
      test: { metric: "overdue_amount", amount: "10000", shareOfLimit: "0.1" },
    },
  ],
};
