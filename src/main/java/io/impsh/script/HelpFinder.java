package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the page that a name stands for: a concept, a command, a global name, a type, a member, or a saved script. */
final class HelpFinder {
    private final Registry registry;
    private final HelpPages pages;
    private final SavedScripts scripts;
    private final ScriptIo io;

    /** @param scripts {@code null} when there are none */
    HelpFinder(Registry registry, HelpPages pages, SavedScripts scripts, ScriptIo io) {
        this.registry = registry;
        this.pages = pages;
        this.scripts = scripts;
        this.io = io;
    }

    /** @throws UserException with the nearest names when there is no help on it */
    HelpPage page(String asked) {
        String name = asked.strip().replaceAll("\\(.*\\)$", "");
        if (name.isEmpty()) {
            return pages.overview();
        }
        return Optional.<HostType<?>>ofNullable(registry.type(name))
                .map(pages::page)
                .or(() -> topic(name))
                .or(() -> io.help(name))
                .or(() -> global(name))
                .or(() -> memberOf(name))
                .or(() -> type(name))
                .or(() -> member(name))
                .or(() -> script(name))
                .orElseThrow(() -> unknown(asked));
    }

    private static Optional<HelpPage> topic(String name) {
        return HelpTopics.all().stream()
                .filter(topic -> topic.name().equalsIgnoreCase(name)
                        || List.of(topic.name().split("/")).contains(name)
                        || topic.name().replace(" ", "-").equals(name))
                .findFirst()
                .map(HelpTopic::page);
    }

    /** A global object is explained by its type, a function by itself. */
    private Optional<HelpPage> global(String name) {
        return registry.globals().docs().stream()
                .filter(doc -> doc.name().equals(name))
                .findFirst()
                .map(doc -> doc.kind() == MemberDoc.Kind.METHOD || registry.type(doc.returns()) == null
                        ? HelpPages.page(doc)
                        : pages.page(registry.type(doc.returns())));
    }

    private Optional<HelpPage> type(String name) {
        return typesCalled(name).findFirst().map(pages::page);
    }

    /** Such as {@code devices.where}; what only a narrowed query or one entity has is found under the collection too. */
    private Optional<HelpPage> memberOf(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String owner = name.substring(0, dot);
        String member = name.substring(dot + 1);
        return typesCalled(owner)
                .flatMap(type -> type.docs().stream())
                .filter(doc -> doc.name().equals(member))
                .findFirst()
                .map(HelpPages::page);
    }

    /** Collections before what a narrowed query has: they are what people mean by the word. */
    private Stream<HostType<?>> typesCalled(String word) {
        return registry.types().stream()
                .filter(type -> OwnerWords.means(word, type.name()))
                .sorted(Comparator.comparing(
                        type -> type.name().endsWith("Query") && !type.name().equals(word)));
    }

    private Optional<HelpPage> member(String name) {
        List<MemberDoc> same = registry.types().stream()
                .flatMap(type -> type.docs().stream())
                .filter(doc -> doc.name().equals(name))
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(HelpPages.page(same.get(0), others(same)));
    }

    private static List<String> others(List<MemberDoc> same) {
        return same.stream()
                .skip(1)
                .filter(doc -> !doc.owner().endsWith("Query"))
                .map(doc -> OwnerWords.path(doc, doc.name()))
                .toList();
    }

    private Optional<HelpPage> script(String name) {
        return scripts != null
                        && scripts.list().stream().anyMatch(one -> one.name().equals(name))
                ? scripts.help(name)
                : Optional.empty();
    }

    private UserException unknown(String asked) {
        List<String> known = new ArrayList<>(HelpPages.topics(registry));
        known.addAll(io.helpTopics());
        registry.types().forEach(type -> type.docs().forEach(doc -> known.add(doc.name())));
        if (scripts != null) {
            scripts.list().forEach(script -> known.add(script.name()));
        }
        List<String> distinct = known.stream().distinct().toList();
        return new UserException(
                "USAGE",
                "there is no help on '" + asked + "'" + Nearest.question(asked, distinct),
                asked.startsWith(".") && io.helpTopics().isEmpty()
                        ? "commands with a dot are those of the prompt: start impsh and type .help"
                        : "help() lists what there is");
    }
}
