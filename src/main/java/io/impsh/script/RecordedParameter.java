package io.impsh.script;

/**
 * A parameter that stands for a name or a secret of a recording.
 *
 * @param type as the header of a saved script calls it, such as {@code group}
 * @param preset the name as it was typed; {@code null} for a secret
 * @param optional whether the script does without it
 * @param text what it is for
 */
public record RecordedParameter(String name, String type, String preset, boolean optional, String text) {}
