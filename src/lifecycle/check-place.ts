/** Where a member stands, checked, and in words. */
import { checkChoice, checkRecord } from "../kernel/check.js";
import { memberMachine } from "./member-machine.js";
import type { MemberPlace } from "./member-state.js";

/** The places of a state in the regions, checked to be some. @internal */
export function checkPlace(value: unknown, path: string): MemberPlace {
  const at = checkRecord(value, path);
  for (const { region, standings } of memberMachine.regions)
    checkChoice(at[region], `${path}.${region}`, [...standings().keys()].map(String));
  return at as unknown as MemberPlace;
}

/** What the places are called, region by region. @internal */
export function titlesOf(at: MemberPlace) {
  return memberMachine.regions.map(({ region, standings }) => standings().get(at[region as keyof MemberPlace])?.title ?? null);
}
