/**
 * Looks at what the verbs of an order's credit were given.
 *
 * @internal
 */

import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, checkTexts, type Fields } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { exactNotNegative } from "../kernel/read.js";
import { forcedHoldEnds, type OrderHold, type OrderHoldEvent, type OrderHoldFacts, orderHoldStates, orderRechecks } from "./order-hold.js";
import type { ShortEvent } from "./order-hold-kit.js";
import { MOST_DAYS } from "./reading.js";

const orNull = <T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | null =>
  value === null ? null : read(value, path);

export function readFlag(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: [true, false] });
  return value;
}

const readGrace = (value: unknown, path: string) => checkCount(value, path, 0, MOST_DAYS);

export function readOrderHold(value: unknown, path: string): OrderHold {
  const state = checkRecord(value, path);
  checkChoice(state["at"], `${path}.at`, orderHoldStates);
  const place = `${path}.data`;
  const data = checkRecord(state["data"], place);
  checkText(data["orderId"], `${place}.orderId`);
  exactNotNegative(data["amount"], `${place}.amount`);
  checkTexts(data["reasons"], `${place}.reasons`);
  orNull(data["excess"], `${place}.excess`, exactNotNegative);
  orNull(data["nextCheckOn"], `${place}.nextCheckOn`, parseDate);
  orNull(data["graceDays"], `${place}.graceDays`, readGrace);
  orNull(data["by"], `${place}.by`, checkText);
  orNull(data["ground"], `${place}.ground`, checkText);
  parseDate(data["since"], `${place}.since`);
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
    exempt: ["prepaid", "credit_note", "delivered_goods"].includes(decision["exempt"] as string),
    nextCheckOn: parseDate(decision["nextCheckOn"], `${path}.nextCheckOn`),
    graceDays: readGrace(decision["graceDays"], `${path}.graceDays`),
  };
}

export function readOrderHoldFacts(value: unknown, path: string): OrderHoldFacts {
  const facts = checkRecord(value, path);
  const { autoRelease, approverLimit, recheckOn, forcedHold } = facts;
  if (autoRelease !== undefined && autoRelease !== null) readFlag(autoRelease, `${path}.autoRelease`);
  if (approverLimit !== undefined && approverLimit !== null && approverLimit !== "unlimited")
    exactNotNegative(approverLimit, `${path}.approverLimit`);
  if (recheckOn !== undefined && recheckOn !== null) checkChoice(recheckOn, `${path}.recheckOn`, orderRechecks);
  if (forcedHold !== undefined && forcedHold !== null) checkChoice(forcedHold, `${path}.forcedHold`, forcedHoldEnds);
  return value as OrderHoldFacts;
}
