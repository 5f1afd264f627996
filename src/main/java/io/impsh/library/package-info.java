/**
 * Saved scripts: finding them, their header, their parameters, their help.
 *
 * <p>Main types: {@code ScriptLibrary} finds a {@code SavedScript}; {@code ScriptHeader} is what its first comment says;
 * {@code ParameterWords} reads a command line by it, {@code ParameterValues} checks the values from wherever they come.
 *
 * <p>May import: root, bulk, script. Results are returned, never printed.
 */
package io.impsh.library;
