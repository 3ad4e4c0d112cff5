/**
 * The faults of this folder.
 *
 * @internal
 */
import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { type AgreementCode, agreementMessages } from "./messages.js";

export const agreementFault: FaultMaker<AgreementCode | KernelCode> = faultsOf<AgreementCode | KernelCode>({
  ...kernelMessages,
  ...agreementMessages,
});
