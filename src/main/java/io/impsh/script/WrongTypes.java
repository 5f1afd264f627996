package io.impsh.script;

import io.impsh.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine calls a TypeError: members of null, methods that are not there, things called that are no function. */
final class WrongTypes {
    private static final Pattern OF_NOTHING =
            Pattern.compile("TypeError: Cannot (read|set) property '(.*)' of (null|undefined)");
    private static final Pattern NO_FUNCTION =
            Pattern.compile("TypeError: .*?([\\w$]+) is not a function", Pattern.DOTALL);
    private static final Pattern NO_METHOD = Pattern.compile("TypeError: invokeMember \\((.+?)\\) on .*");
    private static final Pattern OURS = Pattern.compile("TypeError: (\\w+) on io\\.impsh\\..* failed due to: .*");
    private static final Pattern RELATION = Pattern.compile(".*\\.(\\w+)$", Pattern.DOTALL);
    private static final Pattern SEARCH =
            Pattern.compile(".*\\.((?:first|find)\\((?:[^()]|\\([^()]*\\))*\\))$", Pattern.DOTALL);
    private static final String SYNCHRONOUS = "calls are synchronous here and return the value itself: ";

    private static final Set<String> OF_QUERIES = Set.of(
            "where",
            "count",
            "countBy",
            "groupBy",
            "table",
            "csv",
            "names",
            "limit",
            "select",
            "sortBy",
            "first",
            "toArray",
            "assignTo",
            "restart",
            "unassign",
            "remove");

    private static final List<String> GENERAL = List.of(
            "map",
            "filter",
            "forEach",
            "find",
            "findIndex",
            "findLast",
            "some",
            "every",
            "reduce",
            "join",
            "slice",
            "splice",
            "concat",
            "includes",
            "indexOf",
            "push",
            "pop",
            "shift",
            "unshift",
            "sort",
            "reverse",
            "flat",
            "flatMap",
            "keys",
            "values",
            "entries",
            "at",
            "length",
            "toString",
            "toUpperCase",
            "toLowerCase",
            "trim",
            "split",
            "replace",
            "replaceAll",
            "startsWith",
            "endsWith",
            "padStart",
            "padEnd",
            "repeat",
            "charAt",
            "substring",
            "match",
            "matchAll",
            "test",
            "getTime",
            "toISOString",
            "toLocaleString",
            "toFixed");

    private static final Map<String, List<String>> OF_LANGUAGE = Map.of(
            "Math", List.of("abs", "ceil", "floor", "round", "max", "min", "random", "trunc", "sqrt", "pow", "sign"),
            "JSON", List.of("parse", "stringify"),
            "Object", List.of("keys", "values", "entries", "assign", "freeze", "fromEntries"),
            "Array", List.of("from", "isArray", "of"),
            "Number", List.of("isInteger", "isFinite", "isNaN", "parseFloat", "parseInt"),
            "Date", List.of("now", "parse", "UTC"));

    private WrongTypes() {}

    static Optional<Told> told(Mistake mistake) {
        String said = mistake.said();
        Matcher nothing = OF_NOTHING.matcher(said);
        if (nothing.matches()) {
            return Optional.of(ofNothing(nothing.group(1), nothing.group(2), nothing.group(3), mistake));
        }
        Matcher method = NO_METHOD.matcher(said);
        if (method.matches()) {
            return Optional.of(noMethod(method.group(1), mistake));
        }
        Matcher ours = OURS.matcher(said);
        if (ours.matches()) {
            return Optional.of(misused(ours.group(1), mistake.expression()));
        }
        Matcher function = NO_FUNCTION.matcher(said);
        return function.matches() ? Optional.of(noFunction(function.group(1), mistake)) : thenOfPromise(mistake);
    }

