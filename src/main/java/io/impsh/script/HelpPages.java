package io.impsh.script;

import io.impsh.UserException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.graalvm.polyglot.Value;

/** Makes pages of help from the registry. */
final class HelpPages {
    private final Registry registry;
    private final Host host;

    HelpPages(Registry registry, Host host) {
        this.registry = registry;
        this.host = host;
    }

    /** What {@code x.help()} returns. */
    Object show(HostObject<?> object) {
        return new HelpObject(page(object.type()));
    }

    Object show(BoundMethod<?> method) {
        return new HelpObject(page(method.doc()));
    }

    /** What {@code help(x)} returns. */
    Object about(Value topic) {
        if (topic == null) {
            return new HelpObject(overview());
        }
        if (topic.isProxyObject() && topic.asProxyObject() instanceof HostObject<?> object) {
            return show(object);
        }
        if (topic.isProxyObject() && topic.asProxyObject() instanceof BoundMethod<?> method) {
            return show(method);
        }
        if (topic.isString()) {
            return new HelpObject(named(topic.asString()));
        }
        throw new UserException(
                "USAGE", "there is no help on " + host.values().describe(topic), "help() lists what there is");
    }

    private HelpPage named(String topic) {
        HostType<?> type = registry.type(topic);
        if (type != null) {
            return page(type);
        }
        List<String> known = new ArrayList<>(registry.typeNames());
        for (HostType<?> each : registry.types()) {
            for (MemberDoc doc : each.docs()) {
                if (doc.name().equals(topic) || (each.name() + "." + doc.name()).equals(topic)) {
                    return page(doc);
                }
                known.add(doc.name());
            }
        }
        throw new UserException(
                "USAGE",
                "there is no help on '" + topic + "'" + Nearest.question(topic, known),
                "help() lists what there is");
    }

    /** What {@code help('…')} knows, each once: globals, types, members. */
    List<String> topics() {
        Set<String> topics = new LinkedHashSet<>();
        registry.globals().docs().forEach(doc -> topics.add(doc.name()));
        topics.addAll(registry.typeNames());
        registry.types().forEach(type -> type.docs().forEach(doc -> topics.add(doc.name())));
        return List.copyOf(topics);
    }

    HelpPage overview() {
        return new HelpPage(
                "impsh",
                null,
                "Everything here is JavaScript, and calls return values at once: no await is needed. help(x) tells"
                        + " about a value, a method or a name.",
                List.of(
                        section("Objects", registry.globals().docs(), MemberDoc.Kind.PROPERTY),
                        section("Functions", registry.globals().docs(), MemberDoc.Kind.METHOD)),
                "devices.where({group: 'Line 1', online: true}).count()");
    }

    HelpPage page(HostType<?> type) {
        List<HelpPage.Section> sections = new ArrayList<>();
        sections.add(section("Properties", type.docs(), MemberDoc.Kind.PROPERTY));
        sections.add(section("Related", type.docs(), MemberDoc.Kind.RELATION));
        sections.add(section("Methods", type.docs(), MemberDoc.Kind.METHOD));
        sections.removeIf(section -> section.entries().isEmpty());
        return new HelpPage(type.name(), null, type.text(), sections, null);
    }

    HelpPage page(MemberDoc doc) {
        List<HelpPage.Section> sections = new ArrayList<>();
        if (!doc.arguments().isEmpty()) {
            sections.add(new HelpPage.Section("Arguments", arguments(doc)));
        }
        return new HelpPage(
                doc.owner().equals("Globals") ? doc.name() : doc.owner() + "." + doc.name(),
                doc.synopsis() + ": " + doc.returns(),
                doc.text(),
                sections,
                doc.example());
    }

    private static List<HelpPage.Entry> arguments(MemberDoc doc) {
        List<HelpPage.Entry> entries = new ArrayList<>();
        for (Argument argument : doc.arguments()) {
            if (argument.options().isEmpty()) {
                entries.add(new HelpPage.Entry(argument.synopsis(), argument.type() + ": " + argument.text()));
            }
            for (Argument key : argument.options()) {
                entries.add(new HelpPage.Entry("{" + key.name() + "}", key.type() + ": " + key.text()));
            }
        }
        return entries;
    }

    private static HelpPage.Section section(String title, List<MemberDoc> docs, MemberDoc.Kind kind) {
        return new HelpPage.Section(
                title,
                docs.stream()
                        .filter(doc -> doc.kind() == kind)
                        .map(doc -> new HelpPage.Entry(doc.synopsis(), lowerFirst(doc.summary())))
                        .toList());
    }

    private static String lowerFirst(String text) {
        return text.length() > 1 && Character.isLowerCase(text.charAt(1))
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }
}
