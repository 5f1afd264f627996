package io.impsh.bulk;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of files that are read by lines. Built when first needed: loading Jackson takes longer than most programs run. */
final class Json {
    private Json() {}

    private static final class Lazy {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** One object on one line, without its end. */
    static String line(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Lazy.MAPPER.createGenerator(text)) {
            out.writeStartObject();
            content.accept(out);
            out.writeEndObject();
        }
        return withoutHalves(text.toString());
    }

    /** @throws tools.jackson.core.JacksonException if it is not one JSON value */
    static JsonNode read(byte[] text) {
        return Lazy.MAPPER.readTree(text);
    }

    static JsonParser parser(String text) {
        return Lazy.MAPPER.createParser(text);
    }

    /** Names may hold half a surrogate pair, which UTF-8 cannot tell; as an escape it can be written. */
    private static String withoutHalves(String line) {
        StringBuilder whole = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < line.length()
                    && Character.isLowSurrogate(line.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                whole = whole == null ? new StringBuilder(line.substring(0, i)) : whole;
                whole.append(String.format("\\u%04x", (int) c));
            } else if (whole != null) {
                whole.append(c);
            }
            if (pair) {
                i++;
                if (whole != null) {
                    whole.append(line.charAt(i));
                }
            }
        }
        return whole == null ? line : whole.toString();
    }
}
