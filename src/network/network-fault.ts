import { type EntityCode, entityMessages } from "../entities/messages.js";
import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { type NetworkCode, networkMessages } from "./messages.js";

/** @internal */
export const networkFault: FaultMaker<NetworkCode | EntityCode | KernelCode> = faultsOf<NetworkCode | EntityCode | KernelCode>({
  ...kernelMessages,
  ...entityMessages,
  ...networkMessages,
});
