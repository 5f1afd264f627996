package io.impsh.profile;

import io.impsh.PrivateFiles;
import io.impsh.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small JSON object in a file of its own. */
final class JsonFile {
    /** Made when a file is there to be read: loading Jackson takes longer than most programs run. */
    private static final class Lazy {
        static final ObjectMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    private final Path path;

    JsonFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    /** Its object; a file that cannot be read or holds something else is broken. */
    ObjectNode read() {
        try {
            JsonNode tree = Lazy.MAPPER.readTree(withoutMark(Files.readString(path)));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw BrokenSource.of(path.toString(), "holds no JSON object");
        } catch (JacksonException notJson) {
            throw BrokenSource.of(path.toString(), "is not JSON: " + notJson.getOriginalMessage(), notJson);
        } catch (IOException unreadable) {
            throw BrokenSource.of(path.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Some editors begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    ObjectNode empty() {
        return Lazy.MAPPER.createObjectNode();
    }

    /** Replaces the file at once, readable by its owner only. */
    void replace(ObjectNode object) throws IOException {
        String text = Lazy.MAPPER.writeValueAsString(object) + "\n";
        PrivateFiles.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** False when it is not there. */
    boolean delete() throws IOException {
        return Files.deleteIfExists(path);
    }

    /**
     * Moves a file that holds no object out of the way, so that nothing in it is lost.
     *
     * @return its new name; {@code null} when the file is not there or not broken
     */
    Path keepAsideIfBroken() throws IOException {
        if (!isThere()) {
            return null;
        }
        try {
            read();
            return null;
        } catch (UserException broken) {
            return PrivateFiles.keepAside(path);
        }
    }
}
