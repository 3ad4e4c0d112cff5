import type { LimitProposalPolicy } from "./propose-credit-limit.js";

/** Factors of Chinese practice by grade, with a growth and a ceiling to start from. A host writes its own. */
export const exampleLimitProposalPolicy: LimitProposalPolicy = {
  factors: [
    { grade: "AAA", lowest: "1.5", highest: "3" },
    { grade: "AA", lowest: "1", highest: "1" },
    { grade: "A", lowest: "0.8", highest: "0.8" },
    { grade: "B", lowest: "0.6", highest: "0.6" },
    { grade: "C", lowest: "0", highest: "0" },
  ],
  growth: [
    { fromPayments: 0, share: "0.3" },
    { fromPayments: 3, share: "0.6" },
    { fromPayments: 6, share: "1" },
  ],
  securityRate: "1",
  smallDealers: "cash_only",
  decimals: 0,
};
