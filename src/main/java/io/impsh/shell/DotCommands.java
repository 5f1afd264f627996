package io.impsh.shell;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.script.Completions;
import io.impsh.script.HelpPage;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The commands of the prompt. They begin with a dot and a letter, as nothing in JavaScript does. */
final class DotCommands {
    private static final Pattern COMMAND = Pattern.compile("\\s*\\.\\p{Alpha}.*", Pattern.DOTALL);

    /** What help(name) means without a dot is the function or the topic. */
    private static final Set<String> IS_ALSO_A_FUNCTION = Set.of("help", "load", "exit", "logs", "profile");

    /** Commands of other shells. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            ".quit", ".exit",
            ".q", ".exit",
            ".bye", ".exit",
            ".cls", ".clear",
            ".edit", ".editor",
            ".h", ".help",
            ".man", ".help",
            ".read", ".load",
            ".source", ".load");

    private final List<DotCommand> commands;

    DotCommands(List<DotCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    static boolean isCommand(String entry) {
        return COMMAND.matcher(entry).matches();
    }

    List<DotCommand> all() {
        return commands;
    }

    List<String> names() {
        return commands.stream().map(DotCommand::name).toList();
    }

    /** @throws UserException when there is no such command, its argument is wrong, or it failed */
    void run(String entry) {
        String[] parts = entry.strip().split("\\s+", 2);
        command(parts[0]).run(parts.length == 1 ? "" : parts[1]);
    }

    /** The command of that name; the dot may be left out. */
    DotCommand command(String name) {
        String dotted = name.startsWith(".") ? name : "." + name;
        return find(dotted)
                .orElseThrow(() -> new UserException(
                        "USAGE", "there is no command " + dotted + question(dotted), ".help lists the commands"));
    }

    private String question(String unknown) {
        return ELSEWHERE.containsKey(unknown)
                ? "; did you mean " + ELSEWHERE.get(unknown) + "?"
                : Nearest.question(unknown, names());
    }

    /** The page of help of a command; the dot may be left out. */
    Optional<HelpPage> explained(String name) {
        return find(name.startsWith(".") ? name : "." + name)
                .filter(command -> name.startsWith(".") || !IS_ALSO_A_FUNCTION.contains(name))
                .map(command -> new HelpPage(
                        command.name(),
                        command.usage(),
                        "A command of the prompt: " + command.text() + ".",
                        List.of(),
                        null));
    }

    private Optional<DotCommand> find(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    Completions complete(String text, int cursor) {
        String before = text.substring(0, cursor);
        int start = before.length() - before.stripLeading().length();
        int blank = before.indexOf(' ', start);
        return blank < 0 ? names(before, start) : arguments(before, start, blank);
    }

    private Completions names(String before, int start) {
        String beginning = before.substring(start);
        return new Completions(
                start,
                commands.stream()
                        .filter(command -> command.name().startsWith(beginning))
                        .map(DotCommands::suggestion)
                        .toList());
    }

    private static Suggestion suggestion(DotCommand command) {
        String blank = command.takesArgument() ? " " : "";
        return new Suggestion(
                command.name() + blank, "commands", command.text(), !command.takesArgument(), command.page());
    }

    private Completions arguments(String before, int start, int blank) {
        String argument = before.substring(blank).stripLeading();
        return find(before.substring(start, blank))
                .map(command -> arguments(command, argument, before.length() - argument.length()))
                .orElse(Completions.none(before.length()));
    }

    private static Completions arguments(DotCommand command, String argument, int start) {
        Completions found = command.completion().apply(argument);
        return new Completions(start + found.start(), found.suggestions(), command.page(), null);
    }
}
