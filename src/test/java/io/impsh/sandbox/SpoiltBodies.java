package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Everything that can be wrong with a good body, one thing at a time. */
final class SpoiltBodies {
    /** What the caller names as it likes. */
    private static final String FREE = "env_vars";

    private final JsonNode good;
    private final List<String> optional;
    private final List<Body> spoilt = new ArrayList<>();

    private SpoiltBodies(JsonNode good, List<String> optional) {
        this.good = good;
        this.optional = optional;
    }

    /** @param what the spoilt thing, for messages */
    record Body(String what, String text) {
        @Override
        public String toString() {
            return what + ": " + text;
        }
    }

    /** @param optional names of members whose absence is no fault */
    static List<Body> of(JsonNode good, List<String> optional) {
        SpoiltBodies bodies = new SpoiltBodies(good, optional);
        bodies.spoilObject(JsonPointer.empty(), good);
        return bodies.spoilt;
    }

    private void spoil(JsonPointer pointer, JsonNode value) {
        if (value.isObject() && !pointer.toString().endsWith("/" + FREE)) {
            spoilObject(pointer, value);
        } else if (value.isArray()) {
            replace("element of a wrong type in ", pointer, Json.array().add(7));
            if (value.get(0).isObject()) {
                spoilObject(pointer.appendIndex(0), value.get(0));
            }
        }
    }

    private void spoilObject(JsonPointer pointer, JsonNode object) {
        JsonNode copy = good.deepCopy();
        ((ObjectNode) copy.at(pointer)).put("unknown", 1);
        add("unknown key in ", pointer, copy);
        object.properties().forEach(member -> {
            JsonPointer inside = pointer.appendProperty(member.getKey());
            spoilMember(inside, member.getKey(), member.getValue());
            spoil(inside, member.getValue());
        });
    }

    private void spoilMember(JsonPointer pointer, String name, JsonNode value) {
        replace("wrong type of ", pointer, value.isString() ? Json.array() : StringNode.valueOf("x"));
        if (!optional.contains(name)) {
            JsonNode copy = good.deepCopy();
            ((ObjectNode) copy.at(pointer.head())).remove(name);
            add("missing ", pointer, copy);
        }
        if (name.equals("type")) {
            replace("another ", pointer, StringNode.valueOf("other_type"));
        }
        if (pointer.head().toString().endsWith("/relationships")) {
            ObjectNode wrapper = Json.object();
            wrapper.set("data", value.deepCopy());
            replace("wrapped ", pointer, wrapper);
        }
    }

    private void replace(String what, JsonPointer pointer, JsonNode value) {
        JsonNode copy = good.deepCopy();
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
        add(what, pointer, copy);
    }

    private void add(String what, JsonPointer pointer, JsonNode body) {
        spoilt.add(new Body(what + (pointer.toString().isEmpty() ? "the body" : pointer), body.toString()));
    }
}
