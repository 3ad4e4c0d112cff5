import { parseDate } from "../../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText } from "../../kernel/check.js";
import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { stillOpen, unset } from "../still-open.js";

/** No established breach up to the day of asking, in a trial or in other trade; one in dispute leaves it open. @internal */
export const breachFree: AdmissionRule<AdmissionPolicy, "breaches", "admission.breach_free"> = {
  code: "admission.breach_free",
  needs: ["breaches"],
  from: "manufacturer",
  source: "代理商 2：在以往贸易来往中无违约记录；分销商 4：在试销期内或以往产品的销售中无违约记录",
  required: ({ breachTolerance }) => ({ actual: null, required: breachTolerance }),
  test: ({ breaches }, { breachTolerance }, asOf) => {
    const seen = checkList(breaches, "facts.breaches").flatMap((given, i) => {
      const path = `facts.breaches[${i}]`;
      const breach = checkRecord(given, path);
      const id = checkText(breach["id"], `${path}.id`);
      checkText(breach["kind"], `${path}.kind`);
      const during = checkChoice(breach["during"], `${path}.during`, ["trial", "trade"]);
      const disputed = (breach["disputed"] ?? false) !== false;
      return parseDate(breach["date"], `${path}.date`) <= asOf ? [{ id, during, disputed }] : [];
    });
    if (breachTolerance === null) return unset;
    const established = seen.filter(({ disputed }) => !disputed);
    if (established.length <= breachTolerance && seen.length > breachTolerance) {
      const records = seen
        .filter(({ disputed }) => disputed)
        .map(({ id }) => id)
        .sort();
      return stillOpen("admission.breach_disputed", { records }, "manufacturer");
    }
    const records = established.map(({ id }) => id).sort();
    const trial = established.filter(({ during }) => during === "trial").length;
    return { met: established.length <= breachTolerance, params: { actual: records.length, required: breachTolerance, trial, records } };
  },
  remedy: ({ records }) => ({ code: "admission.change_record", params: { records: records ?? [], from: "manufacturer" } }),
};
