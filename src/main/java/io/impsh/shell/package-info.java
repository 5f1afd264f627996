/**
 * The terminal: the reader loop, the adapters to JLine, history.
 *
 * <p>Main types: {@code Shell}, {@code ShellTerminal}.
 *
 * <p>May import: root, model, api (the log feed only), profile, bulk, script, library, output. Third party kept inside: JLine. JLine's types never leave this package.
 */
package io.impsh.shell;
