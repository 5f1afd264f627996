package io.impsh.bulk;

/**
 * Where the things of a plan live. A plan is applied nowhere else: the same ids can mean other things there, or nothing.
 *
 * @param endpoint the base URL of the service with its {@code /v5}; of an embedded cloud that keeps its state, what tells
 *     it from others
 * @param account id of the account that was logged in
 */
public record Home(String endpoint, String account) {}
