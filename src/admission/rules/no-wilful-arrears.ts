import { checkBoolean } from "../../engine/fact-reader.js";
import { parseDate } from "../../kernel/calendar-date.js";
import { checkList, checkRecord, checkText } from "../../kernel/check.js";
import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { stillOpen } from "../still-open.js";

/** No supplier was left unpaid on purpose. Other arrears pass here and count in credit; unknown intent is neither. @internal */
export const noWilfulArrears: AdmissionRule<AgentAdmissionPolicy, "arrears", "admission.no_wilful_arrears"> = {
  code: "admission.no_wilful_arrears",
  needs: ["arrears"],
  from: "manufacturer",
  source: "代理商 3：在资金偿付方面无故意拖欠供货商货款记录",
  required: () => ({ actual: null, other: null }),
  test: ({ arrears }, _, asOf) => {
    const seen = checkList(arrears, "facts.arrears").flatMap((given, i) => {
      const path = `facts.arrears[${i}]`;
      const record = checkRecord(given, path);
      const id = checkText(record["id"], `${path}.id`);
      checkText(record["creditor"], `${path}.creditor`);
      const wilful = record["wilful"] ?? null;
      const intent = wilful === null ? null : checkBoolean(wilful, `${path}.wilful`);
      return parseDate(record["since"], `${path}.since`) <= asOf ? [{ id, intent }] : [];
    });
    const records = seen
      .filter(({ intent }) => intent === true)
      .map(({ id }) => id)
      .sort();
    const unclear = seen
      .filter(({ intent }) => intent === null)
      .map(({ id }) => id)
      .sort();
    if (records.length === 0 && unclear.length > 0) return stillOpen("admission.intent_unknown", { records: unclear }, "manufacturer");
    return { met: records.length === 0, params: { actual: records.length, other: seen.length - records.length, records } };
  },
  remedy: ({ records }) => ({ code: "admission.change_record", params: { records: records ?? [], from: "manufacturer" } }),
};
