/**
 * Turns values, plans, help and errors into text: the only package that knows how a value looks.
 *
 * <p>Main types: {@link io.impsh.output.Printer} writes results in one {@link io.impsh.output.OutputFormat}, each by a
 * form of its own (tables for people, JSON, NDJSON, CSV); {@link io.impsh.output.ErrorPrinter} writes failures;
 * {@link io.impsh.output.PlanText}, {@link io.impsh.output.ReportText}, {@link io.impsh.output.QuestionText} and
 * {@link io.impsh.output.ProgressLine} serve the bulk changes; {@link io.impsh.output.Theme} has the colours.
 *
 * <p>Texts from the service and from devices are foreign: every line for a terminal is put together by one class that
 * cleans them with {@link io.impsh.output.SafeText}. What a text will be seen on is told by
 * {@link io.impsh.output.Screen}, never found out here.
 *
 * <p>May import: root, model, bulk, script, library. Third party kept inside: JLine's styled strings. JSON and CSV are
 * written by hand, because they are streamed and have to be safe to look at; Jackson reads them back in the tests.
 */
package io.impsh.output;
