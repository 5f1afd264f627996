package io.impsh.api;

import io.impsh.UserException;
import io.impsh.model.RawJson;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** What a call came to, line by line: a record as its components, a list element by element, a failure with all it says. */
final class Told {
    private Told() {}

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        write(text, "", value);
        return text.toString();
    }

    private static void write(StringBuilder text, String indent, Object value) {
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record) {
            list.forEach(each -> {
                text.append(indent).append("-\n");
                write(text, indent, each);
            });
        } else if (value instanceof ApiException failure) {
            failure(text, failure);
            failure.errors().forEach(error -> write(text, "  ", error));
        } else if (value instanceof UserException failure) {
            failure(text, failure);
        } else if (value instanceof Record facts) {
            components(text, indent, facts);
        } else {
            text.append(indent).append(value).append('\n');
        }
    }

    private static void failure(StringBuilder text, UserException failure) {
        text.append(failure.code()).append(": ").append(failure.getMessage()).append('\n');
        if (failure.hint() != null) {
            text.append("hint: ").append(failure.hint()).append('\n');
        }
    }

    private static void components(StringBuilder text, String indent, Record facts) {
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            Object fact = fact(facts, component);
            if (fact instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record
                    || fact instanceof Record && component.getName().equals("deployment")) {
                text.append(indent).append(component.getName()).append(":\n");
                write(text, indent + "  ", fact);
            } else if (!(fact instanceof RawJson)) {
                text.append(indent).append(component.getName()).append(" = ");
                text.append(String.valueOf(fact).replace("\n", "\\n")).append('\n');
            }
        }
    }

    private static Object fact(Record facts, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(facts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
