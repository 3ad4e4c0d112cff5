/**
 * What reading a policy is made of: remarks are listed, all of them, instead of ending at the first.
 *
 * @internal
 */
import type { EngineCode } from "../engine/messages.js";
import { checkChoice, checkCount, checkList, checkRecord, type Fields } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";
import { isLibraryFault, kernelFault, shown } from "../kernel/fault.js";
import type { MessageParams, PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { parseMoney } from "../kernel/money.js";
import { admissionFault } from "./admission-fault.js";
import type { AdmissionPolicyRemark } from "./admission-policy-remark.js";
import { flowPeriods } from "./applicant.js";
import type { AdmissionCode } from "./messages.js";

type Code = AdmissionCode | EngineCode | KernelCode;

/** Remarks under way. */
export interface Proofreader {
  /** Everything found so far. */
  readonly remarks: AdmissionPolicyRemark[];
  fault(code: Code, path: string, params: MessageParams): void;
  warn(code: Code, path: string, params: MessageParams): void;
  unset(path: string, code?: Code): void;
  /** Lists what a reading throws; `undefined`: it threw. */
  keep<T>(read: () => T): T | undefined;
  /** Lists what another proofreader found, below a path. */
  take(found: readonly PlacedMessage<Code>[], path: string): void;
}

/** Begins to read. */
export function proofreader(): Proofreader {
  const remarks: AdmissionPolicyRemark[] = [];
  const add = (severity: AdmissionPolicyRemark["severity"], code: Code, path: string, params: MessageParams) =>
    void remarks.push({ code, path, params, severity });
  return {
    remarks,
    fault: (code, path, params) => add("fault", code, path, params),
    warn: (code, path, params) => add("warning", code, path, params),
    unset: (path, code = "admission.threshold_not_agreed") => add("unset", code, path, {}),
    keep: (read) => {
      try {
        return read();
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
        add("fault", caught.code as Code, caught.path, caught.params);
        return undefined;
      }
    },
    take: (found, path) => {
      for (const { code, path: inner, params } of found) add("fault", code, [path, inner].filter((part) => part !== "").join("."), params);
    },
  };
}

/** A threshold that is `null` is not agreed yet; any other is read. */
export function readThreshold(proof: Proofreader, value: unknown, path: string, read: () => unknown): void {
  if (value === null) proof.unset(path);
  else proof.keep(read);
}

/** A decimal, written as text, not below 0. */
export function checkNotNegative(value: unknown, path: string): string {
  if (typeof value !== "string") throw kernelFault("kernel.not_a_decimal", path, { got: shown(value) });
  if (exact(value, path).isNegative()) throw admissionFault("admission.amount_negative", path, { got: value });
  return value;
}

/** An amount of money, not below 0. */
export function checkAmount(value: unknown, path: string): void {
  const { amount } = checkRecord(value, path);
  checkNotNegative(amount, `${path}.amount`);
  parseMoney(value, path);
}

/** A sum over a period, on a basis. */
export function checkFlow(value: unknown, path: string, bases: readonly string[]): void {
  const { amount, per, basis } = checkRecord(value, path);
  checkAmount(amount, `${path}.amount`);
  checkChoice(per, `${path}.per`, flowPeriods);
  checkChoice(basis, `${path}.basis`, bases);
}

/** A ratio from 0 to 1. */
export function checkShare(value: unknown, path: string): void {
  const share = checkNotNegative(value, path);
  if (exact(share).greaterThan(1)) throw kernelFault("kernel.not_a_rate", path, { got: share });
}

/** A number of months or days, or `null`. */
export function readTerm(proof: Proofreader, fields: Fields, name: string, path: string): void {
  if (fields[name] === null) proof.unset(`${path}.${name}`, "admission.term_not_agreed");
  else proof.keep(() => checkCount(fields[name], `${path}.${name}`, 0, MOST_TERM));
}

/** A thousand years, in months. */
const MOST_TERM = 12_000;

/** A list of records, each read; what is no record is listed. */
export function readRecords(proof: Proofreader, value: unknown, path: string, read: (fields: Fields, path: string) => void): void {
  const list = proof.keep(() => checkList(value, path));
  list?.forEach((one, i) => {
    const fields = proof.keep(() => checkRecord(one, `${path}[${i}]`));
    if (fields !== undefined) read(fields, `${path}[${i}]`);
  });
}

/** A list of choices, at least one. */
export function checkChoices(value: unknown, path: string, choices: readonly string[]): void {
  const list = checkList(value, path);
  if (list.length === 0) throw admissionFault("admission.list_empty", path, {});
  list.forEach((one, i) => {
    checkChoice(one, `${path}[${i}]`, choices);
  });
}
