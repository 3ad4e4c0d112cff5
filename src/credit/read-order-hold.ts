/**
 * Looks at what the verbs of an order's credit were given.
 *
 * @internal
 */

import { checkBoolean } from "../engine/fact-reader.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, checkTexts, type Fields } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { exactNotNegative } from "../kernel/read.js";
import { forcedHoldEnds, type OrderHold, type OrderHoldEvent, type OrderHoldFacts, orderHoldStates, orderRechecks } from "./order-hold.js";
import type { ShortEvent } from "./order-hold-kit.js";
import { MOST_DAYS, orNull } from "./reading.js";

type Look = (value: unknown, path: string) => unknown;

const readGrace = (value: unknown, path: string) => checkCount(value, path, 0, MOST_DAYS);

const DATA: { readonly [F in keyof OrderHold["data"]]: Look } = {
  orderId: checkText,
  amount: exactNotNegative,
  reasons: checkTexts,
  excess: orNull(exactNotNegative),
  nextCheckOn: orNull(parseDate),
  graceDays: orNull(readGrace),
  by: orNull(checkText),
  ground: orNull(checkText),
  since: parseDate,
};

export function readOrderHold(value: unknown, path: string): OrderHold {
  const state = checkRecord(value, path);
  checkChoice(state["at"], `${path}.at`, orderHoldStates);
  const data = checkRecord(state["data"], `${path}.data`);
  for (const [field, look] of Object.entries(DATA)) look(data[field], `${path}.data.${field}`);
  return value as OrderHold;
}

const types = [
  "checked",
  "released",
  "rejected",
  "holdForced",
  "valueChanged",
  "termsRaised",
  "reopened",
  "checkpointReached",
] as const satisfies readonly OrderHoldEvent["type"][];

export function readOrderHoldEvent(value: unknown, path: string): ShortEvent {
  const event = checkRecord(value, path);
  const type = checkChoice(event["type"], `${path}.type`, types);
  const asOf = parseDate(event["asOf"], `${path}.asOf`);
  if (type === "checked") return shortOf(checkRecord(event["decision"], `${path}.decision`), `${path}.decision`, asOf);
  if (type === "valueChanged") exactNotNegative(event["amount"], `${path}.amount`);
  if (type === "released" || type === "rejected" || type === "holdForced") {
    checkText(event["by"], `${path}.by`);
    checkText(event["ground"], `${path}.ground`);
  }
  return value as ShortEvent;
}

/** The decision in short. Where a reason cannot be told, neither can the excess. */
function shortOf(decision: Fields, path: string, asOf: string): ShortEvent {
  const reasons = decision["reasons"];
  if (!Array.isArray(reasons)) throw kernelFault("kernel.not_a_list", `${path}.reasons`, { got: shown(reasons) });
  const rows = reasons.map((reason, i) => checkRecord(reason, `${path}.reasons[${i}]`));
  const isUnknown = rows.some((row) => row["status"] === "unknown");
  exactNotNegative(decision["excess"], `${path}.excess`);
  return {
    type: "checked",
    asOf,
    orderId: checkText(decision["orderId"], `${path}.orderId`),
    verdict: checkChoice(decision["decision"], `${path}.decision`, ["release", "hold", "prepayment_only"]),
    reasons: rows.map((row, i) => checkText(row["metric"], `${path}.reasons[${i}].metric`)),
    excess: isUnknown ? null : (decision["excess"] as string),
    lookedAt: decision["exempt"] !== "not_a_checkpoint",
    exempt: ["prepaid", "credit_note", "delivered_goods"].includes(decision["exempt"] as string),
    nextCheckOn: parseDate(decision["nextCheckOn"], `${path}.nextCheckOn`),
    graceDays: readGrace(decision["graceDays"], `${path}.graceDays`),
  };
}

const FACTS: { readonly [F in keyof OrderHoldFacts]-?: Look } = {
  autoRelease: checkBoolean,
  approverLimit: (value, path) => (value === "unlimited" ? value : exactNotNegative(value, path)),
  recheckOn: (value, path) => checkChoice(value, path, orderRechecks),
  forcedHold: (value, path) => checkChoice(value, path, forcedHoldEnds),
};

export function readOrderHoldFacts(value: unknown, path: string): OrderHoldFacts {
  const facts = checkRecord(value, path);
  for (const [field, look] of Object.entries(FACTS)) {
    if (facts[field] !== undefined && facts[field] !== null) look(facts[field], `${path}.${field}`);
  }
  return value as OrderHoldFacts;
}
