/**
 * The entry: options, wiring, exit codes.
 *
 * <p>Main types: {@code Main}, {@code ExitCode}.
 *
 * <p>May import: all. Third party kept inside: picocli. Everything is built here once and handed down; nothing imports this package.
 */
package io.impsh.cli;
