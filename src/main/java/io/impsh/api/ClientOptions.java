package io.impsh.api;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach the service and how to behave towards it.
 *
 * @param endpoint the base URL with its {@code /v5}; plain {@code http} on loopback only
 * @param network proxies and trusted authorities
 * @param dryRun keep all writes back and record them
 * @param requestDeadline how long one request may take with all its repeats, from its first try
 * @param longestSilence how long a log stream may be silent before it is taken for dead; the service says something every
 *     30 seconds
 * @param mostPerSecond no more requests a second than so many, even where the service allows more
 * @param identity what tells the service from others where its address does not, or {@code null} where it does
 * @param trace is told each request and each answer, secrets replaced; {@code null} for none at all
 */
public record ClientOptions(
        URI endpoint,
        CredentialSource credentials,
        NetworkSettings network,
        boolean dryRun,
        Duration requestDeadline,
        Duration longestSilence,
        int mostPerSecond,
        String identity,
        Trace trace) {
    /** As many as the service allows. */
    public static final int AS_ALLOWED = Integer.MAX_VALUE;

    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

    private static final Duration THREE_KEEP_ALIVES = Duration.ofSeconds(90);

    public static ClientOptions of(URI endpoint, CredentialSource credentials) {
        return new ClientOptions(
                endpoint,
                credentials,
                NetworkSettings.DIRECT,
                false,
                DEFAULT_DEADLINE,
                THREE_KEEP_ALIVES,
                AS_ALLOWED,
                null,
                null);
    }

    /** The same network, elsewhere. */
    ClientOptions withEndpoint(URI other) {
        return new ClientOptions(
                other, credentials, network, dryRun, requestDeadline, longestSilence, mostPerSecond, identity, trace);
    }

    public ClientOptions withNetwork(NetworkSettings settings) {
        return new ClientOptions(
                endpoint,
                credentials,
                settings,
                dryRun,
                requestDeadline,
                longestSilence,
                mostPerSecond,
                identity,
                trace);
    }

    public ClientOptions withDryRun(boolean on) {
        return new ClientOptions(
                endpoint, credentials, network, on, requestDeadline, longestSilence, mostPerSecond, identity, trace);
    }

    public ClientOptions withRequestDeadline(Duration deadline) {
        return new ClientOptions(
                endpoint, credentials, network, dryRun, deadline, longestSilence, mostPerSecond, identity, trace);
    }

    public ClientOptions withLongestSilence(Duration silence) {
        return new ClientOptions(
                endpoint, credentials, network, dryRun, requestDeadline, silence, mostPerSecond, identity, trace);
    }

    public ClientOptions withTrace(Trace lines) {
        return new ClientOptions(
                endpoint,
                credentials,
                network,
                dryRun,
                requestDeadline,
                longestSilence,
                mostPerSecond,
                identity,
                lines);
    }

    public ClientOptions withMostPerSecond(int most) {
        return new ClientOptions(
                endpoint, credentials, network, dryRun, requestDeadline, longestSilence, most, identity, trace);
    }

    public ClientOptions withIdentity(String name) {
        return new ClientOptions(
                endpoint, credentials, network, dryRun, requestDeadline, longestSilence, mostPerSecond, name, trace);
    }

    /** What tells the service from others: the identity, or else the endpoint. */
    String place() {
        return identity == null ? endpoint.toString() : identity;
    }
}
