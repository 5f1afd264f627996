package io.impsh.sandbox;

import io.impsh.sandbox.http.Reason;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * One element of an error answer.
 *
 * @param status HTTP status; in a bulk call that of this element alone
 * @param code two letters and three digits
 * @param title what kind of error
 * @param detail what went wrong with what
 * @param pointer JSON pointer into the request, or {@code null}
 * @param meta further facts, or {@code null}
 */
record ApiError(int status, String code, String title, String detail, String pointer, JsonNode meta) {
    ApiError(int status, String code, String title, String detail) {
        this(status, code, title, detail, null, null);
    }

    ApiError at(String where) {
        return new ApiError(status, code, title, detail, where, meta);
    }

    ApiError with(JsonNode facts) {
        return new ApiError(status, code, title, detail, pointer, facts);
    }

    static ApiError notFound(String detail) {
        return new ApiError(404, "NF001", "Not Found", detail);
    }

    static ApiError invalid(String detail) {
        return new ApiError(400, "VX001", "Invalid Attribute", detail);
    }

    static ApiError malformed(String detail) {
        return new ApiError(400, "VX002", "Malformed Request", detail);
    }

    /** What came in is no request in HTTP. */
    static ApiError unreadable(int status, String detail) {
        return status == 400 ? malformed(detail) : new ApiError(status, "VX" + status, Reason.phrase(status), detail);
    }

    static ApiError duplicate(String detail) {
        return new ApiError(409, "CX001", "Duplicate Resource", detail);
    }

    static ApiError forbidden(String detail) {
        return new ApiError(403, "PX300", "Invalid Permission", detail);
    }

    static ApiError invalidToken() {
        return new ApiError(401, "PX101", "Invalid Token", "The access token is missing, unknown or expired.");
    }

    static ApiError rateLimitExceeded() {
        return new ApiError(429, "CX429", "Rate Limit Exceeded", "Too many requests; try again in a second.");
    }

    static ApiError internal() {
        return new ApiError(500, "XX001", "Internal Error", "The request could not be processed.");
    }

    ApiException exception() {
        return new ApiException(this);
    }

    void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("status", Integer.toString(status));
        out.writeStringProperty("code", code);
        out.writeStringProperty("title", title);
        out.writeStringProperty("detail", detail);
        if (pointer != null) {
            out.writeObjectPropertyStart("source");
            out.writeStringProperty("pointer", pointer);
            out.writeEndObject();
        }
        if (meta != null) {
            out.writeName("meta");
            out.writeTree(meta);
        }
        // last, where a person who reads the rest is not held up by it
        out.writeStringProperty("id", UUID.randomUUID().toString());
        out.writeEndObject();
    }
}
