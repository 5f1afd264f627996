package io.impsh.api;

import java.time.Instant;

/**
 * What the service gives for credentials. Its text form shows no secret.
 *
 * @param token goes into every request
 * @param expiresAt by this machine's clock, or {@code null} when the service did not say
 * @param refreshToken buys the next access token, or {@code null} when there is none
 */
public record AccessToken(String token, Instant expiresAt, String refreshToken) {
    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + "]";
    }
}
