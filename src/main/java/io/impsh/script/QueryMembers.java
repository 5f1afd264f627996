package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** What every query and collection can do, whatever it holds. */
final class QueryMembers<T extends Entity> {
    private final EntityKind<T> kind;
    private final String query;
    private final String one;
    private final String here;
    private final QueryExamples examples;

    private QueryMembers(EntityKind<T> kind) {
        this.kind = kind;
        query = kind.typeName() + "Query";
        one = kind.typeName();
        here = kind.collection();
        examples = QueryExamples.of(kind);
    }

    static <T extends Entity> HostType<Query<T>> addTo(HostType<Query<T>> type, EntityKind<T> kind) {
        QueryMembers<T> members = new QueryMembers<>(kind);
        members.addSteps(type);
        members.addResults(type);
        members.addWalks(type);
        members.addGroupings(type);
        members.addOutputs(type);
        return type.hint(
                        HostType.ANY_INDEX, "a lazy query has no index; first(n) gives an array, toArray() all of them")
                .hint("get", "find(x) looks among these, " + kind.collection() + ".get(x) among all")
                .hint("length", "a lazy query has no length; count() asks the service")
                .hint("size", "count() asks the service")
                .hint("reduce", "toArray().reduce(…) works on a real array")
                .hint("some", "first() is null when there is none")
                .hint("every", "toArray().every(…) works on a real array")
                .hint("slice", "limit(n), or toArray().slice(…)")
                .hint("push", "a query cannot be changed; make another one")
                .hint("sort", "sortBy(key or function)")
                .hint("includes", "find(x) is null when there is none")
                .describedBy(found -> "[" + members.query + "]")
                .json((found, call) -> members.json(found, call.host()));
    }

    private void addSteps(HostType<Query<T>> type) {
        type.method(
                "where",
                query,
                "Narrows to those that match every key of the filter. A value may be plain, an array (any of), a"
                        + " regular expression or a function. " + serverText(),
                here + ".where(" + examples.filter() + ")",
                (found, call) -> object(found.then(new WhereReader<>(kind, call.host()).read(call.value(0))), call),
                Argument.required("filter", "object", "keys: " + String.join(", ", kind.whereKeys()))
                        .as(Wanted.FILTER));
        type.method(
                "filter",
                query,
                "Narrows to those for which the function says true. All are read for that; where() may ask for less.",
                here + ".filter(" + examples.test() + ")",
                (found, call) -> object(found.then(new QueryStep.FilterBy<>(call.function(0))), call),
                Argument.required("test", "(x: " + one + ") => boolean", "called for each"));
        type.method(
                "limit",
                query,
                "Keeps the first ones only, in the order of the steps: after where() those that match.",
                here + ".limit(5)",
                (found, call) -> object(found.then(new QueryStep.Limit<>(call.wholeNumber(0))), call),
                Argument.required("most", "number", "how many at most"));
        type.method(
                "sortBy",
                query,
                "Orders by a key, by '-key' downwards, or by what a function gives. Reads everything first.",
                here + ".sortBy(" + examples.order() + ")",
                (found, call) -> object(
                        found.then(new QueryStep.SortBy<>(new Ordering<>(kind, call.host()).by(call.value(0)))), call),
                Argument.required("key", "string | ((x: " + one + ") => any)", "keys: " + keyList())
                        .as(Wanted.COLUMN));
        type.method(
                "select",
                query,
                "Chooses the columns that tables, CSV and JSON show, in that order.",
                here + ".select(" + examples.columns() + ")",
                (found, call) -> object(found.select(columns(call)), call),
                Argument.optional("...columns", "string[]", "columns: " + keyList())
                        .as(Wanted.COLUMN));
        type.method(
                "all",
                query,
                "Says that everything is meant: verbs refuse a bare collection.",
                here + ".all()",
                (found, call) -> object(found.everything(), call));
    }

    private String serverText() {
        List<String> there = kind.serverFilters().keySet().stream().sorted().toList();
        return there.isEmpty()
                ? "All keys are filtered here."
                : "The service filters " + String.join(", ", there) + "; the rest is filtered here.";
    }

    private String keyList() {
        return String.join(", ", kind.keys());
    }

    private void addResults(HostType<Query<T>> type) {
        type.method(
                "count",
                "number",
                "How many there are now. The service tells no totals, so that all pages are read.",
                here + ".count()",
                (found, call) -> (long) Walk.count(found, call.host()));
        type.method(
                "first",
                one + " | null | " + one + "[]",
                "Gives the first one, or null; with a number an array of so many, or fewer. Reads no more pages than it needs.",
                here + ".first()",
                (found, call) -> call.has(0)
                        ? Walk.first(found, call.wholeNumber(0), call.host())
                        : Walk.first(found, 1, call.host()).stream().findFirst().orElse(null),
                Argument.optional("most", "number", "how many at most"));
        type.method(
                "one",
                one,
                "Gives the only one. It is an error when there is none, or more than one.",
                here + ".limit(1).one()",
                (found, call) -> one(Walk.first(found, 2, call.host())));
        type.method(
                "toArray",
                one + "[]",
                "Gives all of them as an array. It stays as it is now, while a query asks anew.",
                here + ".limit(3).toArray()",
                (found, call) -> found.toList(call.host()));
        if (kind.isNamed()) {
            addNames(type);
        }
        type.method(
                "find",
                one + " | null",
                "Looks for one as get does, but gives null when there is none. A function finds the first for which it says"
                        + " true.",
                here + ".find(" + examples.sought() + ")",
                (found, call) -> find(found, call),
                Argument.required("what", "string | ((x: " + one + ") => boolean)", "an identifier or a function"));
    }

