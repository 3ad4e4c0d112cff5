/**
 * Members with the figures of one window, read once.
 *
 * @internal
 */

import { participantKinds } from "../entities/catalogue.js";
import type { ChannelMember } from "../entities/channel-member.js";
import { at, checkChoice, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { type DecimalLike, exact } from "../kernel/decimal.js";
import { optional } from "../kernel/read.js";
import type { WindowFigures } from "./compile-programme.js";

export function readMember(value: unknown, path: string): ChannelMember {
  const fields = checkRecord(value, path);
  checkText(fields["id"], at(path, "id"));
  checkChoice(fields["kind"], at(path, "kind"), participantKinds);
  for (const name of ["memberClass", "territoryId", "level"]) optional(checkText)(fields[name], at(path, name));
  return value as ChannelMember;
}

export function readFigures(value: unknown, path: string): WindowFigures {
  const fields: Fields = checkRecord(value, path);
  const decimal = (given: unknown, place: string) => exact(given as DecimalLike, place);
  return {
    amount: decimal(fields["amount"], at(path, "amount")),
    quantity: decimal(fields["quantity"], at(path, "quantity")),
    baseline: optional(decimal)(fields["baseline"], at(path, "baseline")),
    quota: optional(decimal)(fields["quota"], at(path, "quota")),
  };
}
