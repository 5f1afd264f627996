package io.impsh.profile;

/**
 * Whose login it is.
 *
 * @param id the account's
 * @param name its user name
 */
public record LoginOwner(String id, String name) {}
