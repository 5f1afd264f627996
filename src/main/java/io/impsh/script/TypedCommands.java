package io.impsh.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What people type who expect commands as in a system's shell, a database's or the vendor's tool. */
final class TypedCommands {
    private static final Set<String> DOT_COMMANDS =
            Set.of("save", "editor", "login", "unlock", "refresh", "history", "clear", "debug", "record", "set");

    private static final Set<String> COLLECTIONS = Set.of(
            "products",
            "groups",
            "deviceGroups",
            "devices",
            "builds",
            "deployments",
            "webhooks",
            "loginKeys",
            "libraries",
            "accounts");

    private static final Map<String, String> SAME_AS = Map.ofEntries(
            Map.entry("quit", "exit, or Ctrl-D, leaves"),
            Map.entry("bye", "exit, or Ctrl-D, leaves"),
            Map.entry("logout", "exit, or Ctrl-D, leaves; impsh logout forgets the login"),
            Map.entry("cls", "type .clear"),
            Map.entry("edit", "type .editor"),
            Map.entry("vi", "type .editor"),
            Map.entry("vim", "type .editor"),
            Map.entry("man", "help() lists what there is, help(devices) explains one thing"),
            Map.entry("whoami", "me is your own account"),
            Map.entry("version", "impsh --version tells it on the command line"),
            Map.entry("source", ".load FILE evaluates a file"),
            Map.entry("pwd", "files are named relative to the folder in which impsh was started"),
            Map.entry("cd", "files are named relative to the folder in which impsh was started"),
            Map.entry("cat", "files.read('notes.txt') gives the text of a file"),
            Map.entry("use", "products['Thermostat'] and groups['Line 1'] are at hand by name"),
            Map.entry("sudo", "this is JavaScript, not the system's shell; help() lists what there is"),
            Map.entry("grep", "devices.where({name: /pattern/}) finds by pattern"),
            Map.entry("find", "devices.where({name: /pattern/}) finds by pattern"),
            Map.entry("watch", "watch(fn, seconds) repeats what a function returns"),
            Map.entry("top", "devices.countBy('online') counts"));

    private static final Set<String> LISTING = Set.of("ls", "dir", "ll", "list", "show", "get", "display", "describe");

    private static final Map<String, String> VENDORS = Map.ofEntries(
            Map.entry("product", "products"),
            Map.entry("devicegroup", "groups"),
            Map.entry("dg", "groups"),
            Map.entry("group", "groups"),
            Map.entry("device", "devices"),
            Map.entry("build", "builds"),
            Map.entry("deployment", "builds"),
            Map.entry("webhook", "webhooks"),
            Map.entry("loginkey", "loginKeys"),
            Map.entry("library", "libraries"),
            Map.entry("account", "accounts"),
            Map.entry("project", "project"),
            Map.entry("log", "logs"));

    private TypedCommands() {}

    /** What to type instead, or {@code null} when it is none of those. */
    static String hint(Mistake mistake) {
        String text = mistake.text().strip().replaceFirst(";$", "");
        if (text.startsWith("?")) {
            return "help() lists what there is, .help the commands of the prompt";
        }
        if (!text.matches("[\\w$-]+(\\s.*)?") || text.matches("\\w+\\s*(=|\\+|-\\s|\\*\\s\\d|/|\\?|[<>&|,]).*")) {
            return null;
        }
        List<String> words = List.of(text.split("\\s+"));
        return ofWords(words, text.substring(words.get(0).length()).strip(), mistake.globals());
    }

    private static String ofWords(List<String> words, String rest, List<String> globals) {
        String first = words.get(0);
        if (first.equals("impt")) {
            return vendors(words);
        }
        if (first.equals("impsh")) {
            return "this is impsh already: type the expression alone";
        }
        if (first.equals("select")) {
            return "devices.where({online: true}).select('name', 'group') chooses rows and columns";
        }
        if (LISTING.contains(first)) {
            return listing(words);
        }
        if (DOT_COMMANDS.contains(first)) {
            return "that is a command of the prompt: type ." + first + (rest.isEmpty() ? "" : " " + rest);
        }
        if (SAME_AS.containsKey(first)) {
            return SAME_AS.get(first);
        }
        return words.size() == 1 ? null : call(first, rest, words.get(1), globals);
    }

    private static String vendors(List<String> words) {
        String noun = words.size() > 1 ? VENDORS.get(words.get(1)) : null;
        return noun == null
                ? "this is JavaScript: help() lists what there is"
                : "impt " + words.get(1) + " is " + noun + " here: help(" + noun + ") tells what it can do";
    }

    private static String listing(List<String> words) {
        String collection = words.size() > 1 ? collection(words.get(1)) : null;
        return collection != null
                ? "type " + collection + " alone to list them"
                : "type devices, groups, products or builds to list them";
    }

    private static String collection(String word) {
        return COLLECTIONS.contains(word) ? word : VENDORS.get(word.toLowerCase(Locale.ROOT));
    }

    private static String call(String first, String rest, String second, List<String> globals) {
        if (COLLECTIONS.contains(first)) {
            return LISTING.contains(second)
                    ? "type " + first + " alone to list them"
                    : second.matches("count|first|names|where|create")
                            ? "a call has a dot and brackets: " + first + "." + second + "()"
                            : "a dot and brackets make a call, such as " + first + ".count()";
        }
        if (first.matches("count|first|names|delete|remove") && COLLECTIONS.contains(second)) {
            return "a call has a dot and brackets: " + second + "." + first.replace("delete", "remove") + "()";
        }
        if (first.equals("run")) {
            return "run takes the name and the parameters: run('" + second + "', {…})";
        }
        if (first.equals("load")) {
            return "type .load " + rest + ", or load('" + rest + "')";
        }
        if (List.of("help", "print", "table", "json", "exit", "sleep").contains(first) && globals.contains(first)) {
            return "a function has its arguments in brackets: " + first + "(" + rest + ")";
        }
        return null;
    }
}
