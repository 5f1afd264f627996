package io.impsh.script;

import java.util.List;

/**
 * One page of help, made from the registry.
 *
 * @param synopsis such as {@code devices.where(filter)}; {@code null} on overview pages
 * @param text what it is, in full sentences
 * @param sections lists below the text: arguments, members, globals
 * @param example lines of JavaScript that run against the sandbox; {@code null} where there is none
 */
public record HelpPage(String title, String synopsis, String text, List<Section> sections, String example) {
    /** A titled list of names with one line each. */
    public record Section(String title, List<Entry> entries) {}

    public record Entry(String name, String text) {}
}
