package io.impsh.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request's body as it is written down: without its secrets. Of code only the size and the digest are kept, as it is
 * long, often holds the keys of other services, and is in the deployment itself.
 */
final class KeptBody {
    private static final Set<String> CODE = Set.of("device_code", "agent_code");

    private KeptBody() {}

    /** JSON text; {@code null} for no body. */
    static String of(String body) {
        if (body == null) {
            return null;
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            Secrets.hide(tree);
            shorten(tree.path("data").path("attributes"));
            return Json.write(tree);
        } catch (JacksonException notJson) {
            return Json.write("(" + body.length() + " characters that are not JSON)");
        }
    }

    private static void shorten(JsonNode attributes) {
        for (String name : CODE) {
            if (attributes instanceof ObjectNode given && given.path(name).isString()) {
                String code = given.path(name).stringValue();
                given.put(name, "[" + code.length() + " characters, sha-256 " + digest(code) + "]");
            }
        }
    }

    /** The first half is plenty to recognize a text by. */
    private static String digest(String text) {
        String digest = sha256(text.getBytes(StandardCharsets.UTF_8));
        return digest.substring(0, digest.length() / 2);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
