package io.impsh.sandbox.http;

import java.util.ArrayList;
import java.util.List;

/** The header fields of a request, in the order sent. Names are found in any case. */
public final class HttpHeaders {
    private final List<Field> fields = new ArrayList<>();

    private record Field(String name, String value) {}

    HttpHeaders() {}

    void add(String name, String value) {
        fields.add(new Field(name, value));
    }

    /** Takes a further line of the field added last. */
    void extend(String more) {
        Field last = fields.remove(fields.size() - 1);
        add(last.name(), last.value() + " " + more);
    }

    int size() {
        return fields.size();
    }

    /** The first value, or {@code null}. */
    public String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Every value, in the order sent. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** Whether a field whose value is a list of words has this one, in any case. */
    boolean lists(String name, String word) {
        return all(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(element -> element.strip().equalsIgnoreCase(word));
    }
}
