package io.impsh.script;

import io.impsh.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that are not there: misspelt ones, those of other places, and names of the cloud without their quotes. */
final class UnknownNames {
    private static final Pattern NOT_DEFINED = Pattern.compile("ReferenceError: (\\S+) is not defined");

    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:let|const|var|function|class)\\s+([\\p{Alpha}_$][\\w$]*)");

    private static final List<String> LANGUAGE = List.of(
            "Math",
            "JSON",
            "Date",
            "Object",
            "Array",
            "String",
            "Number",
            "Boolean",
            "Promise",
            "Map",
            "Set",
            "RegExp",
            "Error",
            "parseInt",
            "parseFloat",
            "isNaN",
            "undefined",
            "params",
            "args");

    private static final String NO_MODULES = "there are no modules here; load('file.js') evaluates a file";
    private static final String NO_NETWORK = "scripts reach no network but the cloud; help() lists what there is";
    private static final String NO_TIMERS = "calls are synchronous here: sleep(seconds) waits";

    /** What other homes of JavaScript have. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "require", NO_MODULES,
            "module", NO_MODULES,
            "exports", NO_MODULES,
            "fetch", NO_NETWORK,
            "XMLHttpRequest", NO_NETWORK,
            "setTimeout", NO_TIMERS,
            "setInterval", NO_TIMERS,
            "process", "exit(code) ends a script, args has its arguments",
            "window", "this is no browser; help() lists what there is",
            "document", "this is no browser; help() lists what there is");

    private UnknownNames() {}

    static Optional<Told> told(Mistake mistake) {
        Matcher matcher = NOT_DEFINED.matcher(mistake.said());
        return matcher.matches() ? Optional.of(told(matcher.group(1), mistake)) : Optional.empty();
    }

    private static Told told(String name, Mistake mistake) {
        String message = name + " is not defined";
        String typed = TypedCommands.hint(mistake);
        if (typed != null) {
            return new Told(message, typed);
        }
        String quotes = UnquotedNames.hint(mistake);
        if (quotes != null) {
            return new Told(message, quotes);
        }
        if (ELSEWHERE.containsKey(name)) {
            return new Told(message, ELSEWHERE.get(name));
        }
        return new Told(message + Nearest.question(name, known(name, mistake)), null);
    }

    private static List<String> known(String missing, Mistake mistake) {
        List<String> names = new ArrayList<>(mistake.globals());
        names.addAll(LANGUAGE);
        DECLARED.matcher(mistake.text()).results().forEach(found -> names.add(found.group(1)));
        names.remove(missing);
        return names.stream().distinct().toList();
    }
}