    private void addNames(HostType<Query<T>> type) {
        type.method(
                "names",
                "string[]",
                "Gives their names as an array. Those without a name are left out.",
                here + ".names()",
                (found, call) -> found.toList(call.host()).stream()
                        .map(Entity::name)
                        .filter(name -> name != null && !name.isEmpty())
                        .toList());
    }

    private T one(List<T> found) {
        if (found.size() != 1) {
            throw new UserException(
                    "NOT_ONE",
                    found.isEmpty() ? "there is no such " + kind.singular() : "there are several such " + kind.plural(),
                    "first() takes the first of several, or null");
        }
        return found.get(0);
    }

    private Object find(Query<T> found, Call call) {
        Value what = call.value(0);
        if (what.canExecute()) {
            Query<T> matching = found.then(new QueryStep.FilterBy<>(what));
            return Walk.first(matching, 1, call.host()).stream().findFirst().orElse(null);
        }
        String identifier = Identified.identifier(kind, what, call.host());
        T entity = call.host().directory().find(kind, identifier).orElse(null);
        boolean whole = found.only() == null && found.steps().isEmpty();
        if (entity == null || whole) {
            return entity;
        }
        String id = entity.id();
        return found.toList(call.host()).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void addWalks(HostType<Query<T>> type) {
        type.method(
                "map",
                "any[]",
                "Gives an array of what the function makes of each.",
                here + ".limit(3).map(x => x." + kind.plainKey() + ")",
                (found, call) -> Walk.map(found, call.function(0), call.host()),
                Argument.required("make", "(x: " + one + ") => any", "called for each"));
        type.method(
                "forEach",
                "void",
                "Calls the function for each, in order.",
                here + ".limit(3).forEach(x => print(x." + kind.plainKey() + "))",
                (found, call) -> {
                    Walk.map(found, call.function(0), call.host());
                    return GuestValues.UNDEFINED;
                },
                Argument.required("action", "(x: " + one + ") => void", "called for each"));
    }

    private void addGroupings(HostType<Query<T>> type) {
        type.method(
                "groupBy",
                "Record<string, " + one + "[]>",
                "Gives an object with an array of them for each value of the key.",
                here + ".limit(10).groupBy(" + examples.groups() + ")",
                (found, call) -> groupBy(found, call),
                Argument.required("key", "string | ((x: " + one + ") => any)", "keys: " + keyList())
                        .as(Wanted.COLUMN));
        type.method(
                "countBy",
                "Counts",
                "Counts them for each value of the key, largest first. At a terminal with bars.",
                here + ".countBy(" + examples.groups() + ")",
                (found, call) -> countBy(found, call),
                Argument.required("key", "string | ((x: " + one + ") => any)", "keys: " + keyList())
                        .as(Wanted.COLUMN));
    }

    private Map<String, Object> groupBy(Query<T> found, Call call) {
        KeyOf<T> key = KeyOf.read(kind, call.value(0), call.host());
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        found.toList(call.host()).forEach(row -> groups.computeIfAbsent(key.text(row), unused -> new ArrayList<>())
                .add(row));
        return new LinkedHashMap<>(groups);
    }

    private Object countBy(Query<T> found, Call call) {
        KeyOf<T> key = KeyOf.read(kind, call.value(0), call.host());
        Map<String, Long> counts = new LinkedHashMap<>();
        found.toList(call.host()).forEach(row -> counts.merge(key.text(row), 1L, Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new CountsObject(call.value(0).isString() ? call.value(0).asString() : "value", sorted);
    }

    private void addOutputs(HostType<Query<T>> type) {
        type.method("table", "void", "Prints them as a table.", here + ".limit(3).table()", (found, call) -> {
            call.host().io().print(Listings.of(found, call.host()));
            return GuestValues.UNDEFINED;
        });
        type.method(
                "json",
                "string | void",
                "Gives a JSON text of all of them: an array, as -o json prints it. Or writes it to a file, row by row.",
                here + ".limit(1).json()",
                (found, call) -> {
                    if (!call.has(0)) {
                        return call.host().values().json(json(found, call.host()));
                    }
                    Listings.writeJson(found, ScriptFiles.path(call.string(0)), call.host());
                    return GuestValues.UNDEFINED;
                },
                Argument.optional("file", "string", "where to write; a file that is there is replaced")
                        .as(Wanted.FILE));
        type.method(
                "csv",
                "void",
                "Writes them to a CSV file. Its first line names the columns; a file that is there is replaced.",
                here + ".limit(3).csv('" + kind.plural().replace(' ', '-') + ".csv')",
                (found, call) -> {
                    Listings.writeCsv(
                            Listings.of(found, call.host()),
                            ScriptFiles.path(call.string(0)),
                            CsvOptions.cells(call, 1));
                    return GuestValues.UNDEFINED;
                },
                Argument.required("file", "string", "where to write").as(Wanted.FILE),
                CsvOptions.argument());
    }

    private List<Object> json(Query<T> found, Host host) {
        List<Object> list = new ArrayList<>();
        found.toList(host)
                .forEach(row ->
                        list.add(EntityItem.of(kind, row, found.columns(), host).json()));
        return list;
    }

    private List<String> columns(Call call) {
        LinkedHashSet<String> columns = new LinkedHashSet<>();
        for (int index = 0; index < call.count(); index++) {
            String column = call.string(index);
            if (!kind.keys().contains(column)) {
                throw new UserException(
                        "USAGE",
                        kind.plural() + " have no column '" + column + "'" + Nearest.question(column, kind.keys()),
                        "columns: " + keyList());
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw new UserException("USAGE", "select needs at least one column", "columns: " + keyList());
        }
        return List.copyOf(columns);
    }

    private Object object(Query<T> made, Call call) {
        return call.host().objects().query(made);
    }
}
