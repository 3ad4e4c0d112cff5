/** Reads what a verb of the state table was given, and checks that the machine knows it. */
import { checkList, checkRecord } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { CompiledRegion, Standing } from "./compile-table.js";
import { readTable, type Scope } from "./read-table.js";

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

/** The regions of a machine, where it is one. @internal */
export function regionsOf(machine: unknown): readonly CompiledRegion[] {
  return checkRecord(machine, "machine")["regions"] as readonly CompiledRegion[];
}

/** Where a state stands, in every region. @internal */
export function standingsOf(regions: readonly CompiledRegion[], at: unknown): readonly Standing[] {
  return (checkList(regions, "machine.regions") as readonly CompiledRegion[]).map((region) => {
    if (region.region === "") return standingOf(region, at, "state.at");
    return standingOf(region, checkRecord(at, "state.at")[region.region], `state.at.${region.region}`);
  });
}

/** @internal */
export function standingOf(region: CompiledRegion, at: unknown, path: string): Standing {
  const standings = region.standings();
  const standing = standings.get(at);
  if (standing === undefined) throw kernelFault("kernel.not_a_choice", path, { got: shown(at), want: [...standings.keys()] as string[] });
  return standing;
}

/** @internal */
export function unknownEvent(standings: readonly Standing[], type: unknown): Error {
  const want = [...new Set(standings.flatMap(({ offers }) => [...offers.keys()]))] as string[];
  return kernelFault("kernel.not_a_choice", "event.type", { got: shown(type), want });
}

/** The tables of a machine, whoever made it. @internal */
export function checkRegions(machine: unknown, path: string): readonly CompiledRegion[] {
  return checkList(checkRecord(machine, path)["regions"], `${path}.regions`).map((item, i) => {
    const region = checkRecord(item, `${path}.regions[${i}]`);
    return { ...region, table: readTable(region["table"], `${path}.regions[${i}].table`) } as unknown as CompiledRegion;
  });
}
