package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes passwords, tokens and keys out of texts that are kept or shown. */
final class Secrets {
    static final String HIDDEN = "[hidden]";

    private static final Set<String> HEADERS =
            Set.of("authorization", "x-electricimp-password", "x-electricimp-key", "x-electricimp-otp-token");
    private static final Set<String> MEMBERS =
            Set.of("password", "token", "key", "access_token", "refresh_token", "login_token", "unbond_key");
    /** Collections whose ids are themselves secrets. */
    private static final Set<String> SECRET_ID_COLLECTIONS = Set.of("login_keys", "refresh_tokens", "logstream");

    private static final Set<String> SECRET_ID_TYPES = Set.of("login_key", "refresh_token", "logstream");

    private Secrets() {}

    static boolean isSecretHeader(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    static String header(Map.Entry<String, String> header) {
        return header.getKey() + ": " + (isSecretHeader(header.getKey()) ? HIDDEN : header.getValue());
    }

    static String path(List<String> segments) {
        List<String> shown = new ArrayList<>();
        boolean secret = false;
        for (String segment : segments) {
            shown.add(secret ? HIDDEN : segment);
            secret = SECRET_ID_COLLECTIONS.contains(segment);
        }
        return "/" + String.join("/", shown);
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

    private static void hide(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            boolean secretId = SECRET_ID_TYPES.contains(object.path("type").stringValue(""));
            for (String name : List.copyOf(object.propertyNames())) {
                if (MEMBERS.contains(name) && object.get(name).isValueNode() || secretId && name.equals("id")) {
                    object.put(name, HIDDEN);
                }
            }
        }
        tree.forEach(Secrets::hide);
    }
}
