/**
 * Whether a member may earn under a programme: the one place that reads an earner filter.
 *
 * @internal
 */
import type { ChannelMember } from "../entities/channel-member.js";
import type { EarnerFilter } from "./programme.js";

/** The lists of an earner filter, and the member's field that each looks at. */
export const earnerAttributes = {
  kinds: "kind",
  memberClasses: "memberClass",
  groupIds: "groupIds",
  territoryIds: "territoryId",
  levels: "level",
  memberIds: "id",
} as const satisfies { readonly [L in Exclude<keyof EarnerFilter, "uplineOfSeller" | "jointly">]-?: keyof ChannelMember };

/** Read once, asked for every member: whether each list that is there names it. A member without the attribute is in no list. */
export function earnerMatches(filter: EarnerFilter): (member: ChannelMember) => boolean {
  const asked = (Object.keys(earnerAttributes) as (keyof typeof earnerAttributes)[]).flatMap((list) => {
    const wanted: readonly string[] | undefined = filter[list];
    return wanted === undefined ? [] : [{ field: earnerAttributes[list], wanted: new Set(wanted) }];
  });
  return (member) => asked.every(({ field, wanted }) => valuesOf(member[field]).some((value) => wanted.has(value)));
}

/** A member has one class, and may be in several groups. */
export function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
