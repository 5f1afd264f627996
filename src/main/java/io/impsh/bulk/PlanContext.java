package io.impsh.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * What a summary needs beyond the items.
 *
 * @param ownAccount id of the account that is logged in, or {@code null} if the plan had no need to ask
 * @param accountNames name by id, of the other accounts in the plan
 * @param requestsPerSecond the present limit
 */
record PlanContext(String ownAccount, Map<String, String> accountNames, DoubleSupplier requestsPerSecond) {
    PlanSummary summary(String title, List<PlanItem> items) {
        throw new UnsupportedOperationException("not built yet");
    }
}
