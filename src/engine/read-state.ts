/** Reads what a verb of the state table was given, and checks that the machine knows it. */
import { checkRecord } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { CompiledRegion, Scope } from "./compile-table.js";

/** Where a region stands. @internal */
export interface Here {
  readonly region: CompiledRegion;
  readonly at: string;
}

const NOWHERE = {};

/** What guards see, checked to be records. @internal */
export function scopeOf(state: unknown, event: unknown, facts: unknown): Scope {
  const { at, data } = checkRecord(state, "state");
  return {
    event: checkRecord(event, "event"),
    data: checkRecord(data, "state.data"),
    facts: checkRecord(facts, "facts"),
    at: typeof at === "object" && at !== null ? (at as Scope["at"]) : NOWHERE,
  };
}

/** Where a state stands in every region. @internal */
export function standingsOf(regions: readonly CompiledRegion[], at: unknown): readonly Here[] {
  return regions.map((region) => {
    if (region.region === "") return { region, at: checkState(region, at, "state.at") };
    return { region, at: checkState(region, checkRecord(at, "state.at")[region.region], `state.at.${region.region}`) };
  });
}

/** @internal */
export function checkState({ table }: CompiledRegion, at: unknown, path: string): string {
  if (typeof at === "string" && Object.hasOwn(table.states, at)) return at;
  throw kernelFault("kernel.not_a_choice", path, { got: shown(at), want: Object.keys(table.states) });
}
