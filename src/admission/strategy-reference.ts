import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import { checkChoice, checkList, checkRecord, checkText } from "../kernel/check.js";
import type { Words } from "../kernel/message.js";

/** The channel strategy that recruiting serves, as far as recruiting reads it. */
export interface StrategyReference {
  /** The host's identifier of the strategy. Not empty. */
  readonly id: string;
  /** What its members may be. A candidate of another kind is off strategy, however good. */
  readonly allowedKinds: readonly ParticipantKind[];
  /** The direction that market research set for building the channel. Absent: not stated. */
  readonly direction?: Words | undefined;
}

/** @internal */
export function readStrategy(strategy: unknown, path: string): StrategyReference {
  const { id, allowedKinds, ...rest } = checkRecord(strategy, path) as unknown as StrategyReference;
  return {
    ...rest,
    id: checkText(id, `${path}.id`),
    allowedKinds: checkList(allowedKinds, `${path}.allowedKinds`).map((kind, i) => {
      return checkChoice(kind, `${path}.allowedKinds[${i}]`, participantKinds);
    }),
  };
}
