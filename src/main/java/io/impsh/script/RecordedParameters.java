package io.impsh.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Puts {@code params.NAME} where a recording names a product, a group, a device or a build, or gives a secret. */
final class RecordedParameters {
    /** The kinds that a saved script may have parameters of. */
    private static final List<String> KINDS = List.of("product", "group", "device", "build", "account");
    /** More names than that in one array are data. */
    private static final int MOST_IN_ARRAY = 3;

    private static final Set<String> TARGETS = Set.of("assignTo", "reassignTo", "copyTo");
    private static final String TEXT = "string";
    /** What binds tighter than {@code ??}, or may not stand beside it. */
    private static final Set<String> OPERATORS =
            Set.of("||", "&&", "+", "??", "==", "===", "!=", "!==", ".", "?.", "[");

    /** Where a value stands, and what is to stand there. */
    private record Use(int start, int end, String type, String fitting, String text, String purpose) {}

    private final CodeTokens code;
    private final ArgumentPlaces places;
    private final ParameterNames names;
    private final TextEdits edits;
    private final List<RecordedParameter> parameters = new ArrayList<>();
    private final Map<List<String>, String> named = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final RecordedSecrets secrets;

    /** @param typed all that was typed, what failed included */
    RecordedParameters(String script, String typed, Registry registry, Predicate<String> isFree) {
        names = new ParameterNames(isFree);
        code = CodeTokens.of(Lexer.read(script).code());
        places = new ArgumentPlaces(code, registry, Variables.none(), null);
        secrets = new RecordedSecrets(script, code, places, typed);
        edits = new TextEdits(secrets.masked(script));
        for (int at = 0; at < code.size(); at++) {
            if (isGivenToSomethingNew(at)) {
                made.add(StringLiteral.value(code.at(at)));
            }
        }
        for (int at = 0; at < code.size(); at++) {
            replace(at);
        }
    }

    List<RecordedParameter> all() {
        return parameters;
    }

    String body() {
        return edits.apply();
    }

    private void replace(int at) {
        Token token = code.at(at);
        if (StringLiteral.is(token)) {
            RecordedSecrets.Secret secret = secrets.of(StringLiteral.value(token), at);
            if (secret != null) {
                replace(at, secret);
            } else {
                replaceText(at);
            }
        } else if (secrets.ofMember(at) != null) {
            RecordedSecrets.Secret secret = secrets.ofMember(at);
            edits.replace(
                    code.at(at - 1).start(), token.end(), ".get(" + secret.written(name(token.text(), secret)) + ")");
        } else if (isNamedMember(at)) {
            replace(use(at - 2, at, kindBefore(at - 1), token.text()));
        }
    }

    private void replace(int at, RecordedSecrets.Secret secret) {
        Token token = code.at(at);
        String written = secret.written(name(StringLiteral.value(token), secret));
        boolean isOperand = isOperator(at - 1) || isOperator(at + 1);
        edits.replace(token.start(), token.end(), isOperand && secret.asked() ? "(" + written + ")" : written);
    }

    private boolean isOperator(int at) {
        return at >= 0
                && at < code.size()
                && code.at(at).kind() == Token.Kind.PUNCTUATOR
                && OPERATORS.contains(code.at(at).text());
    }

    /** The parameter that is given that secret. */
    private String name(String text, RecordedSecrets.Secret secret) {
        return "params."
                + named.computeIfAbsent(List.of("secret", text), first -> {
                    String made = names.name(secret.name(), null);
                    parameters.add(new RecordedParameter(made, "secret", null, secret.optional(), secret.text()));
                    return made;
                });
    }

    private void replaceText(int at) {
        Token token = code.at(at);
        String text = StringLiteral.value(token);
        ArgumentPlaces.Place place = places.valueAt(at);
        if (place == null || text.isBlank() || made.contains(text) || isOneOfMany(at)) {
            return;
        }
        boolean isIndex = code.is(at - 1, "[") && code.is(at + 1, "]") && code.endsOperand(at - 2);
        if (isIndex) {
            EntityKind<?> kind = HostTypes.kindIn(place.owner());
            int first = code.startOfChain(at - 2);
            if (kind != null && KINDS.contains(kind.singular()) && first == at - 2) {
                replace(use(first, at + 1, kind, text));
            }
            return;
        }
        Set<EntityKind<?>> kinds = kinds(place.argument());
        if (!kinds.isEmpty()) {
            replace(use(at, text, place, kinds));
        }
    }

    private static Use use(Token token, String text, String type, String fitting, String purpose) {
        return new Use(token.start(), token.end(), type, fitting, text, purpose);
    }

