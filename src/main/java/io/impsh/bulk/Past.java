package io.impsh.bulk;

import java.util.List;
import java.util.Set;

/**
 * What earlier runs of a plan have left behind.
 *
 * @param settled items that have their outcome
 * @param sent items that were sent, or may have been, and have none; by identity
 */
record Past(List<ItemResult> settled, Set<PlanItem> sent) {
    static final Past NONE = new Past(List.of(), Set.of());
}
