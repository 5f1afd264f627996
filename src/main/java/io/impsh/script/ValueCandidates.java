package io.impsh.script;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Offers what an argument or a key takes: live names, files, scripts, columns, words, true and false. */
final class ValueCandidates {
    /** What of these is called so names an entity, also where the type only says that it is a text. */
    private static final List<String> NAMED_AFTER = List.of("product", "group", "device", "build", "account");

    private final NameCandidates names;
    private final Registry registry;
    private final SavedScripts scripts;
    private final Supplier<List<String>> plans;

    /**
     * @param scripts may be {@code null}
     * @param plans the ids of those that were applied
     */
    ValueCandidates(NameCandidates names, Registry registry, SavedScripts scripts, Supplier<List<String>> plans) {
        this.names = names;
        this.registry = registry;
        this.scripts = scripts;
        this.plans = plans;
    }

    /** Inside a string that was begun with that quote, and ends with it. */
    void addTexts(Candidates candidates, ArgumentPlaces.Place place, char quote) {
        addTexts(candidates, place, text -> Quoting.escaped(text, quote) + quote);
    }

    /** Where no quote was typed yet. */
    void addValues(Candidates candidates, ArgumentPlaces.Place place) {
        Argument argument = place.argument();
        if (argument.wanted() == Wanted.TOPIC) {
            return;
        }
        addTexts(candidates, place, Quoting::quoted);
        if (argument.type().contains("boolean") && !argument.type().contains("=>")) {
            List.of("true", "false").forEach(word -> addWord(candidates, word, word, "values"));
        }
        boolean isUnset = argument.type().endsWith("| null") && !candidates.isEmpty();
        if (isUnset) {
            addWord(candidates, "null", "null", "values");
        }
    }

    private void addTexts(Candidates candidates, ArgumentPlaces.Place place, UnaryOperator<String> written) {
        Argument argument = place.argument();
        switch (argument.wanted()) {
            case FILE, FOLDER -> FileCandidates.addTo(candidates, argument.wanted() == Wanted.FOLDER, written);
            case SCRIPT -> addScripts(candidates, written);
            case COLUMN -> columns(place.owner()).forEach(column -> addColumn(candidates, column, written));
            case JOURNALLED_PLAN -> plans.get().forEach(id -> addWord(candidates, id, written.apply(id), "plans"));
            case TOPIC ->
                HelpPages.topics(registry).forEach(topic -> addWord(candidates, topic, written.apply(topic), "topics"));
            default -> addNamesAndWords(candidates, argument, written);
        }
    }

    private void addNamesAndWords(Candidates candidates, Argument argument, UnaryOperator<String> written) {
        KnownValues.of(argument).forEach(word -> addWord(candidates, word, written.apply(word), "values"));
        kinds(argument).forEach(kind -> names.addTo(candidates, kind, written));
    }

    private static void addWord(Candidates candidates, String word, String written, String group) {
        candidates.add(word, () -> new Suggestion(written, group, null, true));
    }

    private static void addColumn(Candidates candidates, Argument column, UnaryOperator<String> written) {
        candidates.add(
                column.name(), () -> new Suggestion(written.apply(column.name()), "properties", column.text(), true));
    }

    private void addScripts(Candidates candidates, UnaryOperator<String> written) {
        if (scripts == null) {
            return;
        }
        for (SavedScripts.Summary script : scripts.list()) {
            candidates.add(
                    script.name(),
                    () -> new Suggestion(written.apply(script.name()), "scripts", script.description(), true));
        }
    }

    private static List<Argument> columns(String owner) {
        EntityKind<?> kind = HostTypes.kindIn(owner);
        List<String> keys = kind == null ? List.of() : kind.keys();
        return FilterKeys.of(owner).stream()
                .filter(key -> keys.contains(key.name()))
                .toList();
    }

    /** The kinds of entity whose names the argument takes. */
    private static Set<EntityKind<?>> kinds(Argument argument) {
        Set<EntityKind<?>> kinds = new LinkedHashSet<>();
        boolean isFunction = argument.type().contains("=>");
        Arrays.stream(argument.type().split("[^A-Za-z]+"))
                .map(ValueCandidates::kindOf)
                .filter(kind -> kind != null && !(isFunction && !argument.type().startsWith(kind.typeName())))
                .forEach(kinds::add);
        if (kinds.isEmpty() && argument.type().equals("string")) {
            NAMED_AFTER.stream()
                    .filter(argument.name()::equals)
                    .map(EntityKinds::ofSingular)
                    .forEach(kinds::add);
        }
        if (kinds.isEmpty()
                && (argument.name().equals("tags") || argument.name().equals("...tags"))) {
            kinds.add(EntityKinds.BUILD);
        }
        return kinds;
    }

    private static EntityKind<?> kindOf(String typeName) {
        return EntityKinds.named().stream()
                .filter(kind -> Objects.equals(kind.typeName(), typeName))
                .findFirst()
                .orElse(null);
    }
}
