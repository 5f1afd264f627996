package io.impsh.api;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is secret about one request: taken out of the request, and out of whatever comes back, where a service may well
 * quote it.
 */
final class Redaction {
    /** What is shorter is found in too many harmless places, and guards nothing. */
    private static final int SHORTEST = 4;

    private static final Pattern IN_URL =
            Pattern.compile("((?:login_keys|refresh_tokens|logstream)/)[^/?#\"'\\s\\\\]+");

    private final Set<String> secrets;

    private Redaction(Set<String> secrets) {
        this.secrets = secrets;
    }

    static Redaction of(ApiRequest request) {
        Set<String> secrets = new LinkedHashSet<>(Secrets.inPath(request.path()));
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (Secrets.isSecretHeader(header.getKey())) {
                secrets.add(header.getValue().replaceFirst("^Bearer ", ""));
            }
        }
        for (Map.Entry<String, String> pair : request.query()) {
            if (Secrets.isSecretMember(pair.getKey())) {
                secrets.add(pair.getValue());
            }
        }
        if (request.body() != null) {
            secrets.addAll(Secrets.inJson(request.body()));
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return new Redaction(secrets);
    }

    /** The text without them, and without the ids in addresses that are secret. */
    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, Secrets.HIDDEN);
        }
        return IN_URL.matcher(clean).replaceAll("$1" + Secrets.HIDDEN);
    }
}
