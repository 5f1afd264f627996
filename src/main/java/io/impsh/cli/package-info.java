/**
 * The entry: options, wiring, exit codes.
 *
 * <p>Main types: {@code Main} starts the {@code CommandRunner}; {@code OptionReader} makes a {@code Command} and
 * {@code Options} of the words; {@code BatchRun} runs a {@code Program}, {@code InteractiveRun} the shell;
 * {@code CloudConnection} is what both are connected to; {@code ExitCode} is how they end.
 *
 * <p>May import: all. Third party kept inside: picocli, which is slow to load and makes only the help and the completion.
 * Everything is built here once and handed down; nothing imports this package.
 */
package io.impsh.cli;
