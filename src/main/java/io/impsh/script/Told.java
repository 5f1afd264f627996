package io.impsh.script;

/**
 * What is told of a mistake: what it is, and what to do next.
 *
 * @param hint {@code null} if there is nothing to do
 */
record Told(String message, String hint) {}
