package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sentences in which plans are spoken of. Everything counts only what will be sent. */
final class PlanWording {
    static final String UNASSIGNED = "unassigned";

    private static final int MOST_MOVES_SPELLED_OUT = 3;

    private PlanWording() {}

    /** Such as {@code unassign 75 devices, remove group Line 1}, or {@code nothing} when nothing will be sent. */
    static String title(List<PlanItem> items, String nothing) {
        Map<String, List<PlanItem>> kinds = items.stream()
                .filter(item -> item.verdict().sent())
                .collect(Collectors.groupingBy(
                        item -> verb(item.change()) + noun(item), LinkedHashMap::new, Collectors.toList()));
        if (kinds.isEmpty()) {
            return nothing;
        }
        return kinds.values().stream()
                .map(same -> verb(same.get(0).change()) + " " + things(same))
                .collect(Collectors.joining(", "));
    }

    /**
     * Such as {@code 66 devices move from Line 1 to Line 2. Go on?}.
     *
     * @param webhooks how many disappear with what is removed
     */
    static Question question(List<PlanItem> sent, int webhooks, boolean typeNumber) {
        Set<String> targets = new LinkedHashSet<>();
        sent.forEach(item -> targets.add(item.target().id()));
        String asking = typeNumber
                ? "Type the number of "
                        + (allDevices(sent)
                                ? "devices"
                                : "all things affected, " + CountedNoun.number(targets.size()) + ",")
                        + " to go on:"
                : "Go on?";
        return new Question(
                String.join(", ", statements(sent, webhooks)) + ". " + asking,
                sent.stream().map(PlanWording::line).toList(),
                targets.size(),
                typeNumber);
    }

    private static List<String> statements(List<PlanItem> sent, int webhooks) {
        Map<Statement, List<PlanItem>> kinds = grouped(sent, PlanWording::predicate);
        if (kinds.size() > MOST_MOVES_SPELLED_OUT) {
            kinds = grouped(sent, PlanWording::shortPredicate);
        }
        List<String> statements = new ArrayList<>();
        kinds.forEach((statement, same) ->
                statements.add(things(same) + " " + conjugated(statement.predicate(), same.size() == 1)));
        if (webhooks > 0) {
            statements.add(CountedNoun.of(webhooks, "webhook") + (webhooks == 1 ? " disappears" : " disappear"));
        }
        return statements;
    }

    private record Statement(String noun, String predicate) {}

    private static Map<Statement, List<PlanItem>> grouped(List<PlanItem> sent, Function<PlanItem, String> predicate) {
        return sent.stream()
                .collect(Collectors.groupingBy(
                        item -> new Statement(noun(item), predicate.apply(item)),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Such as {@code builds unflagged} with their number, in the order of the plan. */
    static Map<String, Integer> removals(List<PlanItem> sent, int webhooks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<Statement, List<PlanItem>> kinds = grouped(
                sent.stream().filter(item -> isCounted(item.change())).toList(),
                item -> ChangeWords.of(item.change()).result());
        kinds.forEach((statement, same) ->
                counts.put(statement.noun() + (same.size() == 1 ? " " : "s ") + statement.predicate(), same.size()));
        if (webhooks > 0) {
            counts.put((webhooks == 1 ? "webhook" : "webhooks") + " disappearing with a group", webhooks);
        }
        return counts;
    }

    /** What the title alone does not say, and what does not go from one to another. */
    private static boolean isCounted(Change change) {
        return change instanceof Change.Remove
                || change instanceof Change.Flag
                || change instanceof Change.Unflag
                || change instanceof Change.Retag
                || change instanceof Change.CreateWebhook;
    }

    private static String predicate(PlanItem item) {
        String from = item.fromName() == null ? "no group" : item.fromName();
        if (item.change() instanceof Change.Assign assign) {
            return shortPredicate(item) + " from " + from + " to " + assign.to().name();
        }
        if (item.change() instanceof Change.Unassign) {
            return shortPredicate(item) + " from " + from;
        }
        if (item.change() instanceof Change.Copy copy) {
            return shortPredicate(item) + " to " + copy.to().name();
        }
        return shortPredicate(item);
    }

    private static String shortPredicate(PlanItem item) {
        return ChangeWords.of(item.change()).predicate();
    }

    private static String conjugated(String predicate, boolean single) {
        if (!single) {
            return predicate;
        }
        int verb = predicate.indexOf(' ') < 0 ? predicate.length() : predicate.indexOf(' ');
        return predicate.startsWith("are ")
                ? "is" + predicate.substring(verb)
                : predicate.substring(0, verb) + "s" + predicate.substring(verb);
    }

    /** Such as {@code thermo-0001 (30000a…): Line 1 → Line 2}. */
    private static String line(PlanItem item) {
        String what = item.label()
                + (item.label().equals(item.target().id())
                        ? ""
                        : " (" + item.target().id() + ")");
        if (item.change() instanceof Change.Rename rename) {
            return what + ": new name " + (Verdicts.sameName(rename.name(), null) ? "cleared" : rename.name());
        }
        if (item.change() instanceof Change.CreateWebhook create) {
            return what + ": new webhook for " + create.facts().event() + ", "
                    + create.facts().url();
        }
        String to = to(item.change());
        return what + ": " + (to == null ? verb(item.change()) : from(item) + " → " + to);
    }

    /** Where it starts from: a group, tags, a webhook's address. */
    static String from(PlanItem item) {
        if (item.change() instanceof Change.Retag retag) {
            return ChangeWords.tags(retag.from());
        }
        if (item.change() instanceof Change.UpdateWebhook update) {
            return ChangeWords.facts(update.from(), update.to());
        }
        if (item.fromName() != null) {
            return item.fromName();
        }
        return item.change() instanceof Change.Copy ? "no group" : UNASSIGNED;
    }

    /** Where it goes from there; {@code null} when it goes nowhere. */
    static String to(Change change) {
        if (change instanceof Change.Assign assign) {
            return assign.to().name();
        }
        if (change instanceof Change.Unassign) {
            return UNASSIGNED;
        }
        if (change instanceof Change.Copy copy) {
            return copy.to().name();
        }
        if (change instanceof Change.Retag retag) {
            return ChangeWords.tags(retag.to());
        }
        return change instanceof Change.UpdateWebhook update ? ChangeWords.facts(update.to(), update.from()) : null;
    }

    static String verb(Change change) {
        return ChangeWords.of(change).verb();
    }

    private static String noun(PlanItem item) {
        return switch (item.target().type()) {
            case Device.TYPE -> "device";
            case Product.TYPE -> "product";
            case Deployment.TYPE -> "build";
            case Webhook.TYPE -> "webhook";
            default -> "group";
        };
    }

    /** Devices are counted; a single group or product goes by its name. */
    private static String things(List<PlanItem> same) {
        String noun = noun(same.get(0));
        if (same.size() == 1) {
            return noun.equals("device") ? "1 device" : noun + " " + same.get(0).label();
        }
        return CountedNoun.of(same.size(), noun);
    }

    private static boolean allDevices(List<PlanItem> items) {
        return items.stream().allMatch(item -> noun(item).equals("device"));
    }
}
