import type { EngineCode } from "../engine/messages.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import type { AdmissionCode } from "./messages.js";

/** How grave a remark is: the policy is refused, it departs from the texts, or something in it is not agreed yet. */
export const remarkSeverities = ["fault", "warning", "unset"] as const;
/** See `remarkSeverities`. */
export type RemarkSeverity = (typeof remarkSeverities)[number];

/** A remark on a policy. */
export interface AdmissionPolicyRemark extends PlacedMessage<AdmissionCode | EngineCode | KernelCode> {
  /** How grave it is. */
  readonly severity: RemarkSeverity;
}
