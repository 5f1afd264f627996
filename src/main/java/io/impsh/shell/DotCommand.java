package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.Completions;
import io.impsh.script.HelpPage;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One command of the prompt. Its help, its complaints about arguments and its completion are all made from this.
 *
 * @param name with the dot
 * @param argument what may follow, such as {@code FILE}; in brackets when it may be left out; empty for nothing
 * @param text one line
 * @param completion what the argument may be, given its beginning; its offsets begin with the argument
 * @param action gets the argument, empty if there is none
 */
record DotCommand(
        String name, String argument, String text, Function<String, Completions> completion, Consumer<String> action) {
    static DotCommand plain(String name, String text, Runnable action) {
        return new DotCommand(name, "", text, DotCommand::nothing, none -> action.run());
    }

    static DotCommand with(String name, String argument, String text, Consumer<String> action) {
        return new DotCommand(name, argument, text, DotCommand::nothing, action);
    }

    DotCommand choosingFrom(Function<String, List<String>> some) {
        return completedBy(beginning -> new Completions(
                0,
                some.apply(beginning).stream()
                        .map(choice -> new Suggestion(choice, group(), null, !choice.endsWith("/")))
                        .toList()));
    }

    DotCommand completedBy(Function<String, Completions> own) {
        return new DotCommand(name, argument, text, own, action);
    }

    private static Completions nothing(String beginning) {
        return Completions.none(0);
    }

    DotCommand choosingFrom(Supplier<List<String>> all) {
        return choosingFrom(beginning -> all.get().stream()
                .filter(choice -> choice.startsWith(beginning))
                .toList());
    }

    /** The heading of its choices, such as {@code files}. */
    private String group() {
        return argument.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT) + "s";
    }

    /** Such as {@code .load FILE}. */
    String usage() {
        return takesArgument() ? name + " " + argument : name;
    }

    /** What Tab shows of it. */
    HelpPage page() {
        return new HelpPage(name, usage(), text, List.of(), null);
    }

    boolean takesArgument() {
        return !argument.isEmpty();
    }

    /** @throws UserException with code {@code USAGE} when the argument is missing or too much */
    void run(String given) {
        if (!takesArgument() && !given.isEmpty()) {
            throw new UserException("USAGE", name + " takes no argument", usage() + "  " + text);
        }
        if (takesArgument() && !argument.startsWith("[") && given.isEmpty()) {
            throw new UserException("USAGE", name + " wants " + argument, usage() + "  " + text);
        }
        action.accept(given);
    }
}
