package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code config.toml}: {@code default = "NAME"} and, for each profile, {@code [profiles.NAME]} with {@code endpoint} or
 * {@code cloud = "aws"|"azure"}, {@code ca_file}, {@code requests_per_second}, {@code max_log_streams} and
 * {@code production}; and {@code [shell]}, see {@link Setting}.
 */
final class ProfilesFile {
    static final String DEFAULT = "default";

    private static final Map<String, URI> CLOUDS = Map.of("aws", Endpoint.AWS, "azure", Endpoint.AZURE);

    private static final String SHELL = "shell";
    private static final String PROFILES = "profiles";
    private static final List<String> TABLES = List.of(DEFAULT, PROFILES, SHELL);
    private static final String REQUESTS = "requests_per_second";
    private static final String LOG_STREAMS = "max_log_streams";
    private static final List<String> PROFILE_KEYS =
            List.of("endpoint", "cloud", "ca_file", REQUESTS, LOG_STREAMS, "production");

    private static final int MOST_REQUESTS = 1000;
    private static final int MOST_LOG_STREAMS = 100;

    private final Path path;
    private final String text;
    private final JsonNode content;

    private ProfilesFile(Path path, String text, JsonNode content) {
        this.path = path;
        this.text = text;
        this.content = content;
    }

    /** A missing file is an empty one, and loads no reader: most starts have none. */
    static ProfilesFile read(Path path) {
        if (!Files.exists(path)) {
            return new ProfilesFile(path, "", MissingNode.getInstance());
        }
        try {
            String text = Files.readString(path);
            return new ProfilesFile(path, text, TomlText.read(text));
        } catch (JacksonException notToml) {
            throw broken(path, notToml);
        } catch (IOException unreadable) {
            throw BrokenSource.of(path.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
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

    /** What the shell is to be like; what is wrong keeps its usual value. */
    ConfiguredSettings settings() {
        Settings settings = Settings.usual();
        Set<String> said = new LinkedHashSet<>();
        List<UserException> problems = new ArrayList<>();
        JsonNode shell = content.path(SHELL);
        if (!shell.isMissingNode() && !shell.isObject()) {
            problems.add(wrong("", SHELL, "shell is no table", "write [shell], and the settings below it"));
        }
        for (Setting setting : Setting.ALL) {
            JsonNode value = shell.path(setting.key());
            if (value.isMissingNode()) {
                continue;
            }
            try {
                settings = setting.put(settings, value);
                said.add(setting.key());
            } catch (UserException wrong) {
                problems.add(wrong(SHELL, setting.key(), "[shell] " + wrong.getMessage(), wrong.hint()));
            }
        }
        return new ConfiguredSettings(settings, said, problems);
    }

    private UserException wrong(String table, String key, String problem, String hint) {
        return new UserException("SETTING", place(table, key) + ": " + problem, hint);
    }

    /** What is written there in vain. */
    List<UnknownKey> unknownKeys() {
        List<UnknownKey> unknown = new ArrayList<>();
        addUnknown(unknown, "", content, TABLES);
        addUnknown(unknown, SHELL, content.path(SHELL), Setting.keys());
        for (String name : names()) {
            addUnknown(unknown, PROFILES + "." + name, content.path(PROFILES).path(name), PROFILE_KEYS);
        }
        return unknown;
    }

    private void addUnknown(List<UnknownKey> unknown, String table, JsonNode node, List<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                unknown.add(new UnknownKey(place(table, key), table.isEmpty() ? "" : "[" + table + "]", key, known));
            }
        }
    }

    private String place(String table, String key) {
        int line = new ConfigLines(text).of(table, key);
        return path + (line == 0 ? "" : ", line " + line);
    }

    /** {@code null} when there is none of that name. */
    Profile profile(String name) {
        JsonNode node = content.path("profiles").path(name);
        return node.isObject()
                ? new Profile(
                        name,
                        endpoint(node, name),
                        caFile(node, name),
                        number(node, name, REQUESTS, MOST_REQUESTS),
                        number(node, name, LOG_STREAMS, MOST_LOG_STREAMS),
                        production(node, name))
                : null;
    }

    /** Whether that text would say nothing else than this file, except for the endpoint of that profile. */
    boolean becomes(String text, String profile, URI endpoint) {
        try {
            ProfilesFile changed = new ProfilesFile(path, text, TomlText.read(text));
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
                content instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
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

    private Integer number(JsonNode node, String name, String key, int most) {
        JsonNode number = node.path(key);
        if (number.isMissingNode()) {
            return null;
        }
        if (!number.isInt() || number.intValue() < 1 || number.intValue() > most) {
            throw broken(name, key + " is no whole number from 1 to " + most);
        }
        return number.intValue();
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