    /** Such as {@code toUpper} for toUpperCase, which is too much longer to be near. */
    private static String begun(String member, List<String> known) {
        return known.stream()
                .filter(name -> member.length() > 2 && name.startsWith(member))
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static Optional<Told> thenOfPromise(Mistake mistake) {
        return mistake.said().contains(".then is not a function")
                        || mistake.said().contains("(...).then")
                ? Optional.of(noMethod("then", mistake))
                : Optional.empty();
    }

    private static Told ofNothing(String what, String member, String nothing, Mistake mistake) {
        String base = before(member, mistake.expression());
        if (base.equals(nothing)) {
            return new Told(nothing + " has no '" + member + "'", null);
        }
        if (member.startsWith("Symbol(")) {
            return new Told("there is nothing to take apart: the value is " + nothing, null);
        }
        if (what.equals("set")) {
            return new Told(
                    Mistake.quoted(base, "the value") + " is " + nothing + ": it cannot get a '" + member + "'", null);
        }
        Matcher search = SEARCH.matcher(base);
        if (nothing.equals("null") && search.matches()) {
            return new Told(
                    Mistake.quoted(search.group(1), "the search") + " found nothing: it returned null, which has no '"
                            + member + "'",
                    optional(base, member, "?. goes on only where something was found"));
        }
        Matcher relation = RELATION.matcher(base);
        if (relation.matches()) {
            String subject = relation.group(1) + " is " + nothing;
            return new Told(
                    subject + ", so it has no '" + member + "'",
                    optional(base, member, "?. goes on only where there is something"));
        }
        return new Told(
                Mistake.quoted(base, "the value") + " is " + nothing + ", so it has no '" + member + "'",
                base.isEmpty() ? null : optional(base, member, "?. goes on only where there is something"));
    }

    private static String optional(String base, String member, String text) {
        String shown = Mistake.quoted(base + "?." + member, "");
        return shown.isEmpty() ? text : text + ": " + shown;
    }

    /** The code in front of a member, or nothing when the code does not show it. */
    private static String before(String member, String expression) {
        int dot = expression.lastIndexOf("." + member);
        return dot < 0 ? "" : expression.substring(0, dot).strip();
    }

    private static Told noMethod(String member, Mistake mistake) {
        String base = before(member, mistake.expression());
        if (member.equals("then") || member.equals("catch") || member.equals("finally")) {
            return new Told(
                    Mistake.quoted(base, "the value") + " is no promise: it has no " + member + "()",
                    SYNCHRONOUS + "const x = " + Mistake.quoted(base, "…"));
        }
        return new Told(Mistake.quoted(base, "the object") + " has no method '" + member + "'", null);
    }

    private static Told misused(String message, String expression) {
        if (message.equals("instantiate")) {
            return new Told(
                    "new makes nothing of " + Mistake.quoted(expression.replaceFirst("^new\\s+", ""), "it"),
                    "things of the cloud are made with create, as in products.create({name: 'Doorbell'})");
        }
        int bracket = expression.lastIndexOf('(');
        String called = bracket < 0 ? expression : expression.substring(0, bracket);
        String shown = Mistake.quoted(called, "it");
        return new Told(
                shown + " is not a function",
                "without the brackets it is what you want: " + Mistake.quoted(called, "…"));
    }

    private static Told noFunction(String member, Mistake mistake) {
        String base = before(member, mistake.expression());
        if (base.isEmpty()) {
            return new Told(member + " is not a function", null);
        }
        if (member.equals("then") || member.equals("catch") || member.equals("finally")) {
            return noMethod(member, mistake);
        }
        String path = Mistake.quoted(base + "." + member, "." + member);
        if (OF_QUERIES.contains(member)) {
            return new Told(
                    path + " is not a function",
                    member + "() belongs to queries such as devices.where({…}), not to arrays and other values");
        }
        List<String> known = OF_LANGUAGE.getOrDefault(base, GENERAL);
        String near = Nearest.question(member, known);
        return new Told(path + " is not a function" + (near.isEmpty() ? begun(member, known) : near), null);
    }
}
