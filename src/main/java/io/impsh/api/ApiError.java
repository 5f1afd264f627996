package io.impsh.api;

import java.util.List;

/**
 * One element of the service's {@code errors}. Every part may be {@code null}.
 *
 * @param status three digits; in a bulk call each element has its own
 * @param code two letters and a number, such as {@code CX005}
 * @param pointer where in the request, if the service said so
 * @param findings what the compiler says, place by place; empty when it is not about code
 */
public record ApiError(
        String status, String code, String title, String detail, String pointer, List<CodeFinding> findings) {
    public ApiError {
        findings = List.copyOf(findings);
    }

    /** As people read it: {@code title: detail (code)}. */
    public String text() {
        StringBuilder text = new StringBuilder(title == null ? "" : title);
        if (detail != null && !detail.isEmpty()) {
            text.append(text.isEmpty() ? "" : ": ").append(detail);
        }
        if (code != null && !code.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append('(').append(code).append(')');
        }
        return text.toString();
    }
}
