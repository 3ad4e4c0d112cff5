import { agentsAreSeldomBypassed } from "./checks/agents-are-seldom-bypassed.js";
import { dutiesHaveRelations } from "./checks/duties-have-relations.js";
import { endsAreKnown } from "./checks/ends-are-known.js";
import { everybodyIsConnected } from "./checks/everybody-is-connected.js";
import type { StructureCheck } from "./checks/finding.js";
import { flowsArePermitted } from "./checks/flows-are-permitted.js";
import { goodsReachConsumers } from "./checks/goods-reach-consumers.js";
import { goodsReachEverybody } from "./checks/goods-reach-everybody.js";
import { goodsRunInNoCircle } from "./checks/goods-run-in-no-circle.js";
import { idsAreUnique } from "./checks/ids-are-unique.js";
import { officesSuperviseAtHome } from "./checks/offices-supervise-at-home.js";
import { oneSource } from "./checks/one-source.js";
import { organisationsMatch } from "./checks/organisations-match.js";
import { referencesAreKnown } from "./checks/references-are-known.js";
import { territoriesFormTree } from "./checks/territories-form-tree.js";

/** The checks in force, in reporting order. Their words are `network.check.<name>`. @internal */
export const structureChecks: readonly (readonly [name: string, check: StructureCheck])[] = [
  ["ids_unique", idsAreUnique],
  ["ends_known", endsAreKnown],
  ["references_known", referencesAreKnown],
  ["territories_tree", territoriesFormTree],
  ["organisations_match", organisationsMatch],
  ["one_source", oneSource],
  ["flows_permitted", flowsArePermitted],
  ["no_orphan", goodsReachEverybody],
  ["no_dead_end", goodsReachConsumers],
  ["no_goods_cycle", goodsRunInNoCircle],
  ["all_connected", everybodyIsConnected],
  ["offices_at_home", officesSuperviseAtHome],
  ["agents_not_bypassed", agentsAreSeldomBypassed],
  ["duties_served", dutiesHaveRelations],
];
