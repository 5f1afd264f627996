package io.impsh.sandbox;

/** How a webhook's payload is written. */
enum WebhookContent {
    JSON("application/json"),
    FORM("application/x-www-form-urlencoded");

    private final String mediaType;

    WebhookContent(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
