/**
 * The terminal: the reader loop, commands with a dot, progress, history, and the adapters to JLine.
 *
 * <p>Main types: {@code Shell} puts it together, {@code PromptLoop} is the loop, {@code ShellTerminal} the terminal in
 * our words and {@code JlineTerminal} by JLine, {@code TerminalIo} the script's way to the terminal.
 *
 * <p>Threads: the one that calls {@code Shell.run} reads entries and waits for evaluations; the one that owns the
 * JavaScript context prints and asks meanwhile; Ctrl-C comes on a third, the progress line on a fourth. Two locks order
 * them: {@code TerminalOutput} for the screen, and the keyboard of {@code JlineTerminal}.
 *
 * <p>May import: root, model, api (the log feed only), profile, bulk, script, library, output. Third party kept inside: JLine. JLine's types never leave this package.
 */
package io.impsh.shell;
