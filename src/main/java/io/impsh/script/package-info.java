/**
 * The language: the GraalJS context, the host objects, the registry of help and completion, the analysis of input.
 *
 * <p>Main types: {@code ScriptSession}, {@code Registry}, {@code Analysis}, {@code Shown}.
 *
 * <p>May import: root, model, api, logs, profile, bulk. Third party kept inside: GraalVM polyglot, Jackson CSV,
 * java-diff-utils. No terminal in here: what a value looks like is decided in {@code output}.
 */
package io.impsh.script;
