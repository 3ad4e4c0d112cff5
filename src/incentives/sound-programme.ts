import { checkProgramme, incentiveFault } from "./check-programme.js";
import type { IncentiveProgramme } from "./programme.js";

/** A programme in which `checkProgramme` finds nothing. @internal */
export function soundProgramme(value: unknown, path: string): IncentiveProgramme {
  const [fault] = checkProgramme(value as IncentiveProgramme);
  if (fault !== undefined) throw incentiveFault(fault.code, fault.path === "" ? path : `${path}.${fault.path}`, fault.params);
  return value as IncentiveProgramme;
}
