/**
 * Who earns under a programme.
 *
 * @internal
 */
import type { ChannelMember } from "../entities/channel-member.js";
import type { EarnerFilter } from "../incentives/programme.js";

/** The lists of an earner filter, and the member's field that each looks at. */
export const earnerAttributes = {
  kinds: "kind",
  memberClasses: "memberClass",
  groupIds: "groupIds",
  territoryIds: "territoryId",
  levels: "level",
  memberIds: "id",
} as const satisfies { readonly [L in Exclude<keyof EarnerFilter, "uplineOfSeller" | "jointly">]-?: keyof ChannelMember };

/** By member: 1 where every list names it. */
export function earnersOf(earner: EarnerFilter, members: readonly ChannelMember[]): Uint8Array {
  const eligible = new Uint8Array(members.length).fill(1);
  for (const list of Object.keys(earnerAttributes) as (keyof typeof earnerAttributes)[]) {
    const wanted: readonly string[] | undefined = earner[list];
    if (wanted !== undefined) keepNamed(eligible, members, earnerAttributes[list], new Set(wanted));
  }
  return eligible;
}

function keepNamed(
  eligible: Uint8Array,
  members: readonly ChannelMember[],
  field: (typeof earnerAttributes)[keyof typeof earnerAttributes],
  wanted: ReadonlySet<string>,
): void {
  for (let m = 0; m < members.length; m++) {
    if (!valuesOf((members[m] as ChannelMember)[field]).some((value) => wanted.has(value))) eligible[m] = 0;
  }
}

/** A member has one class, and may be in several groups. */
export function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
