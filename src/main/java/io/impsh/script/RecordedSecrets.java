package io.impsh.script;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The secrets in a recording: what is given under a name that says so, or where a method takes a secret. */
final class RecordedSecrets {
    private static final String ASK = "ask";
    /** Of those that are looked for within other texts. */
    private static final int SHORTEST = 4;

    private static final Map<String, String> WITH_SECRET_IDS =
            Map.of("loginKeys", "loginKey", "refreshTokens", "refreshToken");
    private static final Predicate<String> LOOKS_LIKE_ID =
            Pattern.compile("(?=.*\\d)[\\w-]{12,}").asMatchPredicate();

    /**
     * @param asked whether {@code 'ask'} does instead
     * @param optional whether the script does without it
     */
    record Secret(String name, boolean asked, boolean optional) {
        String text() {
            String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            return words + (optional ? "; asked for when it is needed" : "");
        }

        String written(String parameter) {
            return asked ? parameter + " ?? 'ask'" : parameter;
        }
    }

    private final CodeTokens code;
    private final ArgumentPlaces places;
    private final Map<String, Secret> byText = new HashMap<>();

    /** @param typed all that was typed, what failed included */
    RecordedSecrets(String script, CodeTokens code, ArgumentPlaces places, String typed) {
        this.code = code;
        this.places = places;
        List<SecretLiterals.Place> named = SecretLiterals.places(script);
        for (int at = 0; at < code.size(); at++) {
            look(at, named);
            lookAfterKey(at);
            lookForId(at);
        }
        SecretLiterals.variables(typed).forEach(given -> addAssigned(given.variable(), named(given.key())));
    }

    private void look(int at, List<SecretLiterals.Place> named) {
        Token token = code.at(at);
        ArgumentPlaces.Place place = places.valueAt(at);
        if (place != null && place.argument().secret()) {
            if (StringLiteral.is(token)) {
                add(token, wanted(place.argument()));
            } else if (code.isName(at)) {
                addAssigned(token.text(), wanted(place.argument()));
            }
        } else if (StringLiteral.is(token)
                && named.stream().anyMatch(one -> one.start() == token.start() && one.end() == token.end())) {
            add(token, named(nameBefore(at)));
        }
    }

    /** All texts of what is given, such as both of {@code unbondKey: isOld ? 'one' : 'other'}. */
    private void lookAfterKey(int at) {
        boolean isKey = code.is(at + 1, ":") && code.beginsElement(at);
        String key = isKey ? nameBefore(at + 1) : "";
        if (!SecretLiterals.isKey(key)) {
            return;
        }
        int depth = code.at(at + 1).depth();
        for (int inside = at + 2; inside < code.size() && code.at(inside).depth() >= depth; inside++) {
            if (code.at(inside).depth() == depth && code.is(inside, ",")) {
                return;
            }
            if (StringLiteral.is(code.at(inside))) {
                add(code.at(inside), named(key));
            }
        }
    }

    /** {@code loginKeys.get('…')}: such ids are secrets themselves. */
    private void lookForId(int at) {
        Token token = code.at(at);
        if (StringLiteral.is(token) && LOOKS_LIKE_ID.test(StringLiteral.value(token))) {
            int open = code.enclosing(at);
            while (open >= 0 && (code.is(open, "{") || !code.endsOperand(open - 1))) {
                open = code.enclosing(open);
            }
            for (int before = open < 0 ? 0 : code.startOfChain(open - 1); before < open; before++) {
                if (WITH_SECRET_IDS.containsKey(code.at(before).text())) {
                    add(token, new Secret(WITH_SECRET_IDS.get(code.at(before).text()), false, false));
                }
            }
        }
    }

    /** {@code loginKeys.…} with an id, or {@code null}. */
    Secret ofMember(int at) {
        boolean isOne = code.isName(at)
                && code.isMemberAccess(at - 1)
                && code.isWord(at - 2, "loginKeys")
                && LOOKS_LIKE_ID.test(code.at(at).text());
        return isOne ? new Secret(WITH_SECRET_IDS.get("loginKeys"), false, false) : null;
    }

    private static Secret wanted(Argument argument) {
        return new Secret(argument.name(), argument.text().contains("'ask'"), true);
    }

    private static Secret named(String key) {
        boolean isUnbondKey = key.equals(DeviceVerbs.UNBOND_KEY.name());
        return isUnbondKey ? wanted(DeviceVerbs.UNBOND_KEY) : new Secret(key, false, false);
    }

    /** {@code key = '…'} where the key is given later. */
    private void addAssigned(String variable, Secret secret) {
        for (int at = 2; at < code.size(); at++) {
            if (code.isWord(at - 2, variable) && code.is(at - 1, "=") && StringLiteral.is(code.at(at))) {
                add(code.at(at), secret);
            }
        }
    }

    private void add(Token literal, Secret secret) {
        String text = StringLiteral.value(literal);
        if (!text.isEmpty() && !text.equals(ASK)) {
            byText.merge(text, secret, (one, other) -> one.optional() ? one : other);
        }
    }

    private String nameBefore(int at) {
        for (int before = at - 1; before >= 0 && before > at - 4; before--) {
            Token token = code.at(before);
            String text = StringLiteral.is(token) ? StringLiteral.value(token) : token.text();
            if (token.kind() != Token.Kind.PUNCTUATOR && text.matches("[A-Za-z]\\w*")) {
                return text.matches("[A-Z0-9_]+") ? text.toLowerCase(Locale.ROOT) : text;
            }
        }
        return "secret";
    }

    /** The secret that the text is, or {@code null}. */
    Secret of(String text, int at) {
        return code.is(at + 1, ":") && code.beginsElement(at) ? null : byText.get(text);
    }

    /** The script with stars in place of secrets in comments and within texts, so that every token stays where it is. */
    String masked(String script) {
        StringBuilder text = new StringBuilder(script);
        for (SecretLiterals.Place place : SecretLiterals.places(script)) {
            mask(text, place.start() + 1, place.end() - 1);
        }
        for (Token token : Lexer.tokens(script)) {
            boolean isText = token.kind() == Token.Kind.COMMENT
                    || token.kind() == Token.Kind.STRING
                    || token.kind() == Token.Kind.TEMPLATE;
            if (isText) {
                byText.keySet().stream()
                        .filter(secret -> secret.length() >= SHORTEST)
                        .forEach(secret -> maskAll(text, token, secret));
            }
        }
        return text.toString();
    }

    private static void maskAll(StringBuilder text, Token token, String secret) {
        for (int at = token.text().indexOf(secret); at >= 0; at = token.text().indexOf(secret, at + 1)) {
            mask(text, token.start() + at, token.start() + at + secret.length());
        }
    }

    private static void mask(StringBuilder text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) != '\n') {
                text.setCharAt(at, '*');
            }
        }
    }
}
