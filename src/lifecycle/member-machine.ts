import type { Machine } from "../engine/machine.js";
import { levelLifecycle } from "./level-lifecycle.js";
import { type MemberTypes, memberKit } from "./member-kit.js";
import type { MemberPlace } from "./member-state.js";
import { relationshipLifecycle } from "./relationship-lifecycle.js";
import { standingLifecycle } from "./standing-lifecycle.js";

/**
 * The life of a channel member in three regions: relationship, level and standing. For `renderMachine`, `exportMachine` and
 * `checkMachine`; the verbs of this folder move it.
 */
export const memberMachine: Machine<MemberTypes, MemberPlace> = memberKit.defineRegions(
  "member",
  { en: "Channel member", zh: "渠道成员" },
  { relationship: relationshipLifecycle, level: levelLifecycle, standing: standingLifecycle },
);
