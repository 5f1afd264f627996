package io.impsh.output;

import io.impsh.bulk.Change;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanItem;
import io.impsh.bulk.PlanSummary;
import io.impsh.bulk.Report;
import io.impsh.bulk.WebhookFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plans and reports as trees, for JSON. Secrets that a change carries stay out. */
final class PlanTree {
    private PlanTree() {}

    static Map<String, Object> of(Plan plan) {
        return plan(plan.id(), plan.summary(), plan.items());
    }

    static Map<String, Object> of(Report report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", report.id());
        tree.put("title", report.plan().title());
        report.counts().forEach((outcome, count) -> tree.put(word(outcome), count));
        tree.put("seconds", report.took().toMillis() / 1000.0);
        tree.put("stopped", report.stopped());
        tree.put(
                "stillMatching",
                report.stillMatching().isPresent() ? report.stillMatching().getAsInt() : null);
        tree.put("items", report.all().stream().map(PlanTree::result).toList());
        return tree;
    }

    static Map<String, Object> of(JournalledPlan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", plan.id());
        tree.put("title", plan.title());
        tree.put("status", word(plan.status()));
        tree.put("begunAt", plan.begunAt());
        tree.put("endedAt", plan.endedAt());
        tree.put("who", plan.author().who());
        tree.put("profile", plan.author().profile());
        tree.put("program", plan.author().program());
        tree.put("endpoint", plan.home().endpoint());
        tree.put("stopped", plan.report().stopped());
        tree.put("items", plan.report().all().stream().map(PlanTree::journalled).toList());
        return tree;
    }

    private static Map<String, Object> journalled(ItemResult result) {
        Map<String, Object> tree = result(result);
        tree.put("outcome", outcomeSoFar(result));
        return tree;
    }

    /** Of a plan that can be gone on with: {@code null} for what is left. */
    static String outcomeSoFar(ItemResult result) {
        return result.notStarted() ? null : word(result.outcome());
    }

    static String outcome(ItemResult result) {
        return word(result.outcome());
    }

    static Map<String, Object> plan(String id, PlanSummary summary, List<PlanItem> items) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("title", summary.title());
        tree.put("moves", summary.moves().stream().map(PlanTree::move).toList());
        tree.put("removals", summary.removals());
        tree.put("leftAlone", summary.leftAlone());
        tree.put("doubtful", summary.doubtful());
        tree.put("foreign", summary.foreign());
        tree.put("sent", summary.sent());
        tree.put("requests", summary.requests());
        tree.put("seconds", summary.estimate().toMillis() / 1000.0);
        tree.put("items", items.stream().map(PlanTree::planned).toList());
        return tree;
    }

    static Map<String, Object> result(ItemResult result) {
        Map<String, Object> tree = item(result.item());
        tree.put("outcome", outcome(result));
        tree.put("reason", result.reason());
        if (result.created() != null) {
            tree.put("created", result.created().id());
        }
        return tree;
    }

    /** What an outcome or verdict is called in output. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Where the target goes, or what it becomes: a group, a name, tags, an address; {@code null} when it is nothing of that. */
    static String destination(Change change) {
        if (change instanceof Change.Assign assign) {
            return assign.to().name();
        }
        if (change instanceof Change.Copy copy) {
            return copy.to().name();
        }
        if (change instanceof Change.Retag retag) {
            return String.join(", ", retag.to());
        }
        WebhookFacts facts = facts(change);
        if (facts != null) {
            return facts.url();
        }
        return change instanceof Change.Rename rename ? rename.name() : null;
    }

    private static WebhookFacts facts(Change change) {
        if (change instanceof Change.CreateWebhook create) {
            return create.facts();
        }
        return change instanceof Change.UpdateWebhook update ? update.to() : null;
    }

    private static Map<String, Object> planned(PlanItem item) {
        Map<String, Object> tree = item(item);
        tree.put("verdict", word(item.verdict().kind()));
        tree.put("reason", item.verdict().reason());
        return tree;
    }

    private static Map<String, Object> item(PlanItem item) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", item.target().type());
        tree.put("id", item.target().id());
        tree.put("name", item.targetName());
        tree.put("change", word(item.change()));
        tree.put("from", item.from() == null ? null : reference(item.from().id(), item.fromName()));
        addTo(tree, item.change());
        return tree;
    }

    /** Such as {@code assign} or {@code createWebhook}. */
    private static String word(Change change) {
        String name = change.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static void addTo(Map<String, Object> tree, Change change) {
        WebhookFacts facts = facts(change);
        if (change instanceof Change.Assign assign) {
            tree.put("to", reference(assign.to().id(), assign.to().name()));
        } else if (change instanceof Change.Copy copy) {
            tree.put("to", reference(copy.to().id(), copy.to().name()));
            tree.put("all", copy.all());
        } else if (change instanceof Change.Rename rename) {
            tree.put("newName", rename.name());
        } else if (change instanceof Change.Retag retag) {
            tree.put("oldTags", retag.from());
            tree.put("newTags", retag.to());
        } else if (facts != null) {
            tree.put("url", facts.url());
            tree.put("event", facts.event());
            tree.put("contentType", facts.contentType());
        }
    }

    private static Map<String, Object> reference(String id, String name) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("name", name);
        return tree;
    }

    private static Map<String, Object> move(PlanSummary.Move move) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", move.fromName());
        tree.put("to", move.toName());
        tree.put("count", move.count());
        return tree;
    }
}