    private Use use(int at, String text, ArgumentPlaces.Place place, Set<EntityKind<?>> kinds) {
        Token token = code.at(at);
        String method = methodAround(at);
        EntityKind<?> kind = kinds.iterator().next();
        String word = Directory.wordOf(kind);
        String key = place.argument().name();
        boolean isAboutName = key.equals("name") || key.equals("tag") || key.equals("tags");
        if (isAboutName) {
            String part = key.equals("name") ? "name" : "tag";
            return use(
                    token, text, TEXT, kind.singular() + capital(part), part + " of the " + word + ", for " + method);
        }
        boolean isFreeToMiss = method.equals("find()") || kinds.size() > 1;
        if (isFreeToMiss) {
            boolean isOneKind = kinds.size() == 1;
            String what = isOneKind ? "name of the " + word : "name";
            return use(token, text, TEXT, isOneKind ? kind.singular() + "Name" : "name", what + ", for " + method);
        }
        boolean isTarget = TARGETS.contains(method.replace("()", ""));
        String fitting = isTarget ? "to" + capital(kind.singular()) : kind.singular();
        return use(token, text, kind.singular(), fitting, word + ", for " + method);
    }

    private Use use(int first, int last, EntityKind<?> kind, String text) {
        return new Use(
                code.at(first).start(),
                code.at(last).end(),
                kind.singular(),
                kind.singular(),
                text,
                Directory.wordOf(kind));
    }

    private void replace(Use use) {
        if (made.contains(use.text())) {
            return;
        }
        String name = named.computeIfAbsent(List.of(use.type(), use.text()), first -> {
            String free = names.name(use.fitting(), use.text());
            parameters.add(new RecordedParameter(free, use.type(), use.text(), true, use.purpose()));
            return free;
        });
        edits.replace(use.start(), use.end(), "params." + name);
    }

    /** {@code products.Thermostat}. */
    private boolean isNamedMember(int at) {
        if (!code.isName(at) || !code.isMemberAccess(at - 1) || code.isMemberAccess(at - 3) || !code.isName(at - 2)) {
            return false;
        }
        EntityKind<?> kind = kindBefore(at - 1);
        return kind != null
                && KINDS.contains(kind.singular())
                && places.types()
                                .member(
                                        HostTypes.collectionName(kind),
                                        code.at(at).text())
                        == null
                && !code.is(at + 1, "(")
                && !code.is(at + 1, "=");
    }

    /** Of the collection that ends before the token, or {@code null}. */
    private EntityKind<?> kindBefore(int at) {
        String type = places.types().typeBefore(at);
        EntityKind<?> kind = HostTypes.kindIn(type);
        return kind != null && type.equals(HostTypes.collectionName(kind)) ? kind : null;
    }

    /** Names that the recording gives are not there when a script begins, and so are no parameters. */
    private boolean isGivenToSomethingNew(int at) {
        if (!StringLiteral.is(code.at(at)) || code.enclosing(at) < 0) {
            return false;
        }
        int open = code.enclosing(at);
        boolean isName = code.is(at - 1, ":") && code.isWord(at - 2, "name") && code.is(open, "{");
        int paren = isName ? code.enclosing(open) : open;
        if (!code.is(paren, "(") || !code.isName(paren - 1)) {
            return false;
        }
        String method = code.at(paren - 1).text();
        return isName ? method.matches("(create|update).*") : method.equals("rename") && code.is(at - 1, "(");
    }

    private boolean isOneOfMany(int at) {
        int open = code.enclosing(at);
        if (!code.is(open, "[") || code.endsOperand(open - 1)) {
            return false;
        }
        int close = code.partner(open);
        return close > 0 && code.commasBefore(close - 1) >= MOST_IN_ARRAY;
    }

    /** The method whose argument the token is in. */
    private String methodAround(int at) {
        int open = code.enclosing(at);
        while (open >= 0 && !(code.is(open, "(") && code.isName(open - 1))) {
            open = code.enclosing(open);
        }
        return open < 0 ? "" : code.at(open - 1).text() + "()";
    }

    /** What entities the argument takes by their names; those that a function is called with are none of them. */
    private static Set<EntityKind<?>> kinds(Argument argument) {
        Set<EntityKind<?>> kinds = new LinkedHashSet<>();
        if (argument.wanted() != Wanted.ANY) {
            return kinds;
        }
        String types = argument.type().replaceAll("\\([^()]*\\) =>.*", "");
        for (String type : types.split("[^A-Za-z]+")) {
            EntityKinds.named().stream()
                    .filter(kind -> type.equals(kind.typeName()) && KINDS.contains(kind.singular()))
                    .forEach(kinds::add);
        }
        return kinds;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
