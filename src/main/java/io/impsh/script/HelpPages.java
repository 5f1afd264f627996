package io.impsh.script;

import io.impsh.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        if (topic == null || isHelpItself(topic)) {
            return new HelpObject(overview());
        }
        if (topic.isProxyObject() && topic.asProxyObject() instanceof HostObject<?> object) {
            return show(object);
        }
        if (topic.isProxyObject() && topic.asProxyObject() instanceof BoundMethod<?> method) {
            return show(method);
        }
        if (topic.isString()) {
            return new HelpObject(new HelpFinder(registry, this, host.scripts(), host.io()).page(topic.asString()));
        }
        throw new UserException(
                "USAGE",
                "there is no help on " + host.values().describe(topic),
                "give it a thing such as devices, a method such as devices.where, or a name such as 'plans'");
    }

    /** {@code help(help)} is asked by those who want to know what there is. */
    private static boolean isHelpItself(Value topic) {
        return topic.isProxyObject()
                && topic.asProxyObject() instanceof BoundMethod<?> method
                && method.doc().owner().equals("Globals")
                && method.doc().name().equals("help");
    }

    HelpPage overview() {
        return new HelpPage(
                "impsh",
                null,
                "Everything here is JavaScript, and calls return values at once: no await is needed. help(x) tells"
                        + " about a value or a method, help('name') about a name, a topic or a saved script; at the prompt"
                        + " .help lists the commands with a dot.",
                List.of(
                        section("Objects", registry.globals().docs(), MemberDoc.Kind.PROPERTY),
                        section("Functions", registry.globals().docs(), MemberDoc.Kind.METHOD),
                        new HelpPage.Section(
                                "Topics, as in help('plans')",
                                HelpTopics.all().stream()
                                        .map(topic ->
                                                new HelpPage.Entry(topic.name(), HelpTopic.lowerFirst(topic.title())))
                                        .toList())),
                "devices.where({group: 'Line 1', online: true}).count()");
    }

    /** Every name that {@code help('…')} knows, for completion: concepts first, then globals, types and their members. */
    static List<String> topics(Registry registry) {
        Stream<String> members = registry.types().stream()
                .filter(type -> !type.name().endsWith("Query"))
                .flatMap(type -> Stream.concat(
                        type.name().equals("Globals") ? Stream.of() : Stream.of(type.name()),
                        type.docs().stream().map(doc -> OwnerWords.path(doc, doc.name()))));
        return Stream.concat(HelpTopics.names().stream(), members).distinct().toList();
    }

    HelpPage page(HostType<?> type) {
        List<HelpPage.Section> sections = new ArrayList<>();
        sections.add(section("Properties", type.docs(), MemberDoc.Kind.PROPERTY));
        sections.add(section("Related", type.docs(), MemberDoc.Kind.RELATION));
        sections.add(section("Methods", type.docs(), MemberDoc.Kind.METHOD));
        sections.removeIf(section -> section.entries().isEmpty());
        sections.addAll(seeAlso(HelpTopics.behind(type.name())));
        return new HelpPage(type.name(), null, type.text(), sections, null);
    }

    /** The page of one member; needs nothing but its description. */
    static HelpPage page(MemberDoc doc) {
        return page(doc, List.of());
    }

    /** @param others members of the same name elsewhere */
    static HelpPage page(MemberDoc doc, List<String> others) {
        List<HelpPage.Section> sections = new ArrayList<>();
        if (!doc.arguments().isEmpty()) {
            sections.add(new HelpPage.Section("Arguments", arguments(doc)));
        }
        sections.addAll(FilterHelp.sections(doc));
        sections.addAll(seeAlso(
                Stream.concat(HelpTopics.behind(doc).stream(), others.stream()).toList()));
        return new HelpPage(
                OwnerWords.path(doc, doc.name()),
                OwnerWords.path(doc, doc.synopsis()) + ": " + doc.returns(),
                sentence(doc.text()),
                sections,
                doc.example());
    }

    static List<HelpPage.Section> seeAlso(List<String> names) {
        return names.isEmpty()
                ? List.of()
                : List.of(new HelpPage.Section(
                        "See also",
                        names.stream()
                                .map(name -> new HelpPage.Entry("help('" + name + "')", title(name)))
                                .toList()));
    }

    private static String title(String topic) {
        return HelpTopics.all().stream()
                .filter(one -> one.name().equals(topic))
                .findFirst()
                .map(one -> HelpTopic.lowerFirst(one.title()))
                .orElse("");
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? text : text + ".";
    }

    private static List<HelpPage.Entry> arguments(MemberDoc doc) {
        List<HelpPage.Entry> entries = new ArrayList<>();
        for (Argument argument : doc.arguments()) {
            if (argument.options().isEmpty()) {
                entries.add(new HelpPage.Entry(argument.synopsis(), argument.type() + ": " + text(doc, argument)));
            }
            for (Argument key : argument.options()) {
                entries.add(new HelpPage.Entry(
                        "{" + key.name() + "}",
                        key.type() + ": " + key.text() + (key.optional() ? "" : " (required)")));
            }
        }
        return entries;
    }

    /** The keys of a filter have a section of their own. */
    private static String text(MemberDoc doc, Argument argument) {
        return FilterHelp.sections(doc).isEmpty() ? argument.text() : "values by key; all of them must match";
    }

    private static HelpPage.Section section(String title, List<MemberDoc> docs, MemberDoc.Kind kind) {
        return new HelpPage.Section(
                title,
                docs.stream()
                        .filter(doc -> doc.kind() == kind)
                        .map(doc -> new HelpPage.Entry(doc.synopsis(), HelpTopic.lowerFirst(doc.summary())))
                        .toList());
    }
}
