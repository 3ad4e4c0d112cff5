import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, checkWords } from "../kernel/check.js";
import { DEEPEST } from "./check-criterion.js";
import { ruleFault } from "./compile-rules.js";
import { type Finding, ruleStatuses, ruleWeights } from "./rule.js";

/**
 * Reads findings that a caller hands back. One that is none would else count as if it had not been asked.
 *
 * @internal
 */
export function checkFindings(value: unknown, path: string): readonly Finding[] {
  return checkList(value, path).map((item, i) => {
    const place = `${path}[${i}]`;
    const finding = checkPart(item, place, 1);
    checkChoice(finding["weight"], `${place}.weight`, ruleWeights);
    if (finding["waiver"] !== undefined) checkWaiver(finding["waiver"], `${place}.waiver`);
    return finding as unknown as Finding;
  });
}

function checkPart(value: unknown, path: string, depth: number) {
  const part = checkMessage(value, path);
  checkChoice(part["status"], `${path}.status`, ruleStatuses);
  const { missing, reason, parts } = part;
  if (missing !== undefined) checkList(missing, `${path}.missing`).forEach((name, i) => void checkText(name, `${path}.missing[${i}]`));
  if (reason !== undefined) checkMessage(reason, `${path}.reason`);
  if (parts === undefined) return part;
  if (depth > DEEPEST) throw ruleFault("engine.criterion_too_deep", `${path}.parts`, { most: DEEPEST });
  checkList(parts, `${path}.parts`).forEach((one, i) => void checkPart(one, `${path}.parts[${i}]`, depth + 1));
  return part;
}

function checkMessage(value: unknown, path: string) {
  const message = checkRecord(value, path);
  checkText(message["code"], `${path}.code`);
  checkRecord(message["params"], `${path}.params`);
  if (message["words"] !== undefined) checkWords(message["words"], `${path}.words`);
  return message;
}

function checkWaiver(value: unknown, path: string): void {
  const { ground, approver, date, expires } = checkRecord(value, path);
  if (typeof ground !== "string") checkWords(ground, `${path}.ground`);
  checkText(approver, `${path}.approver`);
  parseDate(date, `${path}.date`);
  if (expires !== undefined) parseDate(expires, `${path}.expires`);
}
