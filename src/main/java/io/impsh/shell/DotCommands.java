package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.Completions;
import io.impsh.script.Nearest;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commands of the prompt. They begin with a dot and a letter, as nothing in JavaScript does. */
final class DotCommands {
    private static final Pattern COMMAND = Pattern.compile("\\s*\\.\\p{Alpha}.*", Pattern.DOTALL);

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
                        "USAGE",
                        "there is no command " + dotted + Nearest.question(dotted, names()),
                        ".help lists the commands"));
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
        return new Suggestion(command.name() + blank, "commands", command.text(), !command.takesArgument());
    }

    private Completions arguments(String before, int start, int blank) {
        String argument = before.substring(blank).stripLeading();
        return find(before.substring(start, blank))
                .map(command -> command.completion().apply(argument))
                .map(found -> new Completions(before.length() - argument.length() + found.start(), found.suggestions()))
                .orElse(Completions.none(before.length()));
    }
}
