import type { Rule } from "../../engine/rule.js";
import { text, ZERO } from "../../kernel/decimal.js";
import type { BlockagePolicy, MemberFlow } from "../blockage.js";

/** What is overdue for longer than is tolerated does not exceed a tolerated amount: one small late invoice blocks nothing. @internal */
export const paymentsAreInTime: Rule<MemberFlow, BlockagePolicy, "overdue", "network.payments_are_in_time"> = {
  code: "network.payments_are_in_time",
  needs: ["overdue"],
  source: "S19-140",
  required: ({ overdueDaysMost, overdueMost }) => ({ days: overdueDaysMost, required: overdueMost, actual: null }),
  test: ({ overdue }, { overdueDaysMost, overdueMost }) => {
    const late = overdue.reduce((sum, { days, amount }) => (days > overdueDaysMost ? sum.plus(amount) : sum), ZERO);
    return { met: !late.greaterThan(overdueMost), params: { actual: text(late) } };
  },
};
