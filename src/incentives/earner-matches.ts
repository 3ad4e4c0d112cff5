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
  const asked: readonly AskedList[] = (Object.keys(earnerAttributes) as (keyof typeof earnerAttributes)[]).flatMap((list) => {
    const wanted: readonly string[] | undefined = filter[list];
    return wanted === undefined ? [] : [{ field: earnerAttributes[list], wanted: new Set(wanted) }];
  });
  return (member) => isNamed(member, asked);
}

/** One list of a filter. */
interface AskedList {
  readonly field: (typeof earnerAttributes)[keyof typeof earnerAttributes];
  readonly wanted: ReadonlySet<string>;
}

function isNamed(member: ChannelMember, asked: readonly AskedList[]): boolean {
  for (const { field, wanted } of asked) {
    const value = member[field];
    if (!(typeof value === "string" ? wanted.has(value) : valuesOf(value).some((one) => wanted.has(one)))) return false;
  }
  return true;
}

/** A member has one class, and may be in several groups. */
export function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
