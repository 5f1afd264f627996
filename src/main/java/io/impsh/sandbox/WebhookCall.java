package io.impsh.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** One call of a webhook, ready to be sent. */
record WebhookCall(String url, String contentType, byte[] body) {

    static WebhookCall of(Webhook webhook, Map<String, String> payload) {
        WebhookContent content = webhook.destination().content();
        return new WebhookCall(
                webhook.destination().url(),
                content.mediaType(),
                switch (content) {
                    case JSON -> json(payload);
                    case FORM -> form(payload);
                });
    }

    private static byte[] json(Map<String, String> payload) {
        return Json.write(out -> {
            out.writeStartObject();
            payload.forEach(out::writeStringProperty);
            out.writeEndObject();
        });
    }

    private static byte[] form(Map<String, String> payload) {
        return payload.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
