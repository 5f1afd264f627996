package io.impsh.docs;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the files that a page names are: a process cannot change its present directory, so names of files are given the
 * folder on the way in and lose it on the way out. Names of folders end with a slash there. {@code chart.js} is no file of
 * a page but one that comes with the program.
 */
record ScratchFolder(Path path) {
    private static final String NAME =
            "(?:\\./)?(?!chart\\.js)([\\w -]*[\\w-](?:\\.(?:csv|json|js|txt|nut|toml|html)|/))";
    private static final Pattern QUOTED = Pattern.compile("'" + NAME + "'");

    /** A word of a command line, or an expression with quoted names. */
    String in(String text) {
        if (text.matches(NAME)) {
            return path.resolve(text).normalize().toString();
        }
        return QUOTED.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement("'" + path.resolve(name.group(1)) + "'"));
    }

    String out(String text) {
        return text.replace(path + "/", "");
    }
}
