package io.impsh.script;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The script type of {@code scripts}: the saved scripts there are. */
final class ScriptsType {
    static final String NAME = "Scripts";

    private ScriptsType() {}

    static HostType<Host> make() {
        return new HostType<Host>(NAME, "The saved scripts: your own and those that come with impsh.")
                .method(
                        "list",
                        "object[]",
                        "Gives name and description of each.",
                        "scripts.list().map(script => script.name)",
                        (self, call) -> rows(self, SavedScripts::list))
                .method(
                        "find",
                        "object[]",
                        "Gives those that have a word in their name, their description or their parameters, in whatever"
                                + " case. An empty array when there is none.",
                        "scripts.find('moves')",
                        (self, call) -> found(call.string(0), self),
                        Argument.required("word", "string", "what to look for"))
                .hint("length", "list() gives an array")
                .hint("filter", "find('word') searches; list() gives an array")
                .hint("run", "run('name', {...}) runs one")
                .hint(HostType.ANY_INDEX, "list() gives an array")
                .describedBy(self -> "[Scripts]")
                .json((self, call) -> rows(self, SavedScripts::list));
    }

    private static List<Map<String, Object>> found(String word, Host host) {
        return rows(host, scripts -> scripts.search(word));
    }

    private static List<Map<String, Object>> rows(Host host, Function<SavedScripts, List<SavedScripts.Summary>> which) {
        return host.scripts() == null
                ? List.of()
                : which.apply(host.scripts()).stream()
                        .map(SavedScripts.Summary::json)
                        .toList();
    }
}
