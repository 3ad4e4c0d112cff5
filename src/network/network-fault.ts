import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import { networkFaultMessages } from "./fault-messages.js";

/** Faults that only this folder has; those of the kernel are thrown by the kernel. @internal */
export const networkFault: FaultMaker<keyof typeof networkFaultMessages> = faultsOf(networkFaultMessages);
