/**
 * Members whose agreements have the same days, in one class: their windows are the same wherever windows run from the agreement.
 *
 * @internal
 */
import type { AgreementDays } from "../incentives/agreement-window.js";
import type { AccumulatorMember } from "./policy.js";

export interface AgreementClasses {
  readonly agreements: readonly AgreementDays[];
  /** By member; −1: it has no agreement. */
  readonly own: Int32Array;
  /** The same of the member right above. */
  readonly upline: Int32Array;
}

export function agreementClasses(members: readonly AccumulatorMember[], uplines: readonly (number | undefined)[]): AgreementClasses {
  const agreements: AgreementDays[] = [];
  const known = new Map<string, number>();
  const own = Int32Array.from(members, ({ agreement }) => {
    if (agreement === undefined) return -1;
    const key = `${agreement.start}/${agreement.end ?? ""}`;
    const found = known.get(key) ?? agreements.push(agreement) - 1;
    known.set(key, found);
    return found;
  });
  return { agreements, own, upline: Int32Array.from(uplines, (upline) => (upline === undefined ? -1 : (own[upline] as number))) };
}
