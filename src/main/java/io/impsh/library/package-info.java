/**
 * Saved scripts: finding them, their header, their parameters, running them.
 *
 * <p>Main types: {@code ScriptLibrary}, {@code ScriptHeader}, {@code Parameter}.
 *
 * <p>May import: root, bulk, script. Results are returned, never printed.
 */
package io.impsh.library;
