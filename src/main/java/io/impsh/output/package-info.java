/**
 * Turns values, plans, help and errors into text: tables, JSON, CSV, theme, cleaning of foreign text.
 *
 * <p>Main types: {@code Printer}, {@code ErrorPrinter}, {@code SafeText}.
 *
 * <p>May import: root, model, bulk, script, library. Third party kept inside: JLine's styled strings, Jackson. The only package that knows how a value looks.
 */
package io.impsh.output;
