package io.impsh.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON as the service spells it. */
final class Json {
    private Json() {}

    /** Built with the first request: it takes longer than starting the sandbox. */
    private static final class Mapper {
        /** Decimal numbers stay as they were written: variables of a group must survive a round trip. */
        static final JsonMapper INSTANCE = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** @throws tools.jackson.core.JacksonException if it is not one JSON value */
    static JsonNode read(byte[] text) {
        return Mapper.INSTANCE.readTree(text);
    }

    /** @throws tools.jackson.core.JacksonException if it is none, or has anything too much or too little */
    static <T> T readAs(InputStream text, Class<T> type) {
        return Mapper.INSTANCE.readValue(text, type);
    }

    static JsonParser parser(InputStream text) {
        return Mapper.INSTANCE.createParser(text);
    }

    static void writeTo(OutputStream out, Object value) {
        Mapper.INSTANCE.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, value);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = Mapper.INSTANCE.createGenerator(bytes)) {
            content.accept(out);
        }
        return bytes.toByteArray();
    }

    /** Writes what is too large to be gathered. The stream stays open: closing it would break the answer off. */
    static void send(OutputStream stream, Consumer<JsonGenerator> content) throws IOException {
        ObjectWriter writer = Mapper.INSTANCE.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
        try (JsonGenerator out = writer.createGenerator(stream)) {
            content.accept(out);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** The numbers directly inside of an object, by name, letter by letter as they stand in the text. */
    static Map<String, String> numbersAsWritten(byte[] text, JsonPointer object) {
        Map<String, String> numbers = new HashMap<>();
        try (JsonParser parser = Mapper.INSTANCE.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()
                        && parser.streamReadContext().pathAsPointer().head().equals(object)) {
                    numbers.put(parser.currentName(), parser.getString());
                }
            }
        }
        return numbers;
    }

    /** UTC, always with milliseconds: one client parses with a fixed pattern. */
    static String time(long milliseconds) {
        return TimeText.of(milliseconds);
    }
}
