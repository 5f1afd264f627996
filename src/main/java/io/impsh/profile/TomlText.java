package io.impsh.profile;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML as a tree. */
public final class TomlText {
    private TomlText() {}

    /**
     * @param text may begin with a byte order mark, as some editors write it
     * @return an object; dates and times are texts in it
     * @throws tools.jackson.core.JacksonException when it is no TOML
     */
    public static JsonNode read(String text) {
        return new TomlMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
