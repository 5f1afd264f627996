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

/**
 * The vendor's {@code .impt.project}: which device group the sources of a folder belong to. Members of the file that are
 * not known here stay in it.
 */
public final class ProjectFile {
    public static final String NAME = ".impt.project";

    /**
     * What it says; each may be {@code null}.
     *
     * @param deviceFile relative to the folder
     * @param agentFile relative to the folder
     */
    public record Content(String deviceGroupId, String deviceFile, String agentFile) {}

    /** Loading Jackson takes longer than most programs run. */
    private static final class Lazy {
        static final ObjectMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    private final Path file;

    public ProjectFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    public boolean isThere() {
        return Files.exists(file);
    }

    /** @throws UserException {@code PROJECT_BROKEN} when it is no JSON object of texts */
    public Content read() {
        ObjectNode object = object();
        return new Content(text(object, "deviceGroupId"), text(object, "deviceFile"), text(object, "agentFile"));
    }

    /** @throws UserException {@code FILE} when it cannot be written; then it is as it was */
    public void write(Content content) {
        ObjectNode object = isThere() ? object() : Lazy.MAPPER.createObjectNode();
        object.put("deviceGroupId", content.deviceGroupId());
        object.put("deviceFile", content.deviceFile());
        object.put("agentFile", content.agentFile());
        try {
            PrivateFiles.write(file, (Lazy.MAPPER.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UserException("FILE", "cannot write " + NAME + ": " + failure.getMessage(), null, failure);
        }
    }

    /** @throws UserException {@code FILE} when it cannot be removed */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UserException("FILE", "cannot remove " + NAME + ": " + failure.getMessage(), null, failure);
        }
    }

    private ObjectNode object() {
        try {
            if (Lazy.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
            throw broken("holds no JSON object", null);
        } catch (JacksonException notJson) {
            throw broken("is not JSON" + place(notJson), notJson);
        } catch (IOException unreadable) {
            throw broken("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Jackson's own words name its streams and settings. */
    private static String place(JacksonException notJson) {
        return notJson.getLocation() == null
                ? ""
                : " (line " + notJson.getLocation().getLineNr() + ")";
    }

    private static String text(ObjectNode object, String member) {
        JsonNode node = object.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw broken(member + " is no text", null);
        }
        return node.stringValue();
    }

    private static UserException broken(String problem, Throwable cause) {
        return new UserException(
                "PROJECT_BROKEN",
                NAME + ": " + problem,
                "repair it, or take it away and make another with project.link(group)",
                cause);
    }
}
