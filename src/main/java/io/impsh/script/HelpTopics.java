package io.impsh.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The concepts that help explains, read from {@code topics.txt} beside this class: {@code ==} begins a topic, and its
 * title and text follow; {@code ##} begins a section with {@code - name: text} entries; {@code >} is a line of the
 * example.
 */
final class HelpTopics {
    /** Where a member or a type has a concept behind it. */
    private static final Map<String, List<String>> BEHIND = Map.ofEntries(
            Map.entry("where", List.of("filters")),
            Map.entry("get", List.of("names")),
            Map.entry("find", List.of("names")),
            Map.entry("select", List.of("output")),
            Map.entry("apply", List.of("plans", "waves", "production")),
            Map.entry("assignTo", List.of("plans")),
            Map.entry("assign", List.of("plans")),
            Map.entry("reassignTo", List.of("plans")),
            Map.entry("unassign", List.of("plans", "production")),
            Map.entry("unassignAll", List.of("plans", "production")),
            Map.entry("remove", List.of("plans")),
            Map.entry("stream", List.of("logs")),
            Map.entry("run", List.of("scripts")),
            Map.entry("load", List.of("scripts", "files")),
            Map.entry("sleep", List.of("times")),
            Map.entry("watch", List.of("watching")),
            Map.entry("it", List.of("paging/it")),
            Map.entry("limit", List.of("paging/it")),
            Map.entry("print", List.of("output")),
            Map.entry("table", List.of("output")),
            Map.entry("Devices", List.of("filters", "names", "plans")),
            Map.entry("DeviceGroups", List.of("filters", "names")),
            Map.entry("Products", List.of("filters", "names")),
            Map.entry("Deployments", List.of("filters", "names")),
            Map.entry("Plan", List.of("plans", "waves", "production")),
            Map.entry("Plans", List.of("plans")),
            Map.entry("JournalledPlan", List.of("plans")),
            Map.entry("Report", List.of("plans")),
            Map.entry("Scripts", List.of("scripts")),
            Map.entry("Logs", List.of("logs")),
            Map.entry("LogStream", List.of("logs")),
            Map.entry("Files", List.of("files")),
            Map.entry("Profile", List.of("unlock/safety", "production")));

    /** Types whose members are called like those of entities and mean something else. */
    private static final Set<String> NOT_OF_THE_CLOUD = Set.of(
            "Logs", "LogStream", "Project", "Files", "Plan", "Plans", "Scripts", "JournalledPlan", "Report", "Console");

    /** Read when they are asked for the first time: most sessions never do. */
    private static final class Loaded {
        static final List<HelpTopic> TOPICS = parse(text());
    }

    private HelpTopics() {}

    static List<HelpTopic> all() {
        return Loaded.TOPICS;
    }

    static List<String> names() {
        return all().stream().map(HelpTopic::name).toList();
    }

    /** The topics to read on in from a member or a type. */
    static List<String> behind(String name) {
        return BEHIND.getOrDefault(name, List.of());
    }

    static List<String> behind(MemberDoc doc) {
        return behind(NOT_OF_THE_CLOUD.contains(doc.owner()) ? doc.owner() : doc.name());
    }

    private static String text() {
        try (InputStream resource = HelpTopics.class.getResourceAsStream("topics.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<HelpTopic> parse(String text) {
        List<HelpTopic> topics = new ArrayList<>();
        for (String part : text.split("(?m)^== ")) {
            if (!part.isBlank()) {
                topics.add(topic(part.lines().toList()));
            }
        }
        return List.copyOf(topics);
    }

    private static HelpTopic topic(List<String> lines) {
        List<String> text = new ArrayList<>();
        List<String> example = new ArrayList<>();
        List<HelpPage.Section> sections = new ArrayList<>();
        List<String> see = List.of();
        for (String line : lines.subList(2, lines.size())) {
            if (line.startsWith("## ")) {
                sections.add(new HelpPage.Section(line.substring(3), new ArrayList<>()));
            } else if (line.startsWith("- ")) {
                sections.get(sections.size() - 1).entries().add(entry(line.substring(2)));
            } else if (line.startsWith("> ")) {
                example.add(line.substring(2));
            } else if (line.startsWith("see: ")) {
                see = List.of(line.substring(5).split(", "));
            } else if (!line.isBlank()) {
                text.add(line);
            }
        }
        return new HelpTopic(
                lines.get(0), lines.get(1), String.join("\n", text), sections, String.join("\n", example), see);
    }

    private static HelpPage.Entry entry(String line) {
        int colon = line.indexOf(": ");
        return new HelpPage.Entry(line.substring(0, colon), line.substring(colon + 2));
    }
}
