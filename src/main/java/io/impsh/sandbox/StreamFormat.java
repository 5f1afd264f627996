package io.impsh.sandbox;

import java.util.Locale;
import java.util.Optional;

/** How the data of events is written. */
enum StreamFormat {
    TEXT,
    JSON;

    /**
     * What the query asks for; empty if it does not say.
     *
     * @throws ApiException if it asks for something else
     */
    static Optional<StreamFormat> of(RequestTarget target) {
        String wanted = target.query().get("format");
        if (wanted == null) {
            return Optional.empty();
        }
        for (StreamFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(format);
            }
        }
        throw new ApiError(400, "VX003", "Invalid Parameter", "format must be text or json.").exception();
    }
}
