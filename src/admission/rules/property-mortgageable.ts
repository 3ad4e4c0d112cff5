import { checkBoolean } from "../../engine/fact-reader.js";
import { type EvidenceStatus, evidenceStatuses } from "../../entities/catalogue.js";
import { checkChoice, checkList, checkRecord, checkText } from "../../kernel/check.js";
import { Exact, exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import { parseMoney } from "../../kernel/money.js";
import { checkDistinct } from "../../kernel/read.js";
import { admissionFault } from "../admission-fault.js";
import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { moneyParam } from "../at-least.js";
import { stillOpen, unset } from "../still-open.js";

/** Has real estate to mortgage: its free value, proven, is above nothing and reaches the least one. @internal */
export const propertyMortgageable: AdmissionRule<AdmissionPolicy, "property", "admission.property_mortgageable"> = {
  code: "admission.property_mortgageable",
  needs: ["property"],
  source: "代理商 4：其它可抵押的不动资产；分销商 5：可抵押的不动产",
  required: ({ minFreeProperty }) => ({ actual: null, required: moneyParam(minFreeProperty) }),
  test: ({ property }, { minFreeProperty }) => {
    const all = checkList(property, "facts.property").map((given, i) => readProperty(given, `facts.property[${i}]`));
    checkDistinct(
      all.map(({ id }) => id),
      "facts.property",
      "id",
    );
    if (minFreeProperty === null) return unset;
    const { currency } = minFreeProperty;
    const [foreign] = all.flatMap((one) => (one.currency === currency ? [] : [one.currency])).sort();
    if (foreign !== undefined) return stillOpen("admission.currency_differs", { got: foreign, want: currency }, "manufacturer");
    const least = exact(minFreeProperty.amount);
    const suffices = (free: Exact) => free.greaterThan(0) && free.greaterThanOrEqualTo(least);
    const proven = freeValue(all.filter(({ title }) => title === "verified"));
    const claimed = all.filter(({ title }) => title === "submitted");
    if (!suffices(proven) && suffices(proven.plus(freeValue(claimed)))) {
      return stillOpen("admission.property_unverified", { properties: claimed.map(({ id }) => id).sort() }, "manufacturer");
    }
    const params = { actual: { amount: text(proven), currency }, required: moneyParam(minFreeProperty) };
    return { met: suffices(proven), params };
  },
  remedy: ({ actual, required }) => ({ code: "admission.change_property", params: { actual: actual ?? null, required: required ?? null } }),
};

interface Property {
  readonly id: string;
  readonly title: EvidenceStatus;
  readonly free: Exact;
  readonly currency: string;
}

const freeValue = (properties: readonly Property[]): Exact => sumOf(properties.map(({ free }) => free));

/** What of a property is still free to secure something: nothing where it may not be mortgaged, or is pledged up to its value. */
function readProperty(given: unknown, path: string): Property {
  const fields = checkRecord(given, path);
  const value = parseMoney(fields["appraisedValue"], `${path}.appraisedValue`);
  const pledged = parseMoney(fields["encumbrances"], `${path}.encumbrances`);
  if (pledged.currency !== value.currency) {
    throw admissionFault("kernel.currency_mismatch", `${path}.encumbrances.currency`, { got: pledged.currency, want: value.currency });
  }
  for (const [name, { amount }] of [
    ["appraisedValue", value],
    ["encumbrances", pledged],
  ] as const) {
    if (exact(amount).isNegative()) throw admissionFault("admission.amount_negative", `${path}.${name}.amount`, { got: amount });
  }
  const left = exact(value.amount).minus(exact(pledged.amount));
  return {
    id: checkText(fields["id"], `${path}.id`),
    title: checkChoice(fields["title"], `${path}.title`, evidenceStatuses),
    free: checkBoolean(fields["mortgageable"], `${path}.mortgageable`) ? Exact.max(left, 0) : ZERO,
    currency: value.currency,
  };
}
