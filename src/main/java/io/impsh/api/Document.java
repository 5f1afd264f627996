package io.impsh.api;

import io.impsh.model.RawJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer's body, read in one pass that keeps both the tree and the text of each element.
 *
 * @param data the elements of {@code data}, or its one object; empty when there is none
 * @param other all members but {@code data}
 */
record Document(List<Resource> data, JsonNode other) {
    static Document parse(String text) {
        if (text.isBlank()) {
            throw new MalformedAnswerException("an empty body", null);
        }
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            return read(parser, text);
        } catch (JacksonException notJson) {
            throw new MalformedAnswerException("a body that is not JSON, or only a part of it", notJson);
        }
    }

    private static Document read(JsonParser parser, String text) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedAnswerException("a body that is not a JSON object", null);
        }
        List<Resource> data = new ArrayList<>();
        ObjectNode other = Json.object();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("data")) {
                readData(parser, text, data);
            } else {
                other.set(name, (JsonNode) parser.readValueAsTree());
            }
        }
        if (parser.nextToken() != null) {
            throw new MalformedAnswerException("more than one JSON value", null);
        }
        return new Document(List.copyOf(data), other);
    }

    private static void readData(JsonParser parser, String text, List<Resource> data) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readElement(parser, text, data);
            }
        } else {
            readElement(parser, text, data);
        }
    }

    private static void readElement(JsonParser parser, String text, List<Resource> data) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        JsonNode tree = parser.readValueAsTree();
        int end = (int) parser.currentLocation().getCharOffset();
        data.add(new Resource(tree, new RawJson(text.substring(start, end))));
    }
}
