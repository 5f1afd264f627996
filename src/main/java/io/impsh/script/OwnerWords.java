package io.impsh.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How users write the owner of a member: {@code devices} for the type Devices, {@code device} for Device. */
final class OwnerWords {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("ReportItems", "report.failed"),
            Map.entry("JournalledPlan", "plans.show(id)"),
            Map.entry("BuildDiff", "build.diff(other)"),
            Map.entry("LogStream", "stream"),
            Map.entry("LogEntry", "entry"),
            Map.entry("HistoryEntry", "entry"),
            Map.entry("DeviceGroup", "group"),
            Map.entry("Deployment", "build"),
            Map.entry("DeviceGroups", "groups"),
            Map.entry("Deployments", "builds"));

    /** Other words that people may use for a type. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "groups", List.of("DeviceGroups", "DeviceGroupQuery"),
            "deviceGroups", List.of("DeviceGroups", "DeviceGroupQuery"),
            "builds", List.of("Deployments", "DeploymentQuery"),
            "deployments", List.of("Deployments", "DeploymentQuery"),
            "me", List.of("Account"));

    private OwnerWords() {}

    static String of(String typeName) {
        for (EntityKind<?> kind : EntityKinds.ALL) {
            if (typeName.equals(HostTypes.queryName(kind))) {
                return kind.collection() + ".where({…})";
            }
        }
        return OTHERS.getOrDefault(typeName, lowerFirst(typeName));
    }

    /** Such as {@code devices.where(filter)}; a global name stands alone. */
    static String path(MemberDoc doc, String member) {
        return doc.owner().equals("Globals") ? member : of(doc.owner()) + "." + member;
    }

    /** Whether a type is what the user called so, in whatever case. */
    static boolean means(String word, String typeName) {
        return word.equalsIgnoreCase(typeName)
                || word.equalsIgnoreCase(of(typeName))
                || ALIASES.entrySet().stream()
                        .anyMatch(alias -> alias.getKey().equalsIgnoreCase(word)
                                && alias.getValue().contains(typeName));
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
