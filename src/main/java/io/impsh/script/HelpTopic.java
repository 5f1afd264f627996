package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One concept that help explains beside the members of the script API.
 *
 * @param name what {@code help('…')} is asked for
 * @param example lines that run against the sandbox
 * @param see names of other topics or members
 */
record HelpTopic(
        String name, String title, String text, List<HelpPage.Section> sections, String example, List<String> see) {
    HelpPage page() {
        List<HelpPage.Section> all = new ArrayList<>(sections);
        all.addAll(HelpPages.seeAlso(see));
        return new HelpPage(name + ": " + lowerFirst(title), null, text, all, example);
    }

    static String lowerFirst(String text) {
        boolean beginsWord = text.startsWith("A ") || text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return beginsWord ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
