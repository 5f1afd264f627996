package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * {@code config.toml}: {@code default = "NAME"} and, for each profile, {@code [profiles.NAME]} with {@code endpoint} or
 * {@code cloud = "aws"|"azure"}, {@code ca_file}, and {@code production}.
 */
final class ProfilesFile {
    static final String DEFAULT = "default";

    private static final Map<String, URI> CLOUDS = Map.of("aws", Endpoint.AWS, "azure", Endpoint.AZURE);

    private final Path path;
    private final JsonNode content;

    private ProfilesFile(Path path, JsonNode content) {
        this.path = path;
        this.content = content;
    }

    /** A missing file is an empty one, and loads no reader: most starts have none. */
    static ProfilesFile read(Path path) {
        if (!Files.exists(path)) {
            return new ProfilesFile(path, MissingNode.getInstance());
        }
        try {
            return new ProfilesFile(path, parse(Files.readString(path)));
        } catch (JacksonException notToml) {
            throw broken(path, notToml);
        } catch (IOException unreadable) {
            throw BrokenSource.of(path.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Some editors begin a file with a byte order mark. */
    private static JsonNode parse(String text) {
        return new TomlMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static UserException broken(Path path, JacksonException notToml) {
        TokenStreamLocation place = notToml.getLocation();
        String line = place == null || place.getLineNr() < 1 ? "" : ", line " + place.getLineNr();
        return new UserException(
                "CREDENTIALS_BROKEN",
                path + line + ": is not TOML: " + notToml.getOriginalMessage(),
                "repair that line; texts stand in quotes, as in default = \"lab\"",
                notToml);
    }

    List<String> names() {
        return new ArrayList<>(content.path("profiles").propertyNames());
    }

    String defaultName() {
        return content.path("default").stringValue(DEFAULT);
    }

    /** {@code null} when there is none of that name. */
    Profile profile(String name) {
        JsonNode node = content.path("profiles").path(name);
        return node.isObject()
                ? new Profile(name, endpoint(node, name), caFile(node, name), production(node, name))
                : null;
    }

    /** Whether that text would say nothing else than this file, except for the endpoint of that profile. */
    boolean becomes(String text, String profile, URI endpoint) {
        try {
            ProfilesFile changed = new ProfilesFile(path, parse(text));
            Profile there = changed.profile(profile);
            return there != null
                    && there.endpoint().equals(endpoint)
                    && withoutEndpoint(profile).equals(changed.withoutEndpoint(profile));
        } catch (JacksonException | UserException wrong) {
            return false;
        }
    }

    private JsonNode withoutEndpoint(String profile) {
        ObjectNode rest =
                content instanceof ObjectNode object ? object.deepCopy() : new TomlMapper().createObjectNode();
        rest.withObject("/profiles").withObject("/" + profile).remove(List.of("endpoint", "cloud"));
        return rest;
    }

    private URI endpoint(JsonNode node, String name) {
        JsonNode endpoint = node.path("endpoint");
        JsonNode cloud = node.path("cloud");
        if (endpoint.isString()) {
            try {
                return Endpoint.parse(endpoint.stringValue());
            } catch (UserException bad) {
                throw broken(name, bad.getMessage());
            }
        }
        if (!endpoint.isMissingNode()) {
            throw broken(name, "endpoint is not a text");
        }
        if (cloud.isMissingNode()) {
            return Endpoint.AWS;
        }
        URI known = CLOUDS.get(cloud.asString(""));
        if (known == null) {
            throw broken(name, "cloud is neither \"aws\" nor \"azure\"");
        }
        return known;
    }

    /** Relative to the folder of this file. */
    private Path caFile(JsonNode node, String name) {
        JsonNode file = node.path("ca_file");
        if (file.isMissingNode()) {
            return null;
        }
        if (!file.isString() || file.stringValue().isBlank()) {
            throw broken(name, "ca_file is no file name");
        }
        try {
            return path.resolveSibling(file.stringValue());
        } catch (InvalidPathException noName) {
            throw broken(name, "ca_file is no file name");
        }
    }

    private Production production(JsonNode node, String name) {
        JsonNode said = node.path("production");
        if (said.isMissingNode()) {
            return Production.UNSAID;
        }
        if (!said.isBoolean()) {
            throw broken(name, "production is neither true nor false");
        }
        return said.booleanValue() ? Production.YES : Production.NO;
    }

    private UserException broken(String name, String problem) {
        return BrokenSource.of(path.toString(), "profile " + name + ": " + problem);
    }
}
