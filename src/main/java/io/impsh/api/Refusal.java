package io.impsh.api;

import java.time.Duration;
import java.util.List;

/** The facts of an answer that was no. */
record Refusal(int status, List<ApiError> errors, String requestId, int attempts, Duration tried) {}
