package io.impsh.api;

import io.impsh.model.Library;

/** The published libraries. The vendor calls this part of the service alpha: attributes may be missing. */
public final class Libraries {
    private final Calls calls;

    Libraries(Calls calls) {
        this.calls = calls;
    }

    public PagedIterable<Library> list() {
        return calls.list(ApiRequest.of("GET", "list libraries", "libraries"), Filter.none(), AccessReader::library);
    }
}
