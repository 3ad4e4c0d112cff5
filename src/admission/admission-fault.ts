import { type EngineCode, engineMessages } from "../engine/messages.js";
import { faultsOf } from "../kernel/fault.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { type AdmissionCode, admissionMessages } from "./messages.js";

/** @internal */
export const admissionFault = faultsOf<AdmissionCode | EngineCode | KernelCode>({
  ...kernelMessages,
  ...engineMessages,
  ...admissionMessages,
});
