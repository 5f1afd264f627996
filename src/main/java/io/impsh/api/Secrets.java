package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes passwords, tokens and keys out of texts that are kept or shown. */
final class Secrets {
    static final String HIDDEN = "[hidden]";

    private static final Set<String> HEADERS =
            Set.of("authorization", "x-electricimp-password", "x-electricimp-key", "x-electricimp-otp-token");
    private static final Set<String> MEMBERS = Set.of(
            "password",
            "token",
            "key",
            "access_token",
            "refresh_token",
            "login_token",
            "login_key",
            "unbond_key",
            "otp");
    /** Collections whose ids are themselves secrets. */
    private static final Set<String> SECRET_ID_COLLECTIONS = Set.of("login_keys", "refresh_tokens", "logstream");

    private static final Set<String> SECRET_ID_TYPES = Set.of("login_key", "refresh_token", "logstream");

    private Secrets() {}

    static boolean isSecretHeader(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isSecretMember(String name) {
        return MEMBERS.contains(name.toLowerCase(Locale.ROOT));
    }

    static String header(Map.Entry<String, String> header) {
        return header.getKey() + ": " + (isSecretHeader(header.getKey()) ? HIDDEN : header.getValue());
    }

    static String path(List<String> segments) {
        List<String> secrets = inPath(segments);
        return "/"
                + segments.stream()
                        .map(segment -> secrets.contains(segment) ? HIDDEN : segment)
                        .collect(Collectors.joining("/"));
    }

    /** The segments that are secret ids. */
    static List<String> inPath(List<String> segments) {
        List<String> found = new ArrayList<>();
        for (int index = 1; index < segments.size(); index++) {
            if (SECRET_ID_COLLECTIONS.contains(segments.get(index - 1))) {
                found.add(segments.get(index));
            }
        }
        return found;
    }

    /** The same JSON without its secrets; what is no JSON is not shown at all. */
    static String json(String text) {
        try {
            JsonNode tree = Json.MAPPER.readTree(text);
            hide(tree);
            return Json.write(tree);
        } catch (JacksonException notJson) {
            return "(" + text.length() + " characters that are not JSON)";
        }
    }

    /** Takes the secrets out of the tree itself. */
    static void hide(JsonNode tree) {
        hide(tree, new ArrayList<>());
    }

    static boolean isSecretType(String type) {
        return type != null && SECRET_ID_TYPES.contains(type);
    }

    /** The secrets in a JSON text; none in what is no JSON. */
    static List<String> inJson(String text) {
        List<String> found = new ArrayList<>();
        try {
            hide(Json.MAPPER.readTree(text), found);
        } catch (JacksonException notJson) {
            return List.of();
        }
        return found;
    }

    private static void hide(JsonNode tree, List<String> found) {
        if (tree instanceof ObjectNode object) {
            boolean secretId = SECRET_ID_TYPES.contains(object.path("type").stringValue(""));
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (isSecretMember(name) && !value.isObject() || secretId && name.equals("id")) {
                    found.add(value.asString(""));
                    object.put(name, HIDDEN);
                }
            }
        }
        tree.forEach(each -> hide(each, found));
    }
}
