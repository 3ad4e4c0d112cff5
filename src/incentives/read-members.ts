/**
 * Members, read once.
 *
 * @internal
 */

import { participantKinds } from "../entities/catalogue.js";
import type { ChannelMember } from "../entities/channel-member.js";
import { at, checkChoice, checkRecord, checkText, checkTexts } from "../kernel/check.js";
import { optional } from "../kernel/read.js";

export function readMember(value: unknown, path: string): ChannelMember {
  const fields = checkRecord(value, path);
  checkText(fields["id"], at(path, "id"));
  checkChoice(fields["kind"], at(path, "kind"), participantKinds);
  for (const name of ["memberClass", "territoryId", "level"]) optional(checkText)(fields[name], at(path, name));
  optional(checkTexts)(fields["groupIds"], at(path, "groupIds"));
  return value as ChannelMember;
}
