package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox answered; {@code json} is {@code null} when there was no body. */
record Answer(int status, String text, HttpHeaders headers) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    JsonNode json() {
        return read(text);
    }

    JsonNode data() {
        return json().path("data");
    }

    String id() {
        return data().path("id").stringValue();
    }

    JsonNode attribute(String name) {
        return data().path("attributes").path(name);
    }

    JsonNode relation(String name) {
        return data().path("relationships").path(name);
    }

    String link(String name) {
        return json().path("links").path(name).stringValue(null);
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        data().forEach(element -> ids.add(element.path("id").stringValue()));
        return ids;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        data().forEach(element -> names.add(element.at("/attributes/name").stringValue(null)));
        return names;
    }

    Answer expect(int wanted) {
        assertThat(status).as(text).isEqualTo(wanted);
        if (wanted == 204) {
            assertThat(text).isEmpty();
        }
        return this;
    }

    /** Each error as {@code status code title: detail}, in the order of the answer. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        json().path("errors")
                .forEach(error -> errors.add(String.join(
                        " ",
                        error.path("status").stringValue(),
                        error.path("code").stringValue(),
                        error.path("title").stringValue() + ":",
                        error.path("detail").stringValue())));
        return errors;
    }

    /** One error of this form, and nothing else. */
    Answer expectError(int wanted, String error) {
        expect(wanted);
        assertThat(errors()).containsExactly(error);
        return this;
    }

    Answer expectCode(int wanted, String code) {
        expect(wanted);
        assertThat(json().at("/errors/0/code").stringValue()).isEqualTo(code);
        return this;
    }
}
