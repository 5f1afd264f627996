package io.impsh.script;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Report;
import java.util.List;

/** The items of a report that ended in one way. */
record ReportItems(Report report, List<ItemResult> results) {}
