package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** Such as {@code 66 devices move from Line 1 to Line 2. Go on?}. */
    static Question question(List<PlanItem> sent, boolean typeNumber) {
        Set<String> targets = new LinkedHashSet<>();
        sent.forEach(item -> targets.add(item.target().id()));
        String asking = typeNumber
                ? "Type the number of " + (allDevices(sent) ? "devices" : "things affected") + " to go on:"
                : "Go on?";
        return new Question(
                String.join(", ", statements(sent)) + ". " + asking,
                sent.stream().map(PlanWording::line).toList(),
                targets.size(),
                typeNumber);
    }

    private static List<String> statements(List<PlanItem> sent) {
        Map<String, List<PlanItem>> kinds = sent.stream()
                .collect(Collectors.groupingBy(PlanWording::predicate, LinkedHashMap::new, Collectors.toList()));
        if (kinds.size() > MOST_MOVES_SPELLED_OUT) {
            kinds = sent.stream()
                    .collect(Collectors.groupingBy(
                            PlanWording::shortPredicate, LinkedHashMap::new, Collectors.toList()));
        }
        List<String> statements = new ArrayList<>();
        kinds.forEach(
                (predicate, same) -> statements.add(things(same) + " " + conjugated(predicate, same.size() == 1)));
        return statements;
    }

    private static String predicate(PlanItem item) {
        if (item.change() instanceof Change.Assign || item.change() instanceof Change.Unassign) {
            return shortPredicate(item) + " from " + (item.fromName() == null ? "no group" : item.fromName())
                    + (item.change() instanceof Change.Assign assign
                            ? " to " + assign.to().name()
                            : "");
        }
        return shortPredicate(item) + (noun(item).equals("device") ? "" : " ");
    }

    private static String shortPredicate(PlanItem item) {
        if (item.change() instanceof Change.Assign) {
            return "move";
        }
        if (item.change() instanceof Change.Restart) {
            return "restart";
        }
        if (item.change() instanceof Change.Rename) {
            return "get another name";
        }
        return item.change() instanceof Change.Unassign ? "are unassigned" : "are removed";
    }

    private static String conjugated(String predicate, boolean single) {
        String text = predicate.strip();
        if (!single) {
            return text;
        }
        int verb = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        return text.startsWith("are ")
                ? "is" + text.substring(verb)
                : text.substring(0, verb) + "s" + text.substring(verb);
    }

    /** Such as {@code thermo-0001 (30000a…): Line 1 → Line 2}. */
    private static String line(PlanItem item) {
        String what = item.label()
                + (item.label().equals(item.target().id())
                        ? ""
                        : " (" + item.target().id() + ")");
        if (item.change() instanceof Change.Assign assign) {
            return what + ": " + from(item) + " → " + assign.to().name();
        }
        if (item.change() instanceof Change.Unassign) {
            return what + ": " + from(item) + " → " + UNASSIGNED;
        }
        if (item.change() instanceof Change.Rename rename) {
            return what + ": new name " + (Verdicts.sameName(rename.name(), null) ? "cleared" : rename.name());
        }
        return what + ": " + verb(item.change());
    }

    static String from(PlanItem item) {
        return item.fromName() == null ? UNASSIGNED : item.fromName();
    }

    static String verb(Change change) {
        if (change instanceof Change.Assign) {
            return "move";
        }
        if (change instanceof Change.Unassign) {
            return "unassign";
        }
        if (change instanceof Change.Restart) {
            return "restart";
        }
        return change instanceof Change.Rename ? "rename" : "remove";
    }

    private static String noun(PlanItem item) {
        return switch (item.target().type()) {
            case Device.TYPE -> "device";
            case Product.TYPE -> "product";
            default -> "group";
        };
    }

    /** Devices are counted; a single group or product goes by its name. */
    private static String things(List<PlanItem> same) {
        String noun = noun(same.get(0));
        if (same.size() == 1) {
            return noun.equals("device") ? "1 device" : noun + " " + same.get(0).label();
        }
        return count(same.size(), noun);
    }

    private static boolean allDevices(List<PlanItem> items) {
        return items.stream().allMatch(item -> noun(item).equals("device"));
    }

    /** Such as {@code 1,250 devices}. */
    static String count(int number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
