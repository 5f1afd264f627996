package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes an exception of an answer that was no, whatever form its body has. */
final class ErrorReader {
    /** A bulk call may report a hundred errors; a message is for reading. */
    private static final int SHOWN = 3;

    private ErrorReader() {}

    static ApiException exception(ApiRequest request, ApiResponse response) {
        List<ApiError> errors = errors(response);
        Refusal refusal =
                new Refusal(response.status(), errors, requestId(response), response.attempts(), response.tried());
        String said = Redaction.of(request).clean(words(response, errors));
        String message =
                "cannot " + request.purpose() + ": " + said + Failures.gaveUp(response.attempts(), response.tried());
        if (response.status() == 404) {
            return new NotFoundException(message, refusal);
        }
        return new ApiException(
                code(response.status()), message, hint(response.status(), refusal.requestId()), refusal);
    }

    /** All elements of {@code errors}, or a bare {@code message} as one; empty for anything else. */
    static List<ApiError> errors(ApiResponse response) {
        JsonNode body = body(response);
        List<ApiError> errors = new ArrayList<>();
        for (JsonNode element : body.path("errors")) {
            errors.add(error(element));
        }
        String bare = body.path("message").stringValue(null);
        if (errors.isEmpty() && bare != null) {
            errors.add(new ApiError(String.valueOf(response.status()), null, bare, null, null, List.of()));
        }
        return List.copyOf(errors);
    }

    /** The service's own words, or an empty text. */
    static String text(ApiResponse response) {
        List<ApiError> errors = errors(response);
        String shown = errors.stream()
                .map(ApiError::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining("; "));
        return errors.size() <= SHOWN ? shown : shown + " (" + errors.size() + " errors)";
    }

    /** The first {@code errors} element's {@code meta}; a missing node when there is none. */
    static JsonNode meta(ApiResponse response) {
        return body(response).path("errors").path(0).path("meta");
    }

    private static JsonNode body(ApiResponse response) {
        try {
            return response.document().other();
        } catch (MalformedAnswerException pageOrNothing) {
            return Json.object();
        }
    }

    static ApiError error(JsonNode element) {
        return new ApiError(
                scalar(element.path("status")),
                scalar(element.path("code")),
                scalar(element.path("title")),
                scalar(element.path("detail")),
                scalar(element.path("source").path("pointer")),
                findings(element.path("meta")));
    }

    private static List<CodeFinding> findings(JsonNode meta) {
        List<CodeFinding> findings = new ArrayList<>();
        for (JsonNode each : meta.isArray() ? meta : Json.MAPPER.createArrayNode()) {
            if (each.isObject()) {
                findings.add(finding(each));
            }
        }
        return List.copyOf(findings);
    }

    private static CodeFinding finding(JsonNode said) {
        return new CodeFinding(
                scalar(said.path("type")),
                scalar(said.path("file")),
                number(said.path("row")),
                number(said.path("column")),
                scalar(said.path("text")));
    }

    private static Long number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() ? (Long) node.longValue() : null;
    }

    private static String scalar(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : null;
    }

    /** {@code null} when the answer names none. */
    static String requestId(ApiResponse response) {
        String id = scalar(body(response).path("errors").path(0).path("id"));
        return id == null ? response.header("x-request-id") : id;
    }

    /** The service's own words, or what can be said without any. */
    static String words(ApiResponse response) {
        return words(response, errors(response));
    }

    private static String words(ApiResponse response, List<ApiError> errors) {
        String said = errors.isEmpty() ? "" : text(response);
        if (!said.isEmpty()) {
            return said;
        }
        if (response.status() >= 300 && response.status() < 400) {
            return "the service answered " + response.status() + ", a redirect that is not followed";
        }
        return "the service answered " + response.status() + " and did not say why";
    }

    private static String code(int status) {
        return switch (status) {
            case 403 -> "FORBIDDEN";
            case 409 -> "CONFLICT";
            case 429 -> "RATE_LIMITED";
            default -> status >= 500 ? "SERVER_ERROR" : "REFUSED";
        };
    }

    /** What failed inside the service only its support can look into. */
    private static String hint(int status, String requestId) {
        if (status >= 500 && requestId != null) {
            return "if it stays so, tell the service's support the request id " + requestId;
        }
        return switch (status) {
            case 403 -> "the account may lack a right, or a key that this change needs";
            case 429 -> "others may be using the same account; try again later";
            default -> null;
        };
    }
}
