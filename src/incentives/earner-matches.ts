import type { ChannelMember } from "../entities/channel-member.js";
import type { EarnerFilter } from "./programme.js";

/** Whether a member is in every list of a filter that is there; one without the attribute is in none. @internal */
export function earnerMatches(filter: EarnerFilter, member: ChannelMember): boolean {
  const isIn = (list: readonly string[] | undefined, value: string | undefined) =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    isIn(filter.kinds, member.kind) &&
    isIn(filter.memberClasses, member.memberClass) &&
    (filter.groupIds === undefined || filter.groupIds.some((id) => member.groupIds?.includes(id))) &&
    isIn(filter.territoryIds, member.territoryId) &&
    isIn(filter.levels, member.level) &&
    isIn(filter.memberIds, member.id)
  );
}
