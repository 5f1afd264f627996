package io.impsh.bulk;

import java.util.List;

/**
 * One of the parts that a plan is applied in.
 *
 * @param number from 1 on
 * @param waves how many there are
 * @param items in the order in which they are sent
 */
record Wave(int number, int waves, List<PlanItem> items) {
    /** Such as {@code wave 2 of 3}. */
    String name() {
        return "wave " + number + " of " + waves;
    }
}
