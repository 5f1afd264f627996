package io.impsh.bulk;

/**
 * Who changes things, and with what.
 *
 * @param who the user of this machine
 * @param profile the profile in use, or {@code null} for none
 * @param program name and version of the program
 */
public record Author(String who, String profile, String program) {}
