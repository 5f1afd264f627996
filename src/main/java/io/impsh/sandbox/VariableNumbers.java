package io.impsh.sandbox;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Keeps the numbers of user variables in the form in which they were sent: 1e3 stays 1e3. */
final class VariableNumbers {
    private static final JsonPointer VARIABLES = JsonPointer.compile("/data/attributes/env_vars");

    private VariableNumbers() {}

    /** The same variables; those whose numbers would come out differently hold the text of the request. */
    static ObjectNode asWritten(ObjectNode variables, Request request) {
        return asWritten(variables, request.body(), VARIABLES);
    }

    /** @param place of the variables in the text */
    static ObjectNode asWritten(ObjectNode variables, byte[] text, JsonPointer place) {
        Map<String, String> written = Json.numbersAsWritten(text, place);
        written.forEach((name, number) -> {
            if (isOtherText(variables.path(name), number)) {
                variables.putRawValue(name, new RawValue(number));
            }
        });
        return variables;
    }

    /** The value is compared too: of two equal names only the last counts. */
    private static boolean isOtherText(JsonNode value, String text) {
        return value.isNumber()
                && !value.toString().equals(text)
                && value.decimalValue().compareTo(new BigDecimal(text)) == 0;
    }
}
