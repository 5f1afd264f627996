package io.impsh.bulk;

import java.util.List;

/** The sentences in which plans are spoken of. */
final class PlanWording {
    private PlanWording() {}

    static String title(List<PlanItem> items, String nothing) {
        throw new UnsupportedOperationException("not built yet");
    }
}
